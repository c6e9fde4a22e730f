"""What a count is set against: dwellings, households or inhabitants of a place in a year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from data.catalogue import Denominator
from data.municipalities import DISTRICT, municipality_codes
from data.reference import VALUE, reference_source, reference_table

JANUARY = "K1"

UNITS = {"bol101": "boliger", "fam55n": "husstande", "folk1a": "indbyggere"}

CountsByYear = Mapping[int, int]


@dataclass(frozen=True)
class DenominatorCount:
    """How many there were; `date` says on which 1 January, or the mean of which two: `2025-01-01/2026-01-01`."""

    value: int
    date: str
    unit: str
    source: str


def denominator(kind: Denominator, area: str, year: int) -> DenominatorCount | None:
    """Return the denominator of a municipality or the district in a year; None when nothing is known of the place.

    The mean of 1 January of the year and of the next where both are known, else the nearest 1 January (METHODS, 1).
    """
    table = _table(kind)
    counts = january_counts(table).get(area)
    if not counts:
        return None
    value, date = in_year(counts, year)
    return DenominatorCount(value, date, UNITS[table], reference_source(table))


def denominators(kind: Denominator, years: Iterable[int]) -> pd.DataFrame:
    """Return `municipality, year, value, date, unit` of each municipality, and the district, that is known."""
    table = _table(kind)
    counts = january_counts(table)
    rows = [
        (area, year, *in_year(counts[area], year), UNITS[table])
        for year in years
        for area in (*municipality_codes(), DISTRICT)
        if counts.get(area)
    ]
    return pd.DataFrame(rows, columns=["municipality", "year", "value", "date", "unit"])


def in_year(counts: CountsByYear, year: int) -> tuple[int, str]:
    """Return the count for a year, and the date(s) it is of, from what is known of each 1 January."""
    if year in counts and year + 1 in counts:
        halves_round_up = (counts[year] + counts[year + 1] + 1) // 2
        return halves_round_up, f"{year}-01-01/{year + 1}-01-01"
    # The middle of the year is as far from its own 1 January as from the next; of two equally far, the earlier.
    nearest = min(counts, key=lambda known: (abs(known - (year + 0.5)), known))
    return counts[nearest], f"{nearest}-01-01"


def january_counts(table: str) -> dict[str, dict[int, int]]:
    """Return area -> year -> count on 1 January; the district is there where all of its municipalities are."""
    return counts_by_area(reference_table(table))


def counts_by_area(rows: pd.DataFrame) -> dict[str, dict[int, int]]:
    """Return the same of the rows `area, period, value` of a series table."""
    rows = rows[rows["period"].str.endswith(JANUARY) | ~rows["period"].str.contains("K")]
    rows = rows.assign(year=rows["period"].str[:4].astype("int64"))
    counts = {
        str(area): dict(zip(group["year"].tolist(), group[VALUE].tolist(), strict=True))
        for area, group in rows.groupby("area")
    }
    members = [counts.get(code, {}) for code in municipality_codes()]
    complete = set.intersection(*(set(member) for member in members))
    counts[DISTRICT] = {year: sum(member[year] for member in members) for year in sorted(complete)}
    return counts


def _table(kind: Denominator) -> str:
    """Return the table behind a denominator.

    Dwellings take over from households for all municipalities at once: two municipalities set against different
    things could not be compared.
    """
    if kind is Denominator.INHABITANTS:
        return "folk1a"
    return "bol101" if january_counts("bol101")[DISTRICT] else "fam55n"
