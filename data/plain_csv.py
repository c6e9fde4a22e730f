"""The fast way in: DuckDB itself reads a plain CSV, and takes the rows that are beyond doubt.

Every other row is read once more, one by one (`data.candidates`), which also finds the reasons. So this way must
never take a row that the careful one would refuse, or give it another value.
"""

from collections.abc import Sequence
from typing import Any

import duckdb
import numpy as np

from data.check import is_beyond_doubt
from data.contract import COLUMNS, Column, ColumnKind
from data.csv_moments import moment_forms
from data.incidents import memory_for_sorting
from data.incidents_schema import STORED_ORDER, sql_type
from data.source import Source

# DuckDB keeps a message for each value that it cannot read; a file with more of them has another form.
_MOST_REJECTS = 200_000
_GLOB_SIGNS = "*?["
_DIRECTLY = """read_csv(
    $path, delim = $separator, header = true, auto_detect = false, quote = '', escape = '', columns = $columns,
    dateformat = $date_format, timestampformat = $timestamp_format,
    compression = 'none', hive_partitioning = false,
    ignore_errors = true, store_rejects = true, rejects_limit = $most_rejects, rejects_line_size_limit = 1
)"""
_TEXT_KINDS = (ColumnKind.PSEUDONYM, ColumnKind.CELL)
# Eight digits may be a telephone number, and are looked at.
_PLAIN_COUNT = "regexp_full_match({text}, '[0-9]{{1,7}}')"
# Doubtful rows are found by their pseudonym in a second reading.
_DOUBTFUL = "haendelse_id IN (SELECT haendelse_id FROM doubtful)"


def can_read_directly(source: Source) -> bool:
    """Return whether a line of the file is a row, so that DuckDB and Python split it alike."""
    return source.plain and not any(sign in str(source.path) for sign in _GLOB_SIGNS)


def take_plain_rows(connection: duckdb.DuckDBPyConnection, source: Source, delivery: int) -> set[int] | None:
    """Store the rows that are beyond doubt, and return the lines of all others; None when nothing could be stored.

    The rows carry the delivery's number; their order in the file is not kept.
    """
    names = _contract_names(source)
    columns = [COLUMNS[name] for name in names]
    values = ", ".join(_value(column) for column in columns)
    statement = (
        f"INSERT INTO incident_rows (delivery, {_quoted(names)}) "
        f"SELECT $delivery, {values} FROM {_DIRECTLY} WHERE {_allowed(columns)} {STORED_ORDER}"
    )
    parameters = _parameters(source, {column.name: _read_as(column) for column in columns})
    with memory_for_sorting(connection):
        (stored,) = connection.execute(statement, {**parameters, "delivery": delivery}).fetchall()[0]
    rejected = _rejected_lines(connection)
    rows = (source.lines or 0) - 1
    if stored + len(rejected) < rows:
        rejected |= _lines(connection, source, f"NOT ({_allowed(columns)})")
    if stored + len(rejected) == rows:
        return rejected
    connection.execute("DELETE FROM incident_rows WHERE delivery = $delivery", {"delivery": delivery})
    return None


def doubtful_lines(connection: duckdb.DuckDBPyConnection, source: Source) -> set[int]:
    """Return the lines whose pseudonym is in the table `doubtful`."""
    return _lines(connection, source, _DOUBTFUL)


def _lines(connection: duckdb.DuckDBPyConnection, source: Source, condition: str) -> set[int]:
    """Return the lines of the rows, all texts, that meet the condition."""
    parameters = _parameters(source, dict.fromkeys(_contract_names(source), "VARCHAR"))
    result = connection.execute(
        f"SELECT place FROM (SELECT *, row_number() OVER () - 1 AS place FROM {_DIRECTLY}) WHERE {condition}",
        parameters,
    ).fetchnumpy()
    found = np.asarray(result["place"], dtype=np.int64)
    # A line with too many or too few fields is no row for DuckDB; each one before a row moves its line by one.
    other = np.sort(np.fromiter(_rejected_lines(connection), dtype=np.int64))
    before = np.searchsorted(other - 2 - np.arange(len(other)), found, side="right")
    return set((found + 2 + before).tolist())


def _rejected_lines(connection: duckdb.DuckDBPyConnection) -> set[int]:
    lines = {line for (line,) in connection.execute("SELECT DISTINCT line FROM reject_errors").fetchall()}
    connection.execute("DROP TABLE reject_errors")
    connection.execute("DROP TABLE reject_scans")
    return lines


def _contract_names(source: Source) -> list[str]:
    """Return the columns of the file in its order, as the contract names them."""
    return [name.strip().casefold() for name in source.names]


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _read_as(column: Column) -> str:
    """Return the type as which DuckDB reads a column. A count is text first: DuckDB would read 12.500 as 13."""
    if column.kind is ColumnKind.TIMESTAMP:
        return "TIMESTAMP"
    return "VARCHAR" if column.kind is ColumnKind.COUNT else sql_type(column)


def _value(column: Column) -> str:
    return f'TRY_CAST("{column.name}" AS INTEGER)' if column.kind is ColumnKind.COUNT else f'"{column.name}"'


def _allowed(columns: Sequence[Column]) -> str:
    """Return the SQL condition that a row may be stored: what its texts look like, and that nothing is missing."""
    return " AND ".join(condition for column in columns if (condition := _condition(column)))


def _condition(column: Column) -> str | None:
    text = f'"{column.name}"'
    there = f"{text} IS NOT NULL" if column.required else None
    if column.kind is ColumnKind.COUNT:
        return f"({text} IS NULL OR {_PLAIN_COUNT.format(text=text)})"
    if column.kind in _TEXT_KINDS:
        allowed = is_beyond_doubt(column, text)
        return f"({there} AND {allowed})" if there else f"({text} IS NULL OR {allowed})"
    return there


def _parameters(source: Source, columns: dict[str, str]) -> dict[str, Any]:
    forms = moment_forms(source)
    return {
        "path": str(source.path),
        "separator": source.form.separator if source.form else ";",
        "columns": columns,
        "date_format": forms[ColumnKind.DATE],
        "timestamp_format": forms[ColumnKind.TIMESTAMP],
        "most_rejects": _MOST_REJECTS,
    }
