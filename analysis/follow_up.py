"""What was done for those who were hit: the share that the police followed up on, in each period."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from analysis import reasons
from analysis.proportions import wilson
from analysis.rates import Interval
from analysis.unanswered import extract_source
from data.catalogue import CATEGORIES, Category
from data.follow_ups import FollowUp
from data.issued import Status
from data.municipalities import area_name
from data.periods import Period, Quarter, Year
from data.release import Release

TABLES = ("follow_up_quarter", "follow_up_year")


@dataclass(frozen=True)
class Followed:
    """How many of the cases of a period were followed up on: `kept` of `counted`, Wilson's 95 % interval in `share`.

    `unknown` cases say nothing. `provisional`: some have not been followed for a year, so the share still grows.
    All numbers are None where they were not delivered or are held back; `reason` says which.
    """

    period: Period
    kept: int | None
    counted: int | None
    unknown: int | None
    provisional: bool
    reason: str | None

    @cached_property
    def share(self) -> Interval | None:
        return None if self.kept is None or self.counted is None else wilson(self.kept, self.counted)


@dataclass(frozen=True)
class FollowedUp:
    """One follow-up of a category in one place, every period that is told, oldest first."""

    follow_up: FollowUp
    category: Category
    place: str
    source: str
    periods: tuple[Followed, ...]

    def at(self, period: Period) -> Followed:
        """Return what is known of a period; nothing, where the release does not reach it."""
        found = next((each for each in self.periods if each.period == period), None)
        return found or _unknown(period, reasons.follow_up_not_delivered(self.follow_up.name, period))


@lru_cache(maxsize=256)
def followed_up(release: Release, category: str, place: str) -> tuple[FollowedUp, ...]:
    """Return every follow-up of a category in a place (code), by quarter and by closed year.

    A release of an earlier version knows none: then there is none.
    """
    if not all(map(release.has, TABLES)):
        return ()
    found: dict[str, list[Followed]] = {}
    for table in TABLES:
        for year, quarter, code, *numbers in release.rows(table, category=category, municipality=place):
            period = Quarter(year, quarter) if quarter else Year(year)
            found.setdefault(code, []).append(_followed(code, category, period, *numbers))
    told = CATEGORIES[category]
    source = extract_source(release)
    return tuple(
        FollowedUp(each, told, area_name(place), source, tuple(found.get(each.code, ()))) for each in told.follow_ups
    )


def _followed(
    code: str,
    category: str,
    period: Period,
    status: str,
    kept: int | None,
    counted: int | None,
    unknown: int | None,
    provisional: bool,
) -> Followed:
    name = next(each.name for each in CATEGORIES[category].follow_ups if each.code == code)
    if status == Status.NOT_DELIVERED:
        return _unknown(period, reasons.follow_up_not_delivered(name, period))
    if kept is None or counted is None:
        return _unknown(period, reasons.follow_up_held_back(name, period))
    return Followed(period, kept, counted, unknown, provisional, None)


def _unknown(period: Period, reason: str) -> Followed:
    return Followed(period, None, None, None, False, reason)
