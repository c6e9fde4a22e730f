"""The analyst's watch list: every series against its expected level, by month; gul and rød, never for the council."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np

from analysis import reasons
from analysis.answers import Expected
from analysis.breaks import breaks_of
from analysis.expected import MONTHLY, Level, Obstacle, expected_level
from analysis.indicator import indicator
from analysis.judged import expected_of
from analysis.monthly import MonthlyGrid, monthly_grids
from analysis.question import SeriesName
from analysis.signal import RED, YELLOW, Judgement, judgement, quantile
from analysis.usable import usable_periods
from data.catalogue import CATEGORIES, Unit
from data.municipalities import municipalities
from data.periods import Month
from data.release import Release

WINDOWS = (3, 1, 12)  # three months is the rule; one and twelve are for the analyst's second look


class Colour(StrEnum):
    """Rød: outside the 99 % range. Gul: under observation. Ingen: inside, or without a range."""

    RED = "rød"
    YELLOW = "gul"
    NONE = "ingen"


@dataclass(frozen=True)
class Signal:
    """One category in one municipality over a window of closed months.

    `reports` stands beside `observed` where cases are counted: one complex of many reports is one event. `up_at` is
    the smallest count that would be gul upwards, `down_at` the largest downwards (None: not even 0 would be).
    `expected` is None where there is no range, and `reason` says why.
    """

    category: str
    name: str
    municipality: str
    place: str
    first: Month
    last: Month
    observed: int | None
    reports: int | None
    expected: Expected | None
    up_at: int | None
    down_at: int | None
    reason: str | None

    @property
    def colour(self) -> Colour:
        if self.expected is None:
            return Colour.NONE
        p = min(self.expected.p_up, self.expected.p_down)
        return Colour.RED if p <= RED else Colour.YELLOW if p <= YELLOW else Colour.NONE

    @property
    def is_rise(self) -> bool:
        return self.expected is not None and self.expected.p_up < self.expected.p_down


@lru_cache(maxsize=32)
def signals(release: Release, width: int = WINDOWS[0]) -> tuple[Signal, ...]:
    """Return every category x municipality over the last `width` closed months, by category and municipality."""
    grids = monthly_grids(release)
    return tuple(
        signal
        for code, category in CATEGORIES.items()
        if code in grids and not category.district_only and len(grids[code].months) >= width
        for signal in _category_signals(release, code, grids[code], width)
    )


def _category_signals(release: Release, category: str, grid: MonthlyGrid, width: int) -> list[Signal]:
    first = len(grid.months) - width
    usable = usable_periods(grid.months, breaks_of(release, indicator(category, None, SeriesName.EXTRACT)))
    level = expected_level(grid.counts, first, width, MONTHLY, usable)
    if isinstance(level, Obstacle):
        return [_signal(category, grid, first, row, None, None) for row in range(len(grid.counts))]
    judged = judgement(grid.counts[:, first:].sum(axis=1), level)
    return [_signal(category, grid, first, row, level, judged) for row in range(len(grid.counts))]


def _signal(
    category: str, grid: MonthlyGrid, first: int, row: int, level: Level | None, judged: Judgement | None
) -> Signal:
    observed, reports = grid.counts[row, first:].sum(), grid.reports[row, first:].sum()
    expected = expected_of(judged, level, row, alone=False) if judged and level else None
    up_at, down_at = _would_be_a_signal(level, row) if expected and level else (None, None)
    place = municipalities()[row]
    return Signal(
        category=category,
        name=CATEGORIES[category].name,
        municipality=place.code,
        place=place.name,
        first=grid.months[first],
        last=grid.months[-1],
        observed=None if np.isnan(observed) else int(observed),
        reports=int(reports) if CATEGORIES[category].unit is Unit.CASES and np.isfinite(reports) else None,
        expected=expected,
        up_at=up_at,
        down_at=down_at,
        reason=None if expected else _reason(observed, level),
    )


def _would_be_a_signal(level: Level, row: int) -> tuple[int, int | None]:
    """Return the smallest count with P(Y >= count) <= 0.025 and the largest with P(Y <= count) <= 0.025."""
    mean, variance = level.mean[row : row + 1], level.variance[row : row + 1]
    low, high = int(quantile(YELLOW, mean, variance)[0]), int(quantile(1 - YELLOW, mean, variance)[0])
    return high + 1, low - 1 if low > 0 else None


def _reason(observed: float, level: Level | None) -> str:
    if level is None:
        return reasons.NO_MONTHLY_RANGE
    return reasons.MONTH_MISSING if np.isnan(observed) else reasons.TOO_FEW
