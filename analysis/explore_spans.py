"""The periods that Udforsk counts in: months, quarters or years to date."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from data.periods import Month, Year


class Step(StrEnum):
    """How long a period is; years to date go as far into each year as the chosen period does into its own."""

    MONTH = "maaned"
    QUARTER = "kvartal"
    TO_DATE = "aar-til-dato"


@dataclass(frozen=True)
class Span:
    """A period: its name and its months."""

    name: str
    months: tuple[Month, ...]


def spans(known: Iterable[Month], step: Step, until: int) -> list[Span]:
    """Return the periods from the first to the last year of the months, oldest first; `until` ends a year to date."""
    years = {month.year for month in known}
    every = range(min(years), max(years) + 1) if years else ()
    return [span for year in every for span in _of_year(Year(year), step, until)]


def _of_year(year: Year, step: Step, until: int) -> list[Span]:
    months = tuple(month for quarter in year.quarters for month in quarter.months)
    if step is Step.MONTH:
        return [Span(month.name, (month,)) for month in months]
    if step is Step.QUARTER:
        return [Span(quarter.short_name, quarter.months) for quarter in year.quarters]
    last = months[until - 1].name.split()[0]
    return [Span(f"{year.name}, til og med {last}", months[:until])]
