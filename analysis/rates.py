"""How often, allowing for size: exact intervals of counts and rates, and a municipality against the rest."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import norm, poisson
from statsmodels.stats.rates import confint_poisson

from analysis.arrays import Floats

# Probabilities equal but for rounding count as equally extreme, as in R's poisson.test.
ROUNDING = 1 + 1e-7


@dataclass(frozen=True)
class Interval:
    """A value with the limits of its interval, in the value's own unit."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Ratio:
    """Observed over expected, its 95 % interval and the two-sided p of no difference."""

    value: float
    low: float
    high: float
    p: float


def poisson_interval(count: float, exposure: float = 1.0, level: float = 0.95) -> Interval:
    """Return count / exposure with Garwood's exact interval (Garwood 1936, Biometrika 28:437).

    low = chi2(alpha/2; 2 count) / 2, high = chi2(1 - alpha/2; 2 count + 2) / 2, over the exposure; low is 0 when the
    count is 0, and high is then 3.689 cases at 95 %.
    """
    low, high = confint_poisson(count, exposure, method="exact-c", alpha=1 - level)
    return Interval(count / exposure, 0.0 if count == 0 else float(low), float(high))


def rate_per_1000(count: float, denominator: float) -> Interval:
    """Return the rate per 1,000 of the denominator with its exact 95 % interval."""
    return poisson_interval(count, denominator / 1000)


def expected_from_rest(count: Floats, size: Floats) -> Floats:
    """Return what each place would have at the rates of the others: E_m = sum_k N_mk sum_{j!=m} O_jk / sum_{j!=m} N_jk.

    count and size: places x strata (dwelling type, age band; one column where there are no strata). A stratum that
    only one place has gives that place 0.
    """
    rest_count, rest_size = count.sum(axis=0) - count, size.sum(axis=0) - size
    rates = np.divide(rest_count, rest_size, out=np.zeros_like(rest_size), where=rest_size > 0)
    expected: Floats = (size * rates).sum(axis=1)
    return expected


def standardised_ratio(observed: int, expected: float, dispersion: float = 1.0) -> Ratio:
    """Return observed / expected (SIR) with Garwood's interval and the exact two-sided p (indirect standardisation).

    With dispersion > 1 the limits are exp(ln SIR +- 1.96 sqrt(dispersion / observed)) and p is that of the same normal
    approximation; at 0 observed there is no logarithm, and the exact form stands.
    """
    ratio = observed / expected
    if dispersion <= 1 or observed == 0:
        exact = poisson_interval(observed, expected)
        return Ratio(ratio, exact.low, exact.high, poisson_p(observed, expected))
    error = float(np.sqrt(dispersion / observed))
    factor = float(np.exp(norm.ppf(0.975) * error))
    return Ratio(ratio, ratio / factor, ratio * factor, float(2 * norm.sf(abs(np.log(ratio)) / error)))


def poisson_p(observed: int, expected: float) -> float:
    """Return the exact two-sided p: the probability of every count that is no likelier than the observed one."""
    if expected == 0:
        return 1.0 if observed == 0 else 0.0
    # Both tails beyond this many counts are far under double precision.
    counts = np.arange(int(max(observed, expected) + 40 * np.sqrt(max(observed, expected)) + 40))
    chances = poisson.pmf(counts, expected)
    return float(min(1.0, chances[chances <= poisson.pmf(observed, expected) * ROUNDING].sum()))
