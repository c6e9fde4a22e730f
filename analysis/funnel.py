"""Municipalities beside each other without a ranking: how far from 1 chance takes a ratio of that size."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import poisson

from analysis.arrays import Floats

OUTER_LOW, INNER_LOW, INNER_HIGH, OUTER_HIGH = 0.001, 0.025, 0.975, 0.999
# The most extreme tenth at each end is pulled in before the dispersion is estimated, lest an outlier hide itself.
WINSORISED = 0.10


@dataclass(frozen=True)
class FunnelLimits:
    """Limits at each expected count: counts (Poisson quantiles) and ratios (interpolated), 95 % and 99.8 %."""

    count95: tuple[Floats, Floats]
    count998: tuple[Floats, Floats]
    ratio95: tuple[Floats, Floats]
    ratio998: tuple[Floats, Floats]


def funnel_limits(expected: Floats, dispersion: float = 1.0) -> FunnelLimits:
    """Return the funnel's limits (Spiegelhalter 2005, Stat. Med. 24:1185); expected counts above 0.

    dispersion above 1 widens the ratios' distance from 1 by its root; the counts stay Poisson quantiles.
    """
    widening = np.sqrt(max(1.0, dispersion))

    def ratio(probability: float) -> Floats:
        limit: Floats = np.maximum(0.0, 1 + (_interpolated(probability, expected) / expected - 1) * widening)
        return limit

    def count(probability: float) -> Floats:
        quantile: Floats = poisson.ppf(probability, expected)
        return quantile

    return FunnelLimits(
        count95=(count(INNER_LOW), count(INNER_HIGH)),
        count998=(count(OUTER_LOW), count(OUTER_HIGH)),
        ratio95=(ratio(INNER_LOW), ratio(INNER_HIGH)),
        ratio998=(ratio(OUTER_LOW), ratio(OUTER_HIGH)),
    )


def _interpolated(probability: float, expected: Floats) -> Floats:
    """Return r - (F(r) - p) / (F(r) - F(r - 1)), r the Poisson quantile, at least 0: a limit without steps."""
    quantile = poisson.ppf(probability, expected)
    at, below = poisson.cdf(quantile, expected), poisson.cdf(quantile - 1, expected)
    limit: Floats = np.maximum(0.0, quantile - (at - probability) / (at - below))
    return limit


def funnel_dispersion(observed: Floats, expected: Floats) -> float:
    """Return sum z^2 / M with z = 2 (sqrt O - sqrt E) winsorised at 10 % and 90 %.

    Well above 1 the municipalities really differ: the funnel then says so and points at nobody.
    """
    z = 2 * (np.sqrt(observed) - np.sqrt(expected))
    low, high = np.quantile(z, [WINSORISED, 1 - WINSORISED])
    return float((np.clip(z, low, high) ** 2).mean())
