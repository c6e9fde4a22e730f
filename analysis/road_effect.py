"""The trial of lower speed limits: the road sections together, by empirical Bayes, for the whole district."""

import calendar
from dataclasses import dataclass
from math import inf, sqrt

from scipy.stats import norm

from analysis.effect_answer import Finding
from analysis.effects import LEAST_TREATED_BEFORE
from analysis.indicator import indicator
from analysis.question import SeriesName
from analysis.traffic import SafetyEstimate, empirical_bayes, safety_effect
from analysis.unanswered import source_of
from data.catalogue import AREAS, Measure
from data.release import Release
from data.roads import COMPARISON, TRIAL

NO_TABLE = (
    "Der er ikke tal nok for vejstrækninger i denne udgave: endelige år før og efter, og nok uheld i hver gruppe."
)
TRAFFIC = next(area for area in AREAS.values() if area.measure is Measure.SEVERE_CASUALTIES)


@dataclass(frozen=True)
class RoadGroup:
    """Road sections with like traffic: accidents before and after, and `squares` (data/roads.py)."""

    sections: int
    km: float
    before: int
    after: int
    squares: float


@dataclass(frozen=True)
class RoadEffect:
    """The sections with a lower limit against what would have come without it.

    `expected`: by empirical Bayes and the untreated sections' development; `index` = after / expected with its 95 %
    limits: 0.8 is a fifth fewer. `plain`: what a simple comparison of before and after per year would have said.
    """

    finding: Finding
    source: str
    release: str
    reason: str | None = None
    trial: RoadGroup | None = None
    comparison: RoadGroup | None = None
    first_change: str = ""
    last_change: str = ""
    years_before: tuple[int, ...] = ()
    years_after: tuple[int, ...] = ()
    expected: float | None = None
    index: float | None = None
    low: float | None = None
    high: float | None = None
    plain: float | None = None


def road_effect(release: Release) -> RoadEffect:
    """Return the effect of the lower limits in the district; without a finding where the release has no table of it."""
    asked = indicator(TRAFFIC.headline[0], None, SeriesName.EXTRACT)
    unknown = RoadEffect(Finding.NOT_POSSIBLE, source_of(release, asked), release.id, NO_TABLE)
    rows = release.rows("road_trial") if release.rows("road_trial_tables") else []
    if not rows:
        return unknown
    pairs: dict[int, dict[str, RoadGroup]] = {}
    for role, traffic, sections, km, *_, before, after, squares in rows:
        pairs.setdefault(traffic, {})[role] = RoadGroup(sections, km, before, after, squares)
    first, last, earlier, later = rows[0][4:8]
    years_before, years_after = (tuple(map(int, text.split())) for text in (earlier, later))
    groups = [(pair[TRIAL], pair[COMPARISON]) for pair in pairs.values()]
    return _judged(unknown, groups, years_before, years_after, first, last)


def _judged(
    unknown: RoadEffect, groups: list[tuple[RoadGroup, RoadGroup]], years_before: tuple[int, ...],
    years_after: tuple[int, ...], first: str, last: str,
) -> RoadEffect:  # fmt: skip
    trial, comparison = (_together([pair[side] for pair in groups]) for side in (0, 1))
    days = _days(years_after) / _days(years_before)
    estimate = without_the_trial(groups, len(years_before))
    effect = safety_effect(estimate, trial.after)
    reach = float(norm.ppf(0.975)) * effect.error
    low, high = max(0.0, effect.index - reach), effect.index + reach
    finding = Finding.FEWER if high < 1 else Finding.MORE if low > 1 else Finding.NOT_SHOWN
    if trial.before < LEAST_TREATED_BEFORE:
        finding = Finding.TOO_FEW
    return RoadEffect(
        finding, unknown.source, unknown.release, None, trial, comparison, first, last, years_before, years_after,
        estimate.expected, effect.index, low, high, trial.after / trial.before / days,
    )  # fmt: skip


def without_the_trial(groups: list[tuple[RoadGroup, RoadGroup]], years: int) -> SafetyEstimate:
    """Return what the treated sections would have had after, all groups (treated, untreated) together.

    Before the trial all sections were untreated: in each traffic class their accidents per km and year, and the spread
    between them by the method of moments, give the weight of a group's own count (Hauer et al. 2002). The untreated
    sections' accidents after, over what was expected of them, carry the treated ones forward. Expected, not counted:
    where the worst were chosen, those left had been lucky, and would seem to get worse.
    """
    expected = variance = 0.0
    for treated, untreated in groups:
        alike = _together([treated, untreated])
        rate = alike.before / alike.km
        shape = _shape_per_km(alike, rate)
        own, others = (
            empirical_bayes(rate / years, group.km, years, group.before, shape) for group in (treated, untreated)
        )
        carried = own.expected * untreated.after / others.expected
        relative = (own.error / own.expected) ** 2 + (others.error / others.expected) ** 2 + 1 / untreated.after
        expected += carried
        variance += carried**2 * relative
    return SafetyEstimate(0.0, 0.0, expected, sqrt(variance))


def _shape_per_km(group: RoadGroup, rate: float) -> float:
    """Return phi per km of the negative binomial: infinite where sections differ no more than chance.

    Sum (x - rate km)^2 has the mean accidents + rate^2 km / phi; n / (n - 1) for the rate that was estimated.
    """
    excess = group.squares * group.sections / (group.sections - 1) - group.before
    return rate * group.before / excess if excess > 0 else inf


def _together(groups: list[RoadGroup]) -> RoadGroup:
    return RoadGroup(
        sum(group.sections for group in groups),
        sum(group.km for group in groups),
        sum(group.before for group in groups),
        sum(group.after for group in groups),
        sum(group.squares for group in groups),
    )


def _days(years: tuple[int, ...]) -> int:
    return sum(366 if calendar.isleap(year) else 365 for year in years)
