"""What stands in the way of setting two periods against each other: a break between them, an unusual time in one."""

import datetime as dt
from collections.abc import Sequence

from analysis.answers import Break
from data.periods import Period


def newest_break(breaks: Sequence[Break], after: dt.date, until: dt.date) -> Break | None:
    """Return the newest break after the first day, no later than the last."""
    between = (mark for mark in breaks if mark.effect == "break" and after < mark.start <= until)
    return max(between, key=lambda mark: mark.start, default=None)


def unusual_time(breaks: Sequence[Break], period: Period) -> Break | None:
    """Return an excluded interval that touches the period."""
    touching = (
        mark
        for mark in breaks
        if mark.effect == "exclude" and mark.start <= period.last_day and (mark.end or mark.start) >= period.first_day
    )
    return next(touching, None)
