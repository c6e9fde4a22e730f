"""Two periods against each other: exact, honest about how little small counts can show."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.optimize import brentq
from scipy.special import betaincinv
from scipy.stats import binom, binomtest, poisson, poisson_means_test
from scipy.stats import t as student

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
    p = float(binomtest(k1, k1 + k2, n1 / (n1 + n2)).pvalue)
    least, most = _clopper_pearson(k1, k2)
    ratio = k1 / n1 / (k2 / n2) if k2 else None
    low = least / (1 - least) * n2 / n1
    high = most / (1 - most) * n2 / n1 if k2 else None
    if ratio and high and dispersion > DISPERSED:
        widening = np.sqrt(dispersion)
        low, high = ratio * (low / ratio) ** widening, ratio * (high / ratio) ** widening
    return Change(ratio, float(low), None if high is None else float(high), p)


def _clopper_pearson(k1: int, k2: int) -> tuple[float, float]:
    """Return the exact limits of k1's share of k1 + k2 as beta quantiles: a tenth of a root search's cost."""
    low = float(betaincinv(k1, k2 + 1, LEVEL / 2)) if k1 else 0.0
    return low, float(betaincinv(k1 + 1, k2, 1 - LEVEL / 2)) if k2 else 1.0


def e_test(k1: int, n1: float, k2: int, n2: float) -> float:
    """Return the two-sided p of the E-test: a little sharper than the exact one at small counts.

    Krishnamoorthy & Thomson 2004, J. Stat. Plan. Inference 119:23.
    """
    if k1 + k2 == 0:
        return 1.0
    return float(min(1.0, poisson_means_test(k1, n1, k2, n2).pvalue))


def quasi_poisson_change(before: Floats, after: Floats) -> ModelledChange | None:
    """Return the ratio of mean counts after / before by quasi-Poisson regression with t intervals, as R's glm gives it.

    The GLM of two groups has a closed form: log ratio of the means, Poisson variance 1 / sum before + 1 / sum after,
    dispersion = Pearson chi2 / (n - 2), error = root of their product, t with n - 2 degrees of freedom (statsmodels
    would use z, which halves p with few months). None when one side has no cases or n is under 3.
    """
    freedom = len(before) + len(after) - 2
    if before.sum() == 0 or after.sum() == 0 or freedom < 1:
        return None
    log_ratio = float(np.log(after.mean() / before.mean()))
    plain_error = float(np.sqrt(1 / before.sum() + 1 / after.sum()))
    dispersion = sum(float(((side - side.mean()) ** 2).sum() / side.mean()) for side in (before, after)) / freedom
    error = plain_error * float(np.sqrt(dispersion))
    reach = float(student.ppf(0.975, freedom)) * error
    p = float(2 * student.sf(abs(log_ratio) / error, freedom)) if error else float(log_ratio == 0)
    ratio, low, high = np.exp([log_ratio, log_ratio - reach, log_ratio + reach])
    return ModelledChange(log_ratio, error, plain_error, dispersion, float(ratio), float(low), float(high), p)


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
