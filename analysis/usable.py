"""Which periods of a series may be compared with each other."""

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np

from analysis.answers import Break
from analysis.arrays import Flags

SERIES_KEPT = 256  # every series of a few releases asks with the same periods and breaks, quarter after quarter


class Span(Protocol):
    """A period with a first and a last day (Month, Quarter, Year)."""

    @property
    def first_day(self) -> dt.date: ...

    @property
    def last_day(self) -> dt.date: ...


def usable_periods(periods: Sequence[Span], breaks: Sequence[Break]) -> Flags:
    """Return, for each period, whether a baseline or a season may use it and whether it may be judged.

    `break`: every period that begins before its date is unusable, so also the one the date falls inside, which
    mixes both meanings. `exclude`: every period that the interval touches. `mark`: nothing.
    """
    return _usable(tuple(periods), tuple(breaks))


@lru_cache(maxsize=SERIES_KEPT)
def _usable(periods: tuple[Span, ...], breaks: tuple[Break, ...]) -> Flags:
    found = np.array([all(_leaves_usable(change, period) for change in breaks) for period in periods], dtype=np.bool_)
    found.flags.writeable = False  # kept, and handed to everyone who asks
    return found


def _leaves_usable(change: Break, period: Span) -> bool:
    if change.effect == "break":
        return period.first_day >= change.start
    if change.effect == "exclude":
        end = change.end or change.start
        return period.last_day < change.start or end < period.first_day
    return True
