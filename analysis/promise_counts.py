"""What a release tells of a promise: the counts by place and period, and why there are none."""

from functools import lru_cache

from analysis import reasons
from analysis.promise_answer import PromiseCount
from data.issued import Status
from data.municipalities import DISTRICT
from data.periods import Period, Quarter, Year
from data.release import Release

FEWER_THAN_FIVE = "Der er færre end fem sager at regne på, så de vises ikke."
NOT_TIMED = "Tiderne er ikke oplyst i udtrækket for {period}."
OPEN = "Perioden var ikke slut, da udtrækket blev lavet, så der er intet tal endnu."
ONLY_CLOSED_YEARS = "Tallet vises kun for hele, afsluttede år og kun, hvor antallet af anmeldelser vises."

Counts = dict[tuple[str, Period], PromiseCount | str]


@lru_cache(maxsize=32)
def promise_counts(release: Release, share: str) -> Counts:
    """Return (place, period) -> the count of a promise, or the reason why it is not told."""
    found: Counts = {}
    for place, year, quarter, status, *numbers in release.rows("share_quarter", share=share):
        found[place, Quarter(year, quarter)] = _told(Quarter(year, quarter), status, numbers)
    for place, year, status, *numbers in release.rows("share_year", share=share):
        found[place, Year(year)] = _told(Year(year), status, numbers)
    return found


def _told(period: Period, status: str, numbers: list[int]) -> PromiseCount | str:
    if status == Status.SHOWN:
        return PromiseCount(period, *numbers)
    return FEWER_THAN_FIVE if status == Status.HELD_BACK else NOT_TIMED.format(period=period.name)


def count_or_reason(release: Release, share: str, quarterly: bool, place: str, period: Period) -> PromiseCount | str:
    """Return the count of one place and period, or why there is none."""
    found = promise_counts(release, share).get((place, period))
    if found is not None:
        return found
    if period.last_day > release.data_until:
        return OPEN
    if quarterly or (isinstance(period, Year) and place == DISTRICT):
        return reasons.not_delivered(place, period)
    return ONLY_CLOSED_YEARS


def shown_counts(release: Release, share: str, place: str) -> tuple[PromiseCount, ...]:
    """Return every count of a place that is told, quarters and years, oldest first."""
    found = [
        count for (of, _), count in promise_counts(release, share).items() if of == place and not isinstance(count, str)
    ]
    return tuple(sorted(found, key=lambda count: (count.period.last_day, count.period.code)))
