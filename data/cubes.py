"""Incidents become counts: every question that publish asks of the incidents, in one place.

The SQL keeps to a portable subset (no date functions, plain GROUP BY), so that another engine can run it.
"""

from dataclasses import dataclass

import duckdb
import pandas as pd

from data.attributes import ATTRIBUTES
from data.catalogue import CASUALTY_CATEGORIES, CATEGORIES, Unit
from data.sql import question


@dataclass(frozen=True)
class Cubes:
    """Counts by place and time; each frame's columns and row are told by the SQL file of its name.

    `count_month` carries `cases` beside `incidents`: missing (NA) for categories that do not count cases.
    `attribute_quarter` carries the attribute's code in `attribute`. A combination without a row has no incident;
    whether that is 0 or "not delivered" is told by `coverage` alone.
    """

    count_month: pd.DataFrame
    attribute_quarter: pd.DataFrame
    casualties_year: pd.DataFrame
    coverage: pd.DataFrame
    deliveries: pd.DataFrame

    @property
    def in_force(self) -> pd.DataFrame:
        """Return the deliveries that some month still rests on."""
        return self.deliveries[self.deliveries["in_force"]]


def cubes(connection: duckdb.DuckDBPyConnection) -> Cubes:
    """Return all counts of the incidents in the connection's current database."""
    _remember(connection, "case_category", [c.code for c in CATEGORIES.values() if c.unit is Unit.CASES])
    _remember(connection, "casualty_category", list(CASUALTY_CATEGORIES))
    connection.execute(f"CREATE TEMP TABLE count_month AS {question('publish_count_month')}")
    incidents = connection.execute("SELECT * FROM count_month").df()
    cases = connection.execute(question("publish_case_month")).df()
    keys = ["municipality", "year", "quarter", "month", "category"]
    return Cubes(
        count_month=incidents.merge(cases.astype({"cases": "Int64"}), on=keys, how="left"),
        attribute_quarter=_attribute_quarter(connection),
        casualties_year=connection.execute(question("publish_casualties_year")).df(),
        coverage=connection.execute(question("publish_coverage")).df(),
        deliveries=connection.execute(question("publish_deliveries")).df(),
    )


def _attribute_quarter(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return `attribute, municipality, year, quarter, category, value, incidents` for every catalogued breakdown."""
    parts = []
    for attribute in ATTRIBUTES:
        _remember(
            connection,
            "attribute_category",
            [category.code for category in CATEGORIES.values() if attribute in category.breakdowns],
        )
        # The column's name is a key of our own catalogue, never anything from outside.
        text = question("publish_attribute_quarter").replace("attribute_column", attribute)
        parts.append(connection.execute(text).df().assign(attribute=attribute))
    return pd.concat(parts, ignore_index=True)


def _remember(connection: duckdb.DuckDBPyConnection, table: str, categories: list[str]) -> None:
    """Put category codes into a temporary table, so that SQL can ask for them."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} (category VARCHAR)")
    connection.executemany(f"INSERT INTO {table} VALUES (?)", [[category] for category in categories] or [[""]])
