"""What victims lost: rule P4. A median and its interval, rounded; a sum only where nobody's loss stands out in it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom

from data.disclosure import SMALLEST_REST, Gate, Partition, group_gate
from data.municipalities import UNKNOWN

LEAST_LOSSES = 10  # under ten the interval spans nearly all of them
ROUNDED_TO, SUM_ROUNDED_TO = 1_000, 100_000  # kroner
# A sum is held back when its two largest are more than 85 % of it, or when the rest is under 15 % of the largest.
LARGEST_SHARE, PROTECTION = 0.85, 0.15
TAIL = 0.025

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Losses:
    """The losses of one place: `kroner`, all over 0, in ascending order, and how often each occurs (`times`).

    `others` is how many lost nothing or did not say.
    """

    kroner: Numbers
    times: Numbers
    others: int

    @property
    def count(self) -> int:
        return int(self.times.sum())

    @property
    def total(self) -> int:
        return int((self.kroner * self.times).sum())

    def ranked(self, rank: int) -> int:
        """Return the loss with this rank; 1 is the smallest."""
        return int(self.kroner[np.searchsorted(np.cumsum(self.times), rank)])


NO_LOSSES = Losses(np.array([], dtype=np.int64), np.array([], dtype=np.int64), 0)


def pooled(losses: Sequence[Losses]) -> Losses:
    """Return the losses of several places together."""
    kroner = np.concatenate([of.kroner for of in losses])
    order = np.argsort(kroner)
    return Losses(kroner[order], np.concatenate([of.times for of in losses])[order], sum(of.others for of in losses))


@dataclass(frozen=True)
class Median:
    """The median and x_(k) to x_(n-k+1), k the 2.5 % quantile of Bin(n, 1/2), each to the nearest 1,000 kroner."""

    median: int
    low: int
    high: int


def median(losses: Losses) -> Median | None:
    """Return the median with its order-statistic interval (METHODS, 8), or None under ten losses."""
    count = losses.count
    if count < LEAST_LOSSES:
        return None
    rank = int(binom.ppf(TAIL, count, 0.5))
    middle = (losses.ranked((count + 1) // 2) + losses.ranked(count // 2 + 1)) / 2
    told = (middle, losses.ranked(rank), losses.ranked(count - rank + 1))
    return Median(*(_nearest(amount, ROUNDED_TO) for amount in told))


def may_be_summed(losses: Losses) -> bool:
    """Return whether a sum gives nobody's loss away: ten or more, and none of them dominates (P4).

    The second largest knows his own loss: what he can reckon of the largest is at least 15 % too much.
    """
    count, total = losses.count, losses.total
    if count < LEAST_LOSSES:
        return False
    largest, second = losses.ranked(count), losses.ranked(count - 1)
    return largest + second <= LARGEST_SHARE * total and total - largest - second >= PROTECTION * largest


def rounded_sum(losses: Losses) -> int:
    """Return the sum to the nearest 100,000 kroner."""
    return _nearest(losses.total, SUM_ROUNDED_TO)


def sum_partition(losses: Mapping[str, Losses], candidates: Container[str]) -> Partition | None:
    """Return whose sum may be shown, and the rest whose sum may be shown as one; None: not even the district's."""

    def may_stand(place: str) -> bool:
        return place in candidates and may_be_summed(losses[place])

    def rest_may_stand(rest: Sequence[str]) -> bool:
        several = sum(place != UNKNOWN for place in rest) >= SMALLEST_REST
        return not rest or (several and may_be_summed(pooled([losses[place] for place in rest])))

    sums = {place: of.total for place, of in losses.items() if place != UNKNOWN or of.count}
    return Gate(sums, may_stand, rest_may_stand).partition()


def count_partition(losses: Mapping[str, Losses], candidates: Container[str]) -> Partition | None:
    """Return for whom it may be told how many lost something, which tells as well how many did not."""
    groups = {place: [of.count, of.others] for place, of in losses.items()}
    return group_gate(groups, dict.fromkeys(losses, 0), candidates).partition()


def _nearest(amount: float, unit: int) -> int:
    return int(np.floor(amount / unit + 0.5)) * unit
