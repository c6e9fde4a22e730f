"""What is known of a promise: how many cases, how many it was kept for, what was left out, and how long it took."""

from dataclasses import dataclass
from enum import StrEnum

from analysis.proportions import ShareBounds
from analysis.rates import Interval
from data.periods import Period
from data.promises import Promise


class ShareVerdict(StrEnum):
    """Two shares against each other: Newcombe's interval of their difference is above 0, below it, or holds it."""

    HIGHER = "hoejere"
    LOWER = "lavere"
    NOT_SURE = "ikke_sikker"
    NOT_COMPARABLE = "ikke_sammenlignelig"


@dataclass(frozen=True)
class PromiseCount:
    """One promise in one place and period.

    `kept` is None where the promise has no limit. `excluded`, `elsewhere` (a part of it) and `unknown` are None where
    only their sum `other` may be told; the minutes where there are too few visits, or nothing is visited.
    """

    period: Period
    kept: int | None
    counted: int
    excluded: int | None
    elsewhere: int | None
    unknown: int | None
    other: int
    median_minutes: int | None = None
    nine_tenths_minutes: int | None = None


@dataclass(frozen=True)
class Compared:
    """The same period a year before, the difference of the shares, and the verdict; `counted` is this period's.

    `first_sure`: the count nearest to this period's, on its own side of the year before's share, that would have made
    the difference sure; None when the difference is sure, or no count would.
    """

    counted: int
    before: PromiseCount
    difference: Interval
    verdict: ShareVerdict
    first_sure: int | None


@dataclass(frozen=True)
class PromiseAnswer:
    """All that is known of one promise in one place and period; `reason` says in Danish why there is no count.

    `share` has Wilson's interval, `bounds` are the share if every unknown case was late and if every one was in time.
    `next_case`: the points by which the next case can move the share. `not_compared` says why there is no comparison.
    `speed` is the newest closed year up to the period, where its times are told.
    """

    promise: Promise
    municipality: str
    name: str
    period: Period
    count: PromiseCount | None
    share: Interval | None
    bounds: ShareBounds | None
    next_case: float | None
    compared: Compared | None
    not_compared: str | None
    speed: PromiseCount | None
    reason: str | None
    source: str
    release: str
