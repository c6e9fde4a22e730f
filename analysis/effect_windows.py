"""Which quarters stand before and after an initiative: equal seasons on both sides, nothing in between."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.answers import Break
from analysis.usable import usable_periods
from data.periods import Quarter
from data.register.when import When

SEASONS = (1, 2, 3, 4)
# A single quarter after can be one wave.
LEAST_AFTER = 2
# A whole year before: without it nobody knows whether the places moved alike.
LEAST_BEFORE = 4
# Older than three years is another time; as in the expected level.
MOST_YEARS = 3
_QUARTERS_AHEAD = 24


@dataclass(frozen=True)
class Windows:
    """The quarters compared, as many of each season before as after; `years` is 0 when they are no whole years."""

    before: tuple[Quarter, ...]
    after: tuple[Quarter, ...]
    years: int


def quarters_before(quarters: Sequence[Quarter], start: When) -> tuple[Quarter, ...]:
    """Return those of the quarters that had ended before the initiative can have begun, at most twelve, the newest."""
    return tuple(quarter for quarter in quarters if quarter.last_day < start.first_day)[-MOST_YEARS * len(SEASONS) :]


def quarters_after(quarters: Sequence[Quarter], start: When, end: When | None) -> tuple[Quarter, ...]:
    """Return those of the quarters in which the initiative ran from the first day to the last.

    A start that is known only by its month or year may have been the last day of it.
    """
    running = start.first_day if start.is_day else start.last_day + dt.timedelta(days=1)
    ended = dt.date.max if end is None else end.first_day
    return tuple(quarter for quarter in quarters if quarter.first_day >= running and quarter.last_day <= ended)


def matched_windows(before: Sequence[Quarter], after: Sequence[Quarter]) -> Windows | None:
    """Return whole years, as many on both sides as there are (at most three); else the same quarters of the year.

    Taken nearest to the initiative, so that the answer stays the same while more numbers come. None when fewer than
    two quarters can be matched.
    """
    earlier = {season: [quarter for quarter in before if quarter.number == season] for season in SEASONS}
    later = {season: [quarter for quarter in after if quarter.number == season] for season in SEASONS}
    years = min(MOST_YEARS, *(min(len(earlier[season]), len(later[season])) for season in SEASONS))
    of_each = years or 1
    shared = [season for season in SEASONS if earlier[season] and later[season]]
    if len(shared) < LEAST_AFTER:
        return None
    return Windows(
        before=tuple(sorted(quarter for season in shared for quarter in earlier[season][-of_each:])),
        after=tuple(sorted(quarter for season in shared for quarter in later[season][:of_each])),
        years=years,
    )


def assessable_from(
    before: Sequence[Quarter], start: When, end: When | None, breaks: Sequence[Break]
) -> dt.date | None:
    """Return the first day on which enough quarters after can have ended; None when there never will be enough."""
    first = Quarter.of(start.last_day)
    coming = Quarter.span(first, first.plus(_QUARTERS_AHEAD))
    usable = [quarter for quarter, may in zip(coming, usable_periods(coming, breaks), strict=True) if may]
    after = quarters_after(usable, start, end)
    for count in range(LEAST_AFTER, len(after) + 1):
        if matched_windows(before, after[:count]):
            return after[count - 1].last_day + dt.timedelta(days=1)
    return None
