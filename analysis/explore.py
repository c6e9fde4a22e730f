"""Udforsk: exact counts of one category by month, quarter or year to date, for places and one attribute of choice.

For the analysts alone: it reads the release's internal file, which the council's room does not have. Two attributes are
never crossed: the release holds each for itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from data.attributes import ATTRIBUTES, UNKNOWN_VALUE
from data.catalogue import CATEGORIES
from data.municipalities import UNKNOWN, area_name, municipality_codes
from data.periods import Month, Quarter
from data.release import Release

MONTHS, MONTHS_IN_QUARTER = 12, 3
EVERY_PLACE = (*municipality_codes(), UNKNOWN)
OTHER = "Uoplyst"

Months = dict[tuple[str, Month], int]
Values = dict[tuple[str, Quarter, str], int]


class Step(StrEnum):
    """How long a period is; years to date go as far into each year as the chosen period does into its own."""

    MONTH = "maaned"
    QUARTER = "kvartal"
    TO_DATE = "aar-til-dato"


@dataclass(frozen=True)
class Asked:
    """What is counted: a category in some places (codes; `998` is without a municipality), by a step.

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
class Span:
    """A period: its name and its months."""

    name: str
    months: tuple[Month, ...]


@dataclass(frozen=True)
class Explored:
    """Counts by period, oldest first; a count is None where a month of it was not delivered, or is not closed."""

    asked: Asked
    columns: tuple[str, ...]
    spans: tuple[Span, ...]
    counts: tuple[tuple[int | None, ...], ...]

    @property
    def totals(self) -> tuple[int | None, ...]:
        """Return each period's sum over the columns; None where one of them is not known."""
        return tuple(None if None in row else sum(count or 0 for count in row) for row in self.counts)


@lru_cache(maxsize=128)
def explored(release: Release, asked: Asked) -> Explored:
    """Return the counts; a step that is too fine for an attribute, which is counted by quarters, is a quarter."""
    months = _months(release, asked.category)
    spans = _spans({month for _, month in months}, asked)
    if not asked.attribute:
        rows = [tuple(_of_place(months, place, span) for place in asked.places) for span in spans]
        return _trimmed(asked, tuple(area_name(place) for place in asked.places), spans, rows)
    columns = _columns(asked)
    values = _values(release, asked.category, asked.attribute)
    rows = [_of_groups(months, values, asked, columns, span) for span in spans]
    return _trimmed(asked, tuple(label for label, _ in columns), spans, rows)


def _of_place(months: Months, place: str, span: Span) -> int | None:
    counts = [months.get((place, month)) for month in span.months]
    return None if None in counts else sum(count or 0 for count in counts)


def _of_groups(
    months: Months, values: Values, asked: Asked, columns: Sequence[tuple[str, frozenset[str]]], span: Span
) -> tuple[int | None, ...]:
    """Return the incidents of each column's values; None for all where a month of a place was not delivered."""
    if any((place, month) not in months for place in asked.places for month in span.months):
        return (None,) * len(columns)
    quarters = dict.fromkeys(month.quarter for month in span.months)
    return tuple(
        sum(values.get((place, quarter, value), 0) for place in asked.places for quarter in quarters for value in held)
        for _, held in columns
    )


def _columns(asked: Asked) -> list[tuple[str, frozenset[str]]]:
    """Return label and values of each group of the finest grouping that is asked for, and of what has none."""
    grouping = ATTRIBUTES[asked.attribute].ladder[0]
    groups = [(each.label, frozenset(each.values)) for each in grouping if asked.group in ("", each.code)]
    return groups if asked.group else [*groups, (OTHER, frozenset({UNKNOWN_VALUE}))]


def _spans(known: Iterable[Month], asked: Asked) -> list[Span]:
    """Return the periods from the first to the last year of the months, oldest first."""
    years = {month.year for month in known}
    step = Step.QUARTER if asked.attribute and asked.step is Step.MONTH else asked.step
    found = []
    for year in range(min(years), max(years) + 1) if years else ():
        months = [Month(year, number) for number in range(1, MONTHS + 1)]
        if step is Step.MONTH:
            found += [Span(month.name, (month,)) for month in months]
        elif step is Step.QUARTER:
            quarters = [months[at : at + MONTHS_IN_QUARTER] for at in range(0, MONTHS, MONTHS_IN_QUARTER)]
            found += [Span(quarter[0].quarter.short_name, tuple(quarter)) for quarter in quarters]
        else:
            last = months[asked.until - 1].name.split()[0]
            found.append(Span(f"{year}, til og med {last}", tuple(months[: asked.until])))
    return found


def _trimmed(
    asked: Asked, columns: tuple[str, ...], spans: Sequence[Span], rows: Sequence[tuple[int | None, ...]]
) -> Explored:
    """Return the periods from the first to the last with any count."""
    known = [at for at, row in enumerate(rows) if any(count is not None for count in row)]
    first, last = (known[0], known[-1] + 1) if known else (0, 0)
    return Explored(asked, columns, tuple(spans[first:last]), tuple(rows[first:last]))


@lru_cache(maxsize=32)
def _months(release: Release, category: str) -> Months:
    """Return (place, month) -> count, of every closed month that was delivered; in the category's own unit."""
    rows = release.rows("explore_month", category=category)
    return {(place, Month(year, month)): count for place, year, month, count in rows}


@lru_cache(maxsize=32)
def _values(release: Release, category: str, attribute: str) -> Values:
    """Return (place, quarter, value) -> incidents."""
    rows = release.rows("explore_attribute", category=category, attribute=attribute)
    return {(place, Quarter(year, quarter), value): count for place, year, quarter, value, count in rows}


def attributes_of(category: str) -> dict[str, str]:
    """Return code -> name of the attributes that a category can be split by; what is shared out over hours is not."""
    codes = CATEGORIES[category].breakdowns
    return {code: ATTRIBUTES[code].name for code in codes if not ATTRIBUTES[code].shared}
