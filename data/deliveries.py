"""The record of what was delivered: which file is in force where."""

import datetime as dt
from pathlib import Path

import duckdb

from data.candidates import make_candidates
from data.contract import CONTRACT_VERSION
from data.coverage import Coverage, Covers
from data.extract_date import day_in_name
from data.home import today
from data.judge import newest_report
from data.load_report import INCIDENTS, FileReport
from data.refusals import Refusal

_SQL = Path(__file__).parent / "sql"


def next_delivery(connection: duckdb.DuckDBPyConnection) -> int:
    """Return the number of the delivery to come."""
    (newest,) = connection.execute("SELECT coalesce(max(delivery), 0) FROM deliveries").fetchall()[0]
    return int(newest) + 1


def delivery_in_force(connection: duckdb.DuckDBPyConnection, sha256: str, settings: str) -> FileReport | None:
    """Return the report of the same file, read in the same way, when nothing of it has been replaced since."""
    found = _run(connection, "load_in_force", sha256=sha256, settings=settings).fetchall()
    if not found:
        return None
    delivery, name, accepted, refused, extracted, demo, profile = found[0]
    refusals = connection.execute(
        "SELECT line, column_name, reason FROM refusals WHERE delivery = $delivery ORDER BY line",
        {"delivery": delivery},
    ).fetchall()
    return FileReport(
        name=name,
        kind=INCIDENTS,
        sha256=sha256,
        accepted=accepted,
        refused=refused,
        refusals=tuple(Refusal(*refusal) for refusal in refusals),
        coverage=coverage_of(connection, delivery),
        extracted=extracted,
        profile=profile,
        demo=demo,
        already_loaded=True,
        delivery=delivery,
    )


def is_of_another_day(
    connection: duckdb.DuckDBPyConnection, standing: FileReport, name: str, covers: Covers | None
) -> bool:
    """Return whether the same rows are told again on another day: a month that was open then may be over now.

    A file without a day in its name stays the one that it was, however new its copy is.
    """
    if name == standing.name or (covers and covers.extracted):
        return False  # the latter is part of how a file is read
    make_candidates(connection)
    newest = newest_report(connection, standing.delivery or 0, today())
    return day_in_name(name, newest) not in (None, standing.extracted)


def record_coverage(connection: duckdb.DuckDBPyConnection, delivery: int, extracted: dt.date) -> Coverage:
    """Put the delivery in force in every cell of `covered`, and return what that is."""
    _run(connection, "load_uncover")
    _run(connection, "load_cover", delivery=delivery, extracted=extracted)
    return coverage_of(connection, delivery)


def coverage_of(connection: duckdb.DuckDBPyConnection, delivery: int) -> Coverage:
    """Return where the delivery is in force. Raises no error for one that covers nothing: then there is no such row."""
    row = _run(connection, "load_coverage", delivery=delivery).fetchall()[0]
    cells, municipalities, first, last, categories, open_months = row
    return Coverage(cells, tuple(municipalities), first, last, tuple(categories), tuple(open_months or ()))


def record_delivery(connection: duckdb.DuckDBPyConnection, delivery: int, report: FileReport, settings: str) -> None:
    """Write the delivery and its listed refusals down."""
    clock = dt.datetime.now().time().replace(microsecond=0)
    _run(
        connection,
        "load_delivery",
        delivery=delivery,
        file_name=report.name,
        sha256=report.sha256,
        settings=settings,
        accepted=report.accepted,
        refused=report.refused,
        cells=report.coverage.cells if report.coverage else 0,
        extracted=report.extracted,
        loaded_at=dt.datetime.combine(today(), clock),
        contract_version=CONTRACT_VERSION,
        demo=report.demo,
        profile=report.profile,
    )
    _run(
        connection,
        "load_refusals",
        delivery=delivery,
        lines=[refusal.line for refusal in report.refusals],
        columns=[refusal.column for refusal in report.refusals],
        reasons=[refusal.reason for refusal in report.refusals],
    )


def _run(connection: duckdb.DuckDBPyConnection, name: str, **parameters: object) -> duckdb.DuckDBPyConnection:
    return connection.execute((_SQL / f"{name}.sql").read_text(encoding="utf-8"), parameters or None)
