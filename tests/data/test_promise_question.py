"""What became of each promise, asked in SQL and counted row by row in Python."""

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from data.catalogue import CATEGORIES
from data.cubes import cubes
from data.incidents import open_incidents
from data.process_shares import COUNTS
from data.promises import Promise

DENMARK = ZoneInfo("Europe/Copenhagen")
Counted = Counter[tuple[str, int, int, str, str]]


def taken_and_left_out(promise: Promise, row: dict[str, Any], extracted: dt.date) -> tuple[float | None, str | None]:
    """Return how long it took, and why the row is left out of the count."""
    reported: dt.datetime = row["anmeldt"]
    if promise.measured == "visit":
        there = row["gerningsmand_til_stede"] == "ja"
        if promise.offender == "gone" and there:
            return None, "elsewhere"
        if row["oensket_senere"] == "ja":
            return None, "excluded"
        at: dt.datetime | None = row["foerste_patrulje"]
        # Of the hour that is there twice the later is meant, as in data/local_time.py.
        moments = [each and each.replace(tzinfo=DENMARK, fold=1).timestamp() for each in (reported, at)]
        return (moments[1] - moments[0] if moments[0] and moments[1] else None), None
    if (extracted - reported.date()).days < (promise.at_most or 0):
        return None, "excluded"
    on: dt.date | None = row["besvaret" if promise.measured == "reply" else "udfoert"]
    return (None if on is None else (on - reported.date()).days), None


def counted_one_by_one(home: Path) -> Counted:
    """Return what became of each promise, by municipality, year, quarter, share and column."""
    found: Counted = Counter()
    with open_incidents(read_only=True, path=home / "incidents.duckdb") as connection:
        rows = connection.execute(
            "SELECT kategori, anmeldt, kommunekode, gerningsmand_til_stede, oensket_senere, foerste_patrulje, besvaret,"
            " udfoert, extracted FROM incident_rows JOIN deliveries USING (delivery)"
            " WHERE list_contains($codes, kategori)",
            {"codes": [category.code for category in CATEGORIES.values() if category.promises]},
        )
        names = [column[0] for column in rows.description or ()]
        for row in (dict(zip(names, values, strict=True)) for values in rows.fetchall()):
            for promise in CATEGORIES[row["kategori"]].promises:
                if promise.offender == "there" and row["gerningsmand_til_stede"] != "ja":
                    continue
                taken, left_out = taken_and_left_out(promise, row, row["extracted"])
                known = taken is not None and taken >= 0
                columns = [left_out] if left_out else ["counted"] if known else ["unknown"]
                if left_out == "elsewhere":
                    columns.append("excluded")
                if not left_out and taken is not None and known and promise.at_most and taken <= promise.at_most:
                    columns.append("kept")
                when = (row["kommunekode"], row["anmeldt"].year, (row["anmeldt"].month + 2) // 3)
                found.update((*when, promise.code, str(column)) for column in columns)
    return found


def test_the_question_counts_the_demo_district_as_one_would_by_hand(demo_home: Path) -> None:
    with open_incidents(read_only=True, path=demo_home / "incidents.duckdb") as connection:
        asked = cubes(connection).promise_quarter
    found: Counted = Counter()
    for row in asked.to_dict("records"):
        for column in COUNTS:
            key = (row["municipality"], row["year"], row["quarter"], row["share"], column)
            found[key] += int(row[column])
    assert +found == counted_one_by_one(demo_home)
