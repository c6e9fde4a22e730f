"""The quarters of one indicator, judged: every municipality and the district against its expected level."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.answers import Expected, Forecast
from analysis.arrays import Flags, Floats
from analysis.breaks import breaks_of
from analysis.expected import QUARTERLY, Level, Obstacle, expected_level
from analysis.forecast import Outlook, outlook
from analysis.grid import Grid, grid
from analysis.indicator import Indicator
from analysis.signal import Judgement, Verdict, judgement
from analysis.usable import usable_periods
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Quarter
from data.release import Release

LEAST_A_YEAR = 5  # below a mean of five cases a year, no test and no arrow: the numbers are listed
QUARTERS_KEPT = 4096


@dataclass(frozen=True)
class JudgedPlace:
    """One place in one quarter: its verdict, its expected level where there is one, and why there is none.

    `dispersion` is the variance of counts over their mean: pooled over the municipalities, the district's its own.
    """

    verdict: Verdict
    expected: Expected | None
    obstacle: Obstacle | None = None
    dispersion: float | None = None


@lru_cache(maxsize=QUARTERS_KEPT)
def judged_quarter(release: Release, indicator: Indicator, quarter: Quarter) -> dict[str, JudgedPlace]:
    """Return the verdict of every municipality and the district in a final quarter; the municipalities are one family.

    Empty where the indicator has no series or the series does not reach the quarter.
    """
    counts = grid(release, indicator)
    if counts is None or counts.column(quarter) is None:
        return {}
    return _judged(release, indicator, counts, quarter, municipality_codes()) | _judged(
        release, indicator, counts, quarter, (DISTRICT,)
    )


def _judged(
    release: Release, indicator: Indicator, counts: Grid, quarter: Quarter, places: tuple[str, ...]
) -> dict[str, JudgedPlace]:
    column = counts.quarters.index(quarter)
    final = counts.final_counts(places)
    level = expected_level(final, column, 1, QUARTERLY, usable_periods(counts.quarters, breaks_of(release, indicator)))
    if isinstance(level, Obstacle):
        return {place: JudgedPlace(Verdict.NOT_COMPARABLE, None, level) for place in places}
    judged = judgement(final[:, column], level, scarce=_scarce(final, level))
    return {
        place: JudgedPlace(
            judged.verdicts[row],
            expected_of(judged, level, row, alone=len(places) == 1),
            dispersion=level.dispersion,
        )
        for row, place in enumerate(places)
    }


def _scarce(final: Floats, level: Level) -> Flags:
    yearly = final[:, level.baseline].mean(axis=1) * QUARTERLY.seasons
    scarce: Flags = yearly < LEAST_A_YEAR
    return scarce


def expected_of(judged: Judgement, level: Level, row: int, *, alone: bool) -> Expected | None:
    """Return the expected level of one row, or None where there is no range; `alone`: a family of one."""
    if np.isnan(judged.p_up[row]):
        return None
    return Expected(
        mean=float(level.mean[row]),
        low=int(judged.low[row]),
        high=int(judged.high[row]),
        p_up=float(judged.p_up[row]),
        p_down=float(judged.p_down[row]),
        q=None if alone else float(judged.q[row]),
        family=judged.family,
    )


@lru_cache(maxsize=QUARTERS_KEPT)
def forecasts(release: Release, indicator: Indicator, quarter: Quarter) -> dict[str, Forecast]:
    """Return what to expect in the quarter after this final one, by place; a place without a forecast is not there."""
    counts = grid(release, indicator)
    if counts is None or counts.column(quarter) is None:
        return {}
    told: dict[str, Forecast] = {}
    for places in (municipality_codes(), (DISTRICT,)):
        known = counts.final_counts(places)[:, : counts.quarters.index(quarter) + 1]
        usable = usable_periods(counts.quarters, breaks_of(release, indicator))[: known.shape[1]]
        found = outlook(known, 1, QUARTERLY, usable)
        if isinstance(found, Outlook):
            told |= {place: _forecast(found, row, quarter) for row, place in enumerate(places) if _told(found, row)}
    return told


def _told(found: Outlook, row: int) -> bool:
    return bool(np.isfinite(found.low80[row]))


def _forecast(found: Outlook, row: int, quarter: Quarter) -> Forecast:
    limits = (int(limit[row]) for limit in (found.low80, found.high80, found.low95, found.high95))
    return Forecast(quarter.plus(1), *limits)
