"""The cooperation plan 2023-2026: each goal with an indicator, from its baseline to the latest four quarters."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from analysis import reasons
from analysis.breaks import breaks_of
from analysis.change import Change, exact_change
from analysis.expected import QUARTERLY, Obstacle, expected_level
from analysis.grid import Grid, grid
from analysis.indicator import Indicator, indicator
from analysis.question import SeriesName
from analysis.usable import usable_periods
from data.municipalities import area_name, municipality_codes
from data.periods import Quarter, Year
from data.release import Release

PLAN_NAME = "Samarbejdsplan 2023-2026"
BASELINE = Year(2022)  # the first full year after COVID-19 and the last before the plan
QUARTERS = 4


@dataclass(frozen=True)
class Goal:
    """A goal of the plan and the indicator that follows it; `aim` is the plan's own wording, shortened."""

    aim: str
    area: str
    category: str | None
    is_activity: bool = False


@dataclass(frozen=True)
class Progress:
    """A goal's indicator: the baseline year, the latest four final quarters, and the exact change between them.

    `change` is None when a side is missing or they may not be compared; `reason` says why.
    """

    goal: Goal
    name: str
    place: str
    quarters: tuple[Quarter, ...]
    baseline: int | None
    latest: int | None
    change: Change | None
    dispersion: float
    reason: str | None

    @property
    def is_established(self) -> bool:
        """Return whether the 95 % interval of the ratio leaves out 1."""
        if self.change is None or self.change.low is None:
            return False
        return self.change.low > 1 or (self.change.high is not None and self.change.high < 1)


GOALS = (
    Goal("Antallet af indbrud i privat beboelse skal ned", "indbrud", None),
    Goal("Antallet af færdselsuheld skal ned", "faerdsel", "uheld_personskade"),
    Goal("Færre dræbte og alvorligt tilskadekomne i trafikken", "faerdsel", None),
    Goal("Borgere kan få politiet ud, hvor kørsel skaber utryghed", "faerdsel", "bestil_betjent", is_activity=True),
    Goal("Færre bliver udsat for økonomisk it-kriminalitet", "digital", None),
    Goal("Indsatsen mod utryghedsskabende adfærd fastholdes", "utryghed", None),
    Goal("Vold i nære relationer opdages tidligt", "naere_relationer", None),
)


@lru_cache(maxsize=128)
def plan_progress(release: Release, place: str) -> tuple[Progress, ...]:
    """Return where each goal stands for a municipality or the district."""
    return tuple(_progress(release, goal, place) for goal in GOALS)


def _progress(release: Release, goal: Goal, place: str) -> Progress:
    asked = indicator(goal.area, goal.category, SeriesName.EXTRACT)
    counts = None if asked.counts_casualties else grid(release, asked)
    name = asked.name if goal.category or not asked.counts_casualties else asked.noun.plural.capitalize()
    unknown = Progress(goal, name, area_name(place), (), None, None, None, 1.0, None)
    if counts is None:
        return replace(unknown, reason=reasons.THREE_YEAR_SUMS if asked.counts_casualties else reasons.ONLY_YEARS)
    latest = _latest_quarters(counts, place)
    sums = [_sum(counts, place, quarters) for quarters in (BASELINE.quarters, latest)]
    known = replace(unknown, quarters=latest, baseline=sums[0], latest=sums[1])
    if sums[0] is None or sums[1] is None:
        return replace(known, reason=reasons.not_delivered(place, BASELINE if sums[0] is None else latest[-1]))
    if not _comparable(release, asked, latest):
        return replace(known, reason=reasons.BREAK_BETWEEN)
    spread = _dispersion(release, asked, counts)
    change = exact_change(sums[1], _days(latest), sums[0], _days(BASELINE.quarters), spread)
    return replace(known, change=change, dispersion=spread)


def _latest_quarters(counts: Grid, place: str) -> tuple[Quarter, ...]:
    """Return the newest four quarters that end with a final one."""
    final = [quarter for quarter in counts.quarters if counts.is_final(place, quarter)]
    return Quarter.span(final[-1].plus(1 - QUARTERS), final[-1]) if final else ()


def _sum(counts: Grid, place: str, quarters: tuple[Quarter, ...]) -> int | None:
    found = [counts.count(place, quarter) for quarter in quarters if counts.is_final(place, quarter)]
    known = [count for count in found if count is not None]
    return sum(known) if quarters and len(known) == len(quarters) else None


def _comparable(release: Release, asked: Indicator, latest: tuple[Quarter, ...]) -> bool:
    return bool(usable_periods((*BASELINE.quarters, *latest), breaks_of(release, asked)).all())


def _dispersion(release: Release, asked: Indicator, counts: Grid) -> float:
    """Return the dispersion that verdicts on the newest quarter rest on, pooled over the municipalities."""
    final = counts.final_counts(municipality_codes())
    usable = usable_periods(counts.quarters, breaks_of(release, asked))
    newest = int(np.flatnonzero(np.isfinite(final).any(axis=0))[-1])
    level = expected_level(final, newest, 1, QUARTERLY, usable)
    return 1.0 if isinstance(level, Obstacle) else level.dispersion


def _days(quarters: tuple[Quarter, ...]) -> int:
    return sum((quarter.last_day - quarter.first_day).days + 1 for quarter in quarters)
