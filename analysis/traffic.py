"""Killed and seriously injured: three-year sums, road sections, and the path to 2030."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import betainc, betaincc
from scipy.stats import poisson

from analysis.arrays import Floats, Integers
from analysis.change import DISPERSED
from analysis.signal import RED

# The national goal: half as many in 2030 as in 2020, the base being the mean of 2017-2019. A municipal path is ours.
PATH_BASE_YEAR, PATH_TARGET_YEAR, PATH_TARGET_RATIO = 2020, 2030, 0.5


@dataclass(frozen=True)
class ThreeYears:
    """A three-year sum against the three years before, moved by the rest of the district.

    low and high hold every count whose one-sided p exceeds 0.005 (both included).
    """

    expected: float
    low: int
    high: int
    p_up: float
    p_down: float


@dataclass(frozen=True)
class SafetyEstimate:
    """What a road section is expected to have, its own count weighed against roads like it.

    `mean` is the model's accidents per km and year, `weight` its share in `expected`; expected and error are for the
    whole length and all years.
    """

    mean: float
    weight: float
    expected: float
    error: float


@dataclass(frozen=True)
class SafetyEffect:
    """The index of effectiveness: 0.8 is a fall of 20 % against what would have come, and its standard error."""

    index: float
    error: float


@dataclass(frozen=True)
class PathStatus:
    """Observed against the path: P(as many or more) and P(as many or fewer) if the path is kept."""

    path: float
    p_upper: float
    p_lower: float


def three_year_verdict(
    now: int, before: int, rest_now: float, rest_before: float, dispersion: float = 1.0
) -> ThreeYears | None:
    """Return the three-year sum's expected range by the exact conditional test; None when the rest had no cases.

    expected = before x rest_now / rest_before. Given now + before, `now` is binomial with chance
    rest_now / (rest_now + rest_before). The district itself has no rest: both are then 1. With dispersion above 1.2
    (pooled over the municipalities, yearly persons) a count is moved towards the expected by the root of the
    dispersion on the log scale before it is tested, which widens the limits by as much.
    """
    if rest_before <= 0 or rest_now <= 0:
        return None
    expected = before * rest_now / rest_before
    tails = _widened_tails(before, rest_now / (rest_now + rest_before), expected, dispersion)
    reach = int(2 * expected) + 16
    while tails(np.array([reach]))[0][0] > RED:
        reach *= 2
    counts = np.arange(reach)
    up, down = tails(counts)
    inside = counts[(up > RED) & (down > RED)]
    p_up, p_down = tails(np.array([now]))
    return ThreeYears(expected, int(inside.min()), int(inside.max()), float(p_up[0]), float(p_down[0]))


def _widened_tails(
    before: int, chance: float, expected: float, dispersion: float
) -> Callable[[Integers], tuple[Floats, Floats]]:
    """Return P(X >= k) and P(X <= k) given k + before, for k that need not be whole after the move."""
    power = 1 / np.sqrt(dispersion) if dispersion > DISPERSED and expected > 0 else 1.0

    def tails(counts: Integers) -> tuple[Floats, Floats]:
        k = counts.astype(float) if power == 1 else expected * (counts / expected) ** power
        up = np.where(k > 0, betainc(np.maximum(k, 1e-300), before + 1.0, chance), 1.0)
        down = betaincc(k + 1, float(before), chance) if before > 0 else np.ones(len(k))
        return up, down

    return tails


def empirical_bayes(mean: float, length: float, years: float, observed: float, phi_per_length: float) -> SafetyEstimate:
    """Return a section's expected accidents by empirical Bayes (Hauer, Harwood, Council & Griffith 2002, TRR 1784).

    mean: accidents per km and year on such roads (a safety performance function); eta = mean x length x years;
    weight = 1 / (1 + eta / (phi length)); expected = weight eta + (1 - weight) observed;
    variance = (1 - weight) expected.
    """
    prior = mean * length * years
    weight = 1 / (1 + prior / (phi_per_length * length))
    expected = weight * prior + (1 - weight) * observed
    return SafetyEstimate(mean, weight, expected, float(np.sqrt((1 - weight) * expected)))


def comparison_mean_and_shape(counts: Floats) -> tuple[float, float]:
    """Return mean and overdispersion (variance - mean) / mean^2 of untreated sections: the method of moments.

    For when no safety performance function is at hand; needs ten sections or more. The shape is 0 when the sections
    vary no more than chance.
    """
    mean = float(counts.mean())
    return mean, max(0.0, float((counts.var(ddof=1) - mean) / mean**2)) if mean > 0 else 0.0


def safety_effect(before: SafetyEstimate, after: int, change: float = 1.0, days_ratio: float = 1.0) -> SafetyEffect:
    """Return the index of effectiveness of a measure (Hauer et al. 2002), free of regression to the mean.

    change: the model's mean after over before (traffic growth); expected without the measure
    pi = expected x change x days_ratio; theta = (after / pi) / (1 + var / pi^2).
    """
    scale = change * days_ratio
    expected, relative = before.expected * scale, (before.error / before.expected) ** 2
    index = after / expected / (1 + relative)
    variance = index**2 * (1 / after + relative) / (1 + relative) ** 2 if after else np.nan
    return SafetyEffect(index, float(np.sqrt(variance)))


def target_path(
    base: float, year: float, base_year: int = PATH_BASE_YEAR,
    target_ratio: float = PATH_TARGET_RATIO, target_year: int = PATH_TARGET_YEAR,
) -> float:  # fmt: skip
    """Return the path's number in a year: base x ratio^((year - base_year) / (target_year - base_year))."""
    return float(base * target_ratio ** ((year - base_year) / (target_year - base_year)))


def path_status(observed: int, path: float) -> PathStatus:
    """Return whether a count lies on the path; only a three-year sum with p < 0.05 is "over stien"."""
    return PathStatus(path, float(poisson.sf(observed - 1, path)), float(poisson.cdf(observed, path)))
