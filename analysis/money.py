"""Losses: the median and its interval, and whether a sum would give one victim's loss away."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import binom

from analysis.arrays import Floats
from data.money import LARGEST_SHARE, PROTECTION

# The rule by which publish holds a sum back (data/money.py), in percent as the handbook has it.
LARGEST, LARGEST_PERCENT, PROTECTION_PERCENT = 2, 100 * LARGEST_SHARE, 100 * PROTECTION


@dataclass(frozen=True)
class Median:
    """The median with its order-statistic interval: `ranks` count from 1, `coverage` is what the ranks hold."""

    value: float
    low: float
    high: float
    ranks: tuple[int, int]
    coverage: float


@dataclass(frozen=True)
class Dominance:
    """Whether a sum can be published; `share` is the part of the n largest, None when the sum is 0."""

    p_percent_unsafe: bool
    share: float | None
    nk_unsafe: bool


def median_interval(amounts: Floats) -> Median | None:
    """Return the median and x_(k) to x_(n-k+1), k the 2.5 % quantile of Bin(n, 1/2); None where k is 0 (n under 6).

    Distribution-free, because losses are far from normal (Conover 1999, section 3.2). Pages show it from n = 10;
    attempts and zero losses are a share, not part of the median.
    """
    ordered = np.sort(amounts)
    count = len(ordered)
    rank = int(binom.ppf(0.025, count, 0.5)) if count else 0
    if rank == 0:
        return None
    coverage = 1 - 2 * float(binom.cdf(rank - 1, count, 0.5))
    ranks = (rank, count - rank + 1)
    return Median(float(np.median(ordered)), float(ordered[rank - 1]), float(ordered[-rank]), ranks, coverage)


def dominance(
    amounts: Floats, p: float = PROTECTION_PERCENT, n: int = LARGEST, k: float = LARGEST_PERCENT
) -> Dominance:
    """Return the p-percent rule and the (n, k) rule (Hundepool et al. 2012, Statistical Disclosure Control, 4.2).

    p-percent: unsafe when total - x1 - x2 < p % of x1, for then the second can reckon the largest to within p %.
    (n, k): unsafe when the n largest are more than k % of the total.
    """
    ordered = np.sort(amounts)[::-1]
    total, largest = float(ordered.sum()), float(ordered[:1].sum())
    rest = total - float(ordered[:2].sum())
    leading = float(ordered[:n].sum())
    return Dominance(rest < p / 100 * largest, leading / total if total else None, leading > k / 100 * total)
