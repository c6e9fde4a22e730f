"""Candidates: rows read one by one, each with what is wrong with it, before the good ones become incidents."""

from collections.abc import Iterable, Iterator

import duckdb
import pyarrow as pa

from data.check import typed
from data.contract import COLUMNS, Column, ColumnKind
from data.errors import UserError
from data.header import NEVER
from data.incidents_schema import STORED_ORDER, sql_type
from data.refusals import LISTED, MISSING, REASONS, Refusals
from data.texts import LINE, TEXT_SCHEMA

# Before this a date is a placeholder (1900-01-01, 1970-01-01) or a slip of the pen.
EARLIEST = "1970-01-02"
DEMO_PREFIX = "demo-"
_FORBIDDEN = "kategori:never"
MOMENTS = tuple(c.name for c in COLUMNS.values() if c.kind in (ColumnKind.TIMESTAMP, ColumnKind.DATE))
NAMES = ", ".join(f'"{name}"' for name in COLUMNS)


def make_candidates(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the empty table of candidates: `line`, the typed columns, and `faults`, a list of `column:reason`."""
    columns = ", ".join(f'"{c.name}" {sql_type(c)}' for c in COLUMNS.values())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE candidates (line BIGINT, {columns}, faults VARCHAR[])")


def add_candidates(connection: duckdb.DuckDBPyConnection, batches: Iterator[pa.RecordBatch]) -> None:
    """Read text batches into the candidates. What the batches raise is raised here."""
    values = ", ".join(f'{typed(c, _text(c))} AS "{c.name}"' for c in COLUMNS.values())
    given = ", ".join(f'rows_as_text."{name}" AS "given {name}"' for name in COLUMNS)
    raised: list[Exception] = []
    connection.register("rows_as_text", pa.RecordBatchReader.from_batches(TEXT_SCHEMA, _noting(batches, raised)))
    try:
        connection.execute(
            f"INSERT INTO candidates SELECT {LINE}, {NAMES}, {_faults()} "
            f"FROM (SELECT {LINE}, {values}, {given} FROM rows_as_text)"
        )
    except duckdb.Error as error:
        raise (raised or [error])[0] from None
    connection.unregister("rows_as_text")


def _noting(batches: Iterator[pa.RecordBatch], raised: list[Exception]) -> Iterator[pa.RecordBatch]:
    """Yield the batches; DuckDB would pass on what they raise as an error of its own."""
    try:
        yield from batches
    except Exception as error:
        raised.append(error)
        raise


def there_are_candidates(connection: duckdb.DuckDBPyConnection) -> bool:
    """Return whether any row was read one by one."""
    return bool(connection.execute("SELECT count(*) FROM candidates").fetchall()[0][0])


def _text(column: Column) -> str:
    return f'rows_as_text."{column.name}"'


def _faults() -> str:
    cases = [case for column in COLUMNS.values() for case in _faults_of(column)]
    return those_found(cases)


def those_found(cases: Iterable[str]) -> str:
    """Return the SQL list of the faults that the cases find."""
    return f"list_filter([{', '.join(cases)}], lambda fault: fault IS NOT NULL)"


def _faults_of(column: Column) -> list[str]:
    text, value = f'"given {column.name}"', f'"{column.name}"'
    fault = f"'{column.name}:{column.kind}'"
    if column.name == "kategori":
        fault = f"CASE WHEN regexp_matches(lower({text}), '{NEVER}') THEN '{_FORBIDDEN}' ELSE {fault} END"
    cases = [f"CASE WHEN {text} IS NOT NULL AND {value} IS NULL THEN {fault} END"]
    if column.required:
        cases.append(f"CASE WHEN {text} IS NULL THEN '{column.name}:{MISSING}' END")
    return cases


def outside_time(column: str) -> tuple[str, str]:
    """Return the SQL conditions that a moment is before any real one, and after the extract's day ($extracted)."""
    return f"\"{column}\" < DATE '{EARLIEST}'", f'"{column}" >= CAST($extracted AS DATE) + 1'


def refused_candidates(connection: duckdb.DuckDBPyConnection, refusals: Refusals) -> None:
    """Add the candidates that have faults to the refusals."""
    count = connection.execute("SELECT count(*) FROM candidates WHERE len(faults) > 0").fetchall()[0][0]
    listed = connection.execute(
        "SELECT line, faults FROM candidates WHERE len(faults) > 0 ORDER BY line LIMIT $limit", {"limit": LISTED}
    ).fetchall()
    for line, faults in listed:
        column, _, reason = faults[0].partition(":")
        others = list(dict.fromkeys(fault.partition(":")[0] for fault in faults[1:]))
        also = f". Også fejl i: {', '.join(others)}" if others else ""
        refusals.add(line, column, REASONS[reason] + also)
    refusals.count += count - len(listed)


def refuse_forbidden(connection: duckdb.DuckDBPyConnection, file_name: str) -> None:
    """Refuse the whole file when a row's category is one that must never enter. Raises UserError with the line."""
    (line,) = connection.execute(
        "SELECT min(line) FROM candidates WHERE list_contains(faults, $fault)", {"fault": _FORBIDDEN}
    ).fetchall()[0]
    if line is not None:
        raise UserError(
            f"{file_name}, linje {line}: kategorien handler om rocker- og bandeforhold eller PSP. De oplysninger må "
            "aldrig indlæses: fjern dem, før filen lægges her."
        )


def store_candidates(connection: duckdb.DuckDBPyConnection, delivery: int) -> tuple[int, bool]:
    """Store the candidates without faults; return the delivery's incidents, and whether they are the demo's."""
    connection.execute(
        f"INSERT INTO incident_rows (delivery, {NAMES}) SELECT $delivery, {NAMES} FROM candidates "
        f"WHERE len(faults) = 0 {STORED_ORDER}",
        {"delivery": delivery},
    )
    found = connection.execute(
        "SELECT count(*), coalesce(bool_or(starts_with(haendelse_id, $demo)), false) FROM incident_rows "
        "WHERE delivery = $delivery",
        {"delivery": delivery, "demo": DEMO_PREFIX},
    )
    accepted, demo = found.fetchall()[0]
    return accepted, demo
