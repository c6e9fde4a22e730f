"""What the attacker reads in `published.duckdb`: every number in every table that counts incidents.

The attacker knows what the columns mean, since that is documented, but not which tables are protected, nor how.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.attributes import ATTRIBUTES, UNKNOWN_VALUE
from data.catalogue import AREAS, CATEGORIES, Unit
from data.disclosure import REST
from data.municipalities import DISTRICT
from tests.attack.microdata import PLACES, QUARTERS

LOSS, LOST = "tab", "tab over 0"

# What the columns of numbers count. A column that is none of these makes the attack fail: teach it what it means.
_COUNTS = {"count", "cases"}
_COUNTS_NO_INCIDENTS = {
    *("killed", "serious", "slight"),  # persons, public to the last one (P1)
    *("kept", "counted", "excluded", "elsewhere", "unknown", "other"),  # the police's own work, outside the attack (P3)
    *("median_minutes", "nine_tenths_minutes"),
    *("median", "low", "high", "total"),  # kroner: an attack of their own
    "level",  # which groups a breakdown has
}
# What people typed; all of it text, none of it counted from incidents.
_TYPED = {"local_area", "initiative", "survey_share", "activity"}
# Statistics Denmark's figures: no number of them is counted from incidents.
_PUBLISHED = {"straf11", "denominator", "population_group", "published_casualties"}
_REFERENCE = {*_PUBLISHED, "structural_break", "info", "protected_year", *_TYPED}
# Ten road sections or more and five accidents or more a year together, of no municipality (tests/data/test_roads.py).
_POOLED = {"road_trial"}
_KEYS = {"year", "years", "quarter", "half", "month"}
_EVERYWHERE = frozenset(PLACES)

Row = dict[Any, Any]


@dataclass(frozen=True)
class Fact:
    """A number that was released: so many reports, or cases, are in these places, quarters and groups.

    `years`: it is of so many years up to `year` together.
    """

    table: str
    categories: frozenset[str]
    year: int
    places: frozenset[str]
    quarters: frozenset[int]
    unit: Unit
    number: int
    attribute: str | None = None
    values: frozenset[str] = frozenset()
    years: int = 1

    @property
    def span(self) -> range:
        """Return its years."""
        return range(self.year - self.years + 1, self.year + 1)


def tables(path: Path) -> dict[str, pd.DataFrame]:
    """Return every table of a DuckDB file."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {name: connection.execute(f'SELECT * FROM "{name}"').df() for name in names}


def collected(released: dict[str, pd.DataFrame]) -> list[Fact]:
    """Return every fact that the tables tell about incidents."""
    return [
        fact for name, table in released.items() if name not in _REFERENCE | _POOLED for fact in _facts(name, table)
    ]


def _facts(name: str, table: pd.DataFrame) -> Iterator[Fact]:
    numbers = set(table.select_dtypes("number").columns) - _KEYS
    strange = numbers - _COUNTS - _COUNTS_NO_INCIDENTS
    assert not strange, f"{name} has columns of numbers that the attacker cannot read: {strange}"
    assert "month" not in table, f"{name} has months"
    keys = [
        key for key in ("year", "years", "quarter", "half", "category", "area", "page", "attribute") if key in table
    ]
    for column in sorted(numbers & _COUNTS):
        rows = table.dropna(subset=column).to_dict("records")
        shown: dict[tuple[object, ...], set[str]] = {}
        for row in rows:
            shown.setdefault(tuple(row[key] for key in keys), set()).add(row["municipality"])
        for row in rows:
            alone = shown[tuple(row[key] for key in keys)]
            rest = frozenset(PLACES) - alone if row["municipality"] == REST else frozenset()
            yield _fact(name, row, column, rest)


def _fact(table: str, row: Row, column: str, rest: frozenset[str]) -> Fact:
    place = str(row["municipality"])
    places = {DISTRICT: _EVERYWHERE, REST: rest}.get(place, frozenset({place}))
    attribute, values = _groups(table, row)
    return Fact(
        table,
        _categories(row),
        int(row["year"]),
        places,
        _quarters(row),
        _unit(row, column),
        int(row[column]),
        attribute,
        values,
        int(row.get("years", 1)),
    )


def _categories(row: Row) -> frozenset[str]:
    if "area" in row:
        return frozenset(AREAS[str(row["area"])].headline)
    if "page" in row:
        return frozenset((*AREAS[str(row["page"])].headline, *AREAS[str(row["page"])].beside))
    return frozenset({str(row["category"])})


def _quarters(row: Row) -> frozenset[int]:
    if "quarter" in row:
        return frozenset({int(row["quarter"])})
    return frozenset({2 * int(row["half"]) - 1, 2 * int(row["half"])} if "half" in row else QUARTERS)


def _unit(row: Row, column: str) -> Unit:
    """Return what a column counts: groups are of reports, and so is the number that stands beside cases."""
    if column == "cases":
        return Unit.CASES
    if {"cases", "attribute", "median", "area", "page"} & row.keys():
        return Unit.REPORTS
    return CATEGORIES[str(row["category"])].unit


def _groups(table: str, row: Row) -> tuple[str | None, frozenset[str]]:
    if "median" in row:
        return LOSS, frozenset({LOST})
    if "attribute" not in row:
        return None, frozenset()
    attribute, value = str(row["attribute"]), str(row["value"])
    if value == UNKNOWN_VALUE:
        return attribute, frozenset({UNKNOWN_VALUE})
    grouping = ATTRIBUTES[attribute].ladder[int(row["level"])]
    found = [group.values for group in grouping if group.code == value]
    assert found, f"{table}: {value} is no group of {attribute}"
    return attribute, frozenset(found[0])
