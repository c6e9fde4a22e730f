"""Was a promise kept: the share with its interval, what is not known, and the same period a year before."""

from functools import lru_cache

from analysis.breaks import breaks_of_codes
from analysis.crossed import unusual_time
from analysis.promise_answer import Compared, PromiseAnswer, PromiseCount, ShareVerdict
from analysis.promise_counts import count_or_reason, promise_counts
from analysis.proportions import ShareBounds, newcombe, share_bounds, wilson
from analysis.rates import Interval
from analysis.unanswered import extract_source
from data.catalogue import promise
from data.municipalities import area_name
from data.periods import Period, Year
from data.promises import GUARANTEED_SINCE, Promise
from data.release import Release

ANSWERS_KEPT = 4096
# Where one case moves the share by less nobody will notice it.
LEAST_MOVE = 0.01

NOT_IN_FORCE = "Garantien gælder fra november 2021, så perioden året før kan ikke sammenlignes."
NOTHING_BEFORE = "Der er intet tal for samme periode året før."
UNUSUAL_TIME = "Perioden året før er usædvanlig (COVID-19) og sammenlignes ikke."


@lru_cache(maxsize=ANSWERS_KEPT)
def promise_answer(release: Release, code: str, place: str, period: Period) -> PromiseAnswer:
    """Return what is known of a promise (its code) in a place and period.

    Raises UserError when there is no such promise or place.
    """
    asked, category = promise(code)
    name = area_name(place)
    found = count_or_reason(release, code, category.quarterly, place, period)
    count = None if isinstance(found, str) else found
    earlier = count_or_reason(release, code, category.quarterly, place, period.year_before)
    obstacle = _obstacle(release, asked, earlier, period.year_before)
    comparable = count is not None and obstacle is None and not isinstance(earlier, str)
    return PromiseAnswer(
        promise=asked,
        municipality=place,
        name=name,
        period=period,
        count=count,
        share=wilson(count.kept, count.counted) if count and count.kept is not None else None,
        bounds=_bounds(count),
        next_case=_next_case(count),
        compared=_compared(count, earlier) if comparable and count and not isinstance(earlier, str) else None,
        not_compared=obstacle,
        speed=_speed(release, code, place, period),
        reason=found if isinstance(found, str) else None,
        source=extract_source(release),
        release=release.id,
    )


def _obstacle(release: Release, asked: Promise, earlier: PromiseCount | str, before: Period) -> str | None:
    """Return why the year before cannot be set against; None when it can."""
    if asked.guarantee and before.first_day < GUARANTEED_SINCE:
        return NOT_IN_FORCE
    if unusual_time(breaks_of_codes(release, ()), before):
        return UNUSUAL_TIME
    return NOTHING_BEFORE if isinstance(earlier, str) else None


def _bounds(count: PromiseCount | None) -> ShareBounds | None:
    """Return worst and best case: where unknown is not told apart, all that is left out is taken for unknown."""
    if count is None or count.kept is None:
        return None
    return share_bounds(count.kept, count.counted, count.other if count.unknown is None else count.unknown)


def _next_case(count: PromiseCount | None) -> float | None:
    """Return how much one more case can move the share, kept or not; None where it is too little to matter."""
    if count is None or count.kept is None:
        return None
    farthest = max(count.kept, count.counted - count.kept)
    move = farthest / (count.counted * (count.counted + 1))
    return move if move >= LEAST_MOVE else None


def _compared(now: PromiseCount, before: PromiseCount) -> Compared | None:
    difference = _difference(now.kept, now, before)
    if now.kept is None or difference is None:
        return None
    if difference.low > 0 or difference.high < 0:
        verdict = ShareVerdict.HIGHER if difference.value > 0 else ShareVerdict.LOWER
        return Compared(now.counted, before, difference, verdict, None)
    first_sure = _first_sure(now.kept, now, before, difference)
    return Compared(now.counted, before, difference, ShareVerdict.NOT_SURE, first_sure)


def _difference(kept: int | None, now: PromiseCount, before: PromiseCount) -> Interval | None:
    if kept is None or before.kept is None:
        return None
    return newcombe(kept, now.counted, before.kept, before.counted)


def _first_sure(kept: int, now: PromiseCount, before: PromiseCount, difference: Interval) -> int | None:
    """Return the count that would first have been a sure difference: downwards, unless the share lies above.

    Upwards there may be none: a share near 1 cannot be surely exceeded.
    """
    downwards = list(range(kept - 1, -1, -1))
    upwards = list(range(kept + 1, now.counted + 1))
    for other in (*upwards, *downwards) if difference.value > 0 else (*downwards, *upwards):
        found = _difference(other, now, before)
        if found is not None and (found.low > 0 or found.high < 0):
            return other
    return None


def closed_year(release: Release, period: Period) -> Year:
    """Return the newest closed year up to a period."""
    year = Year(period.year)
    return year if year.last_day <= release.data_until else year.year_before


def _speed(release: Release, code: str, place: str, period: Period) -> PromiseCount | None:
    """Return the newest closed year up to the period, when its times are told."""
    found = promise_counts(release, code).get((place, closed_year(release, period)))
    return found if isinstance(found, PromiseCount) and found.median_minutes is not None else None
