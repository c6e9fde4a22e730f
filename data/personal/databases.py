"""The texts of databases: every text that stands in a table, once."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb

# What cannot hold a text.
_NO_TEXTS = ("BIGINT", "INTEGER", "SMALLINT", "TINYINT", "HUGEINT", "DOUBLE", "FLOAT", "BOOLEAN", "DATE", "TIMESTAMP")


def texts_of_duckdb(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield table and column, and every different text there; also the names themselves."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.duckdb"
        path.write_bytes(content)
        with duckdb.connect(str(path), read_only=True) as connection:
            columns = connection.execute(
                "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
            ).fetchall()
            for table, column, kind in columns:
                place = f"{table}.{column}"
                yield place, f"{table} ; {column}"
                if not kind.startswith(_NO_TEXTS) or kind.endswith("]"):
                    yield from _values(connection, table, column, place)


def _values(connection: duckdb.DuckDBPyConnection, table: str, column: str, place: str) -> Iterator[tuple[str, str]]:
    name, source = (part.replace('"', '""') for part in (column, table))
    rows = connection.execute(f'SELECT DISTINCT CAST("{name}" AS VARCHAR) FROM "{source}"').fetchall()
    return ((place, text) for (text,) in rows if text)


def texts_of_sqlite(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield table and column, and every text there."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (table,) in tables:
            source = table.replace('"', '""')
            rows = connection.execute(f'SELECT * FROM "{source}"')
            names = [column[0] for column in rows.description]
            for row in rows:
                yield from (
                    (f"{table}.{name}", value) for name, value in zip(names, row, strict=True) if isinstance(value, str)
                )
