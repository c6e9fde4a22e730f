"""Two periods against each other: exact, honest about how little small counts can show."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import statsmodels.api as sm
from scipy.optimize import brentq
from scipy.stats import binom, binomtest, poisson, poisson_means_test

from analysis.arrays import Floats

POWER, LEVEL = 0.80, 0.05
# Above this dispersion the Poisson interval is visibly too narrow and is widened.
DISPERSED = 1.2


@dataclass(frozen=True)
class Change:
    """The ratio of two rates, its 95 % interval and the two-sided p; None where it cannot be computed or has no end."""

    ratio: float | None
    low: float | None
    high: float | None
    p: float


@dataclass(frozen=True)
class ModelledChange:
    """The ratio of two periods by a model of their months: standard error and p allow for the dispersion found.

    plain_error is the standard error if the counts were Poisson.
    """

    log_ratio: float
    error: float
    plain_error: float
    dispersion: float
    ratio: float
    low: float
    high: float
    p: float


def exact_change(k1: int, n1: float, k2: int, n2: float, dispersion: float = 1.0) -> Change:
    """Return the rate k1 / n1 over k2 / n2 by the exact conditional test (Przyborowski & Wilenski 1940).

    As R's poisson.test: given K = k1 + k2, k1 ~ Bin(K, n1 / (n1 + n2)) when nothing changed; the interval is
    Clopper-Pearson's for k1 / K, mapped by c / (1 - c) n2 / n1. n = days x denominator, or the number of years
    pooled. With dispersion above 1.2 (pooled over the municipalities) the limits are widened by its root on the log
    scale; p stays the exact one.
    """
    if k1 + k2 == 0:
        return Change(None, None, None, 1.0)
    test = binomtest(k1, k1 + k2, n1 / (n1 + n2))
    chance = test.proportion_ci(0.95, method="exact")
    ratio = k1 / n1 / (k2 / n2) if k2 else None
    low = chance.low / (1 - chance.low) * n2 / n1
    high = chance.high / (1 - chance.high) * n2 / n1 if k2 else None
    if ratio and high and dispersion > DISPERSED:
        widening = np.sqrt(dispersion)
        low, high = ratio * (low / ratio) ** widening, ratio * (high / ratio) ** widening
    return Change(ratio, float(low), None if high is None else float(high), float(test.pvalue))


def e_test(k1: int, n1: float, k2: int, n2: float) -> float:
    """Return the two-sided p of the E-test: a little sharper than the exact one at small counts.

    Krishnamoorthy & Thomson 2004, J. Stat. Plan. Inference 119:23.
    """
    if k1 + k2 == 0:
        return 1.0
    return float(min(1.0, poisson_means_test(k1, n1, k2, n2).pvalue))


def quasi_poisson_change(before: Floats, after: Floats) -> ModelledChange | None:
    """Return the ratio of mean counts after / before from a quasi-Poisson GLM with t intervals, as R's glm gives it.

    None when one side has no cases or there are too few periods for a dispersion. statsmodels would use z: with few
    months that halves p, hence use_t.
    """
    if before.sum() == 0 or after.sum() == 0 or len(before) + len(after) < 3:
        return None
    design = sm.add_constant(np.repeat([0.0, 1.0], [len(before), len(after)]))
    model = sm.GLM(np.concatenate([before, after]), design, family=sm.families.Poisson())
    plain, quasi = model.fit(), model.fit(scale="X2", use_t=True)
    low, high = np.exp(quasi.conf_int()[1])
    log_ratio = float(quasi.params[1])
    return ModelledChange(
        log_ratio, float(quasi.bse[1]), float(plain.bse[1]), float(quasi.scale),
        float(np.exp(log_ratio)), float(low), float(high), float(quasi.pvalues[1]),
    )  # fmt: skip


def head_count_z(now: float, before: float, periods_before: float) -> float:
    """Return Wheeler's z = 2 (sqrt now - sqrt before) / sqrt(1 + 1/B), `before` being the mean of B observed periods.

    Wheeler 2016, J. Police Crim. Psychol. 31:49. Without the divisor the earlier level is taken as known, and z = 2 is
    not p = 0.05. The rule of the desk is |z| >= 3.
    """
    return float(2 * (np.sqrt(now) - np.sqrt(before)) / np.sqrt(1 + 1 / periods_before))


@lru_cache(maxsize=4096)
def smallest_findable_rise(count: float) -> float:
    """Return the relative rise (0.68 = +68 %) that a comparison of two equal periods finds four times in five.

    count: cases in the earlier period, above 0. Power of the exact conditional test at 5 % two-sided.
    """
    highest = 2.0
    while _power(count, highest) < POWER:
        highest *= 2
    return float(brentq(lambda ratio: _power(count, ratio) - POWER, 1.0, highest, xtol=1e-4)) - 1


def _power(count: float, ratio: float) -> float:
    """Return how often the exact test calls a true ratio a rise, summed over every total that matters."""
    total = count * (1 + ratio)
    totals = np.arange(int(poisson.ppf(1e-9, total)), int(poisson.isf(1e-9, total)) + 1)
    # The least k1 whose upper tail at equal rates is within half the level; the test is symmetric there.
    critical = binom.isf(LEVEL / 2, totals, 0.5) + 1
    found = binom.sf(critical - 1, totals, ratio / (1 + ratio))
    return float((poisson.pmf(totals, total) * found).sum())
