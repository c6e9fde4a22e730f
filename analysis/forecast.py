"""The next window, if the level goes on: the expected level with room for drift."""

from dataclasses import dataclass, replace

import numpy as np

from analysis.arrays import Flags, Floats
from analysis.expected import Design, Level, Obstacle, expected_level
from analysis.signal import quantile

# Levels move by themselves between the baseline and the next quarter: without 8 % of the mean in the standard
# deviation, 80 % intervals of drifting series cover 70-76 %.
DRIFT = 0.08
# Below this the interval is nearly "0 to a few" and says nothing.
LEAST_FORECAST = 3.0


@dataclass(frozen=True)
class Outlook:
    """Intervals for the window after the last column, one entry a municipality; NaN where none is given."""

    mean: Floats
    variance: Floats
    low80: Floats
    high80: Floats
    low95: Floats
    high95: Floats


def next_level(counts: Floats, width: int, design: Design, usable: Flags | None = None) -> Level | Obstacle:
    """Return the level of the `width` periods after the last column, its variance widened by the drift."""
    level = expected_level(counts, counts.shape[1], width, design, usable)
    if isinstance(level, Obstacle):
        return level
    return replace(level, variance=level.variance + (DRIFT * level.mean) ** 2)


def outlook(counts: Floats, width: int, design: Design, usable: Flags | None = None) -> Outlook | Obstacle:
    """Return the 80 % and 95 % intervals of the window after the last column; none where the mean is under 3.

    The caller says what else has no forecast: killed persons, serious injuries per municipality, and series with a
    break less than 24 months old.
    """
    level = next_level(counts, width, design, usable)
    if isinstance(level, Obstacle):
        return level
    told = level.mean >= LEAST_FORECAST
    mean, variance = np.where(told, level.mean, np.nan), np.where(told, level.variance, np.nan)
    low80, high80, low95, high95 = (quantile(p, mean, variance) for p in (0.10, 0.90, 0.025, 0.975))
    return Outlook(mean, variance, low80, high80, low95, high95)


def covered(observed: Floats, outlook: Outlook) -> tuple[int, int]:
    """Return how many observed counts their 80 % interval held, and of how many: the backtest that pages show."""
    compared = np.isfinite(observed) & np.isfinite(outlook.low80)
    inside = (observed >= outlook.low80) & (observed <= outlook.high80) & compared
    return int(inside.sum()), int(compared.sum())
