"""Many tests at once: the false-discovery rate of one family."""

import numpy as np
from scipy.stats import false_discovery_control

from analysis.arrays import Floats


def adjusted_p(p: Floats) -> Floats:
    """Return q_(i) = min_{j >= i} p_(j) n / j (Benjamini & Hochberg 1995); NaN stays NaN and is not in the family."""
    adjusted = np.full(len(p), np.nan)
    tested = np.isfinite(p)
    if tested.any():
        adjusted[tested] = false_discovery_control(p[tested], method="bh")
    return adjusted


def two_sided(p_up: Floats, p_down: Floats) -> Floats:
    """Return min(1, 2 min(p_up, p_down)), the p-value that a family of municipalities is controlled on."""
    p: Floats = np.minimum(1.0, 2 * np.minimum(p_up, p_down))
    return p


def bonferroni_rejections(p: Floats, level: float) -> int:
    """Return how many of the tests survive Bonferroni's level / n."""
    return int(np.count_nonzero(p <= level / np.isfinite(p).sum()))
