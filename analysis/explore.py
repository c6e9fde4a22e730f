"""Udforsk: exact counts of one category by month, quarter or year to date, for places and one attribute of choice.

For the analysts alone: it reads the release's internal file, which the council's room does not have. Two attributes are
never crossed: the release holds each for itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.explore_spans import Span, Step, spans
from data.attributes import ATTRIBUTES, UNKNOWN_VALUE
from data.catalogue import CATEGORIES
from data.municipalities import DISTRICT, UNKNOWN, area_name, municipality_codes
from data.periods import Month, Quarter
from data.release import Release

EVERY_PLACE = (*municipality_codes(), UNKNOWN)
OTHER = "Uoplyst"

Row = tuple[int | None, ...]
Months = dict[tuple[str, Month], int]
Values = dict[tuple[str, Quarter, str], int]


@dataclass(frozen=True)
class Asked:
    """What is counted: a category in some places (codes; `998` is without a municipality, `kreds` all), by a step.

    `attribute`: its groups are the columns, counted as reports; without one the places are. `group`: one of its groups
    (a code) alone. `until`: the month that a year to date ends with.
    """

    category: str
    places: tuple[str, ...]
    step: Step
    until: int
    attribute: str = ""
    group: str = ""


@dataclass(frozen=True)
class Explored:
    """Counts by period, oldest first; a count is None where a month of it was not delivered, or is not closed."""

    asked: Asked
    columns: tuple[str, ...]
    spans: tuple[Span, ...]
    counts: tuple[Row, ...]

    @property
    def totals(self) -> tuple[int | None, ...]:
        """Return each period's sum over the columns; None where one that it needs is not known."""
        return tuple(_sum(self.asked, row) for row in self.counts)


def _sum(asked: Asked, row: Row) -> int | None:
    """Return the sum of a period's columns: groups are known all or none, places each for itself."""
    known = row if asked.attribute else [row[asked.places.index(place)] for place in _needed(asked.places)]
    return None if None in known else sum(count or 0 for count in row)


def _needed(places: tuple[str, ...]) -> tuple[str, ...]:
    """Return the places that a sum cannot do without: a missing `998` takes nothing away (see data/delivered.py)."""
    return tuple(place for place in places if place != UNKNOWN) or places


@lru_cache(maxsize=128)
def explored(release: Release, asked: Asked) -> Explored:
    """Return the counts; a step that is too fine for an attribute, which is counted by quarters, is a quarter.

    What has no number below the district is counted there, whichever places are asked for.
    """
    if CATEGORIES[asked.category].district_only:
        asked = replace(asked, places=(DISTRICT,))
    months = _months(release, asked.category)
    step = Step.QUARTER if asked.attribute and asked.step is Step.MONTH else asked.step
    periods = spans({month for _, month in months}, step, asked.until)
    if not asked.attribute:
        rows = [tuple(_of_place(months, place, span) for place in asked.places) for span in periods]
        return _trimmed(asked, tuple(area_name(place) for place in asked.places), periods, rows)
    columns = _columns(asked)
    values = _values(release, asked.category, asked.attribute)
    rows = [_of_groups(months, values, asked, columns, span) for span in periods]
    return _trimmed(asked, tuple(label for label, _ in columns), periods, rows)


def _of_place(months: Months, place: str, span: Span) -> int | None:
    counts = [months.get((place, month)) for month in span.months]
    return None if None in counts else sum(count or 0 for count in counts)


def _of_groups(
    months: Months, values: Values, asked: Asked, columns: Sequence[tuple[str, frozenset[str]]], span: Span
) -> Row:
    """Return the incidents of each column's values; None for all where a month of a needed place was not delivered."""
    delivered = [place for place in asked.places if all((place, month) in months for month in span.months)]
    if not set(_needed(asked.places)) <= set(delivered):
        return (None,) * len(columns)
    quarters = dict.fromkeys(month.quarter for month in span.months)
    return tuple(
        sum(values.get((place, quarter, value), 0) for place in delivered for quarter in quarters for value in held)
        for _, held in columns
    )


def _columns(asked: Asked) -> list[tuple[str, frozenset[str]]]:
    """Return label and values of each group of the finest grouping that is asked for, and of what has none."""
    grouping = ATTRIBUTES[asked.attribute].ladder[0]
    groups = [(each.label, frozenset(each.values)) for each in grouping if asked.group in ("", each.code)]
    return groups if asked.group else [*groups, (OTHER, frozenset({UNKNOWN_VALUE}))]


def _trimmed(asked: Asked, columns: tuple[str, ...], periods: Sequence[Span], rows: Sequence[Row]) -> Explored:
    """Return the periods from the first to the last with any count."""
    known = [at for at, row in enumerate(rows) if any(count is not None for count in row)]
    first, last = (known[0], known[-1] + 1) if known else (0, 0)
    return Explored(asked, columns, tuple(periods[first:last]), tuple(rows[first:last]))


@lru_cache(maxsize=32)
def _months(release: Release, category: str) -> Months:
    """Return (place, month) -> count, of every closed month that was delivered; in the category's own unit."""
    rows = release.rows("explore_month", category=category, district=CATEGORIES[category].district_only)
    return {(place, Month(year, month)): count for place, year, month, count in rows}


@lru_cache(maxsize=32)
def _values(release: Release, category: str, attribute: str) -> Values:
    """Return (place, quarter, value) -> incidents."""
    district = CATEGORIES[category].district_only
    rows = release.rows("explore_attribute", category=category, attribute=attribute, district=district)
    return {(place, Quarter(year, quarter), value): count for place, year, quarter, value, count in rows}


def attributes_of(category: str) -> dict[str, str]:
    """Return code -> name of the attributes that a category can be split by; what is shared out over hours is not."""
    codes = CATEGORIES[category].breakdowns
    return {code: ATTRIBUTES[code].name for code in codes if not ATTRIBUTES[code].shared}
