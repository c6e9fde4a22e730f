"""The rules that need more than one value: time, coverage, and pseudonyms that are unique."""

import datetime as dt
from pathlib import Path

import duckdb
import numpy as np

from data.candidates import MOMENTS, outside_time, those_found
from data.coverage import Covers
from data.errors import UserError

# The rows themselves, not the view `incidents`: binding its calendar columns takes longer than most of these questions.
_SQL = Path(__file__).parent / "sql"


def set_coverage(connection: duckdb.DuckDBPyConnection, covers: Covers | None, delivery: int) -> None:
    """Make `covered` (municipality, year, month, category): what the covers say, else what the rows hold."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE covered (municipality VARCHAR, year INTEGER, month INTEGER, category VARCHAR)"
    )
    if covers is None:
        _run(connection, "load_cover_rows", delivery=delivery)
        return
    parameters = {
        "municipalities": list(covers.municipalities),
        "categories": list(covers.categories),
        "years": [month.year for month in covers.months],
        "months": [month.number for month in covers.months],
    }
    _run(connection, "load_cover_told", **parameters)


def newest_report(connection: duckdb.DuckDBPyConnection, delivery: int, today: dt.date) -> dt.date | None:
    """Return the day of the newest report that is not after today, or None when there is none."""
    (newest,) = _run(connection, "load_newest_report", delivery=delivery, today=today).fetchall()[0]
    return newest.date() if newest else None


def find_doubtful(connection: duckdb.DuckDBPyConnection, delivery: int, extracted: dt.date) -> int:
    """Take stored rows that break a rule out again, note their pseudonyms in `doubtful`, and return how many."""
    connection.execute("CREATE OR REPLACE TEMP TABLE doubtful (haendelse_id VARCHAR)")
    _see_what_is_kept(connection, delivery)
    anywhere = " OR ".join(condition for column in MOMENTS for condition in outside_time(column))
    connection.execute(
        f"INSERT INTO doubtful SELECT haendelse_id FROM incident_rows WHERE delivery = $delivery AND ({anywhere})",
        {"delivery": delivery, "extracted": extracted},
    )
    _run(connection, "load_doubtful", delivery=delivery)
    _find_repeated(connection, delivery)
    (count,) = connection.execute(
        "DELETE FROM incident_rows WHERE delivery = $delivery AND haendelse_id IN (SELECT haendelse_id FROM doubtful)",
        {"delivery": delivery},
    ).fetchall()[0]
    return int(count)


def _find_repeated(connection: duckdb.DuckDBPyConnection, delivery: int) -> None:
    """Note pseudonyms that stand twice in the delivery. Sorted hashes need a fifth of the memory of a GROUP BY; two
    pseudonyms may share one (it happens once in ten million), so those few are compared themselves.
    """
    found = connection.execute(
        "SELECT hash(haendelse_id) AS hashed FROM incident_rows WHERE delivery = $delivery", {"delivery": delivery}
    ).fetchnumpy()
    hashes = np.asarray(found["hashed"], dtype=np.uint64)
    hashes.sort()
    twice = np.unique(hashes[1:][hashes[1:] == hashes[:-1]])
    if len(twice):
        connection.execute(
            "INSERT INTO doubtful SELECT haendelse_id FROM incident_rows WHERE delivery = $delivery "
            "AND hash(haendelse_id) IN (SELECT unnest($twice)) GROUP BY haendelse_id HAVING count(*) > 1",
            {"delivery": delivery, "twice": twice.tolist()},
        )


def judge_candidates(connection: duckdb.DuckDBPyConnection, delivery: int, extracted: dt.date) -> None:
    """Give every candidate its further faults."""
    _see_what_is_kept(connection, delivery)
    cases = []
    for column in MOMENTS:
        before, after = outside_time(column)
        cases += [f"CASE WHEN {before} THEN '{column}:past' WHEN {after} THEN '{column}:future' END"]
    connection.execute(
        f"UPDATE candidates SET faults = list_concat(faults, {those_found(cases)}) WHERE len({those_found(cases)}) > 0",
        {"extracted": extracted},
    )
    _run(connection, "load_uncovered_candidates")
    _run(connection, "load_repeated_candidates")
    _run(connection, "load_reused_candidates")


def _see_what_is_kept(connection: duckdb.DuckDBPyConnection, delivery: int) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE this_load AS SELECT $delivery AS delivery", {"delivery": delivery})
    _run(connection, "load_kept")


def refuse_shared(connection: duckdb.DuckDBPyConnection, delivery: int, file_name: str) -> None:
    """Raise UserError when rows were refused so that the delivery no longer replaces incidents it shares names with."""
    _see_what_is_kept(connection, delivery)
    (shared,) = connection.execute(
        "SELECT count(*) FROM incident_rows "
        "WHERE delivery = $delivery AND haendelse_id IN (SELECT haendelse_id FROM kept)",
        {"delivery": delivery},
    ).fetchall()[0]
    if shared:
        raise UserError(
            f"{file_name}: {shared} rækker har samme haendelse_id som hændelser i andre leverancer, som filen ikke "
            "erstatter. Angiv med --covers, hvad filen dækker."
        )


def replace_covered(connection: duckdb.DuckDBPyConnection, delivery: int) -> None:
    """Delete the incidents of earlier deliveries in everything that this one covers."""
    _run(connection, "load_replace", delivery=delivery)


def _run(connection: duckdb.DuckDBPyConnection, name: str, **parameters: object) -> duckdb.DuckDBPyConnection:
    return connection.execute((_SQL / f"{name}.sql").read_text(encoding="utf-8"), parameters or None)
