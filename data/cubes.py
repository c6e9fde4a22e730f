"""Incidents become counts: every question that publish asks of the incidents, in one place.

The SQL keeps to a portable subset (no date functions, plain GROUP BY), so that another engine can run it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pandas as pd

from data.act_hours import shared_attribute
from data.attributes import ATTRIBUTES, LONGEST_WINDOW
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
    act_hour_year: pd.DataFrame
    casualties_year: pd.DataFrame
    loss_year: pd.DataFrame
    act_point: pd.DataFrame
    cell_year: pd.DataFrame
    cell_dwellings: pd.DataFrame
    promise_quarter: pd.DataFrame
    follow_up_quarter: pd.DataFrame
    response_year: pd.DataFrame
    late_visit: pd.DataFrame
    delay_year: pd.DataFrame
    road_section: pd.DataFrame
    road_accident_year: pd.DataFrame
    coverage: pd.DataFrame
    deliveries: pd.DataFrame

    @property
    def in_force(self) -> pd.DataFrame:
        """Return the deliveries that some month still rests on."""
        return self.deliveries[self.deliveries["in_force"]]

    @property
    def extracted(self) -> dt.date:
        """Return the newest extract's date."""
        return pd.Timestamp(self.in_force["extracted"].max()).date()

    @property
    def demo(self) -> bool:
        """Return whether synthetic incidents are among those counted."""
        return bool(self.in_force["demo"].any())


def cubes(connection: duckdb.DuckDBPyConnection) -> Cubes:
    """Return all counts of the incidents in the connection's current database."""
    _remember_categories(connection)

    def asked(name: str) -> pd.DataFrame:
        return connection.execute(question(f"publish_{name}")).df()

    return Cubes(
        count_month=_count_month(connection),
        attribute_quarter=_attribute_quarter(connection),
        act_hour_year=asked("act_hour_year"),
        casualties_year=asked("casualties_year"),
        loss_year=asked("loss_year"),
        act_point=asked("act_point"),
        cell_year=asked("cell_year"),
        cell_dwellings=asked("cell_dwellings"),
        promise_quarter=asked("promise_quarter"),
        follow_up_quarter=asked("follow_up_quarter"),
        response_year=asked("response_year"),
        late_visit=asked("late_visit"),
        delay_year=asked("delay_year"),
        road_section=asked("road_section"),
        road_accident_year=asked("road_accident_year"),
        coverage=asked("coverage"),
        deliveries=asked("deliveries"),
    )


def _count_month(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    connection.execute(f"CREATE TEMP TABLE count_month AS {question('publish_count_month')}")
    incidents = connection.execute("SELECT * FROM count_month").df()
    cases = connection.execute(question("publish_case_month")).df()
    keys = ["municipality", "year", "quarter", "month", "category"]
    return incidents.merge(cases.astype({"cases": "Int64"}), on=keys, how="left")


def _attribute_quarter(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Return `attribute, municipality, year, quarter, category, value, incidents` for every catalogued breakdown.

    Those whose cases are shared between groups are in `act_hour_year`.
    """
    parts = []
    for attribute in (code for code, told in ATTRIBUTES.items() if not told.shared):
        broken_down = [category.code for category in CATEGORIES.values() if attribute in category.breakdowns]
        _remember(connection, "attribute_category", broken_down)
        # The column's name is a key of our own catalogue, never anything from outside.
        text = question("publish_attribute_quarter").replace("attribute_column", attribute)
        parts.append(connection.execute(text).df().assign(attribute=attribute))
    return pd.concat(parts, ignore_index=True)


def _remember_categories(connection: duckdb.DuckDBPyConnection) -> None:
    """Put what the catalogue says of its categories into temporary tables, so that SQL can ask for them."""
    categories = CATEGORIES.values()
    _remember(connection, "case_category", [c.code for c in categories if c.unit is Unit.CASES])
    _remember(connection, "casualty_category", CASUALTY_CATEGORIES)
    _remember(connection, "loss_category", [c.code for c in categories if c.losses])
    _remember(connection, "mapped_category", [c.code for c in categories if c.mapped])
    _remember(connection, "timed_category", [code for code in CATEGORIES if shared_attribute(code)])
    _remember_clock(connection)
    _remember_promises(connection)
    _remember_follow_ups(connection)


def _remember_follow_ups(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("CREATE TEMP TABLE follow_up (category VARCHAR, follow_up VARCHAR, within_days INTEGER)")
    rows = [[c.code, each.code, each.within_days] for c in CATEGORIES.values() for each in c.follow_ups]
    connection.executemany("INSERT INTO follow_up VALUES (?, ?, ?)", rows)


def _remember_clock(connection: duckdb.DuckDBPyConnection) -> None:
    """Remember the hours of two days in seconds: a window of a day that begins today can end tomorrow."""
    connection.execute(
        "CREATE TEMP TABLE clock_hour (hour INTEGER, from_second INTEGER, to_second INTEGER, longest INTEGER)"
    )
    hours = [[hour % 24, hour * 3600, (hour + 1) * 3600, LONGEST_WINDOW * 3600] for hour in range(48)]
    connection.executemany("INSERT INTO clock_hour VALUES (?, ?, ?, ?)", hours)


def _remember_promises(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "CREATE TEMP TABLE promise "
        "(category VARCHAR, share VARCHAR, measured VARCHAR, at_most INTEGER, offender VARCHAR, guarantee BOOLEAN)"
    )
    rows = [
        [category.code, each.code, each.measured.value, each.at_most, each.offender.value, each.guarantee]
        for category in CATEGORIES.values()
        for each in category.promises
    ]
    connection.executemany("INSERT INTO promise VALUES (?, ?, ?, ?, ?, ?)", rows)


def _remember(connection: duckdb.DuckDBPyConnection, table: str, categories: Sequence[str]) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} (category VARCHAR)")
    connection.executemany(f"INSERT INTO {table} VALUES (?)", [[category] for category in categories] or [[""]])
