"""Districts that never were: monthly counts of thirteen municipalities, with a winter peak and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analysis.arrays import Floats

MUNICIPALITIES = 13
# From a place with three cases a month to one with a hundred, evenly on the log scale.
MEANS = np.geomspace(3, 100, MUNICIPALITIES)
WINTER_PEAK = 0.30


@dataclass(frozen=True)
class World:
    """How a month's counts scatter round their mean."""

    name: str
    variance: Callable[[Floats], Floats]


POISSON = World("Poisson", lambda mean: mean)
TWICE = World("φ = 2", lambda mean: 2 * mean)
FOUR_TIMES = World("φ = 4", lambda mean: 4 * mean)
GROWING = World("μ + 0,03 μ²", lambda mean: mean + 0.03 * mean**2)


def season(months: int) -> Floats:
    """Return the factor of each month from a January, with mean 1 over a year."""
    return 1 + WINTER_PEAK * np.cos(2 * np.pi * np.arange(months) / 12)


def monthly_counts(
    world: World, months: int, shuffle: np.random.Generator, means: Floats = MEANS, shock: float = 0.0
) -> Floats:
    """Return counts, municipalities x months from a January; `shock` is the SD of a factor common to a quarter."""
    common = np.repeat(np.maximum(0.1, shuffle.normal(1, shock, months // 3)), 3)
    return scattered(world, means[:, None] * season(months) * common, shuffle)


def scattered(world: World, mean: Floats, shuffle: np.random.Generator) -> Floats:
    """Return counts with these means and the world's variance (negative binomial above Poisson)."""
    extra = world.variance(mean) - mean
    if not extra.any():
        return shuffle.poisson(mean).astype(float)
    size = mean**2 / extra
    return shuffle.negative_binomial(size, size / (size + mean)).astype(float)


def quarterly(months: Floats) -> Floats:
    """Return sums of three months, municipalities x quarters."""
    return months.reshape(len(months), -1, 3).sum(axis=2)
