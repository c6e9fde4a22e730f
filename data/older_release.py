"""Releases that an earlier version of the program has made: they open as if nothing had been told in newer tables.

A release is never changed, so what it lacks is laid over it in memory: an empty table, or a column without a value.
"""

from collections import defaultdict
from functools import cache

import duckdb

from data.sql import question

Columns = dict[str, dict[str, str]]

# The file of a release that lacks something is attached under its name and this, and read through views.
FILE = "_file"


def lacks(connection: duckdb.DuckDBPyConnection, name: str) -> bool:
    """Return whether the attached database lacks a table or a column that this version asks for."""
    found = _columns(connection, name)
    return any(
        table not in found or not columns.keys() <= found[table].keys() for table, columns in _wanted(name).items()
    )


def lay_over(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Make the schema `name` in memory: all tables of this version, read from the database attached as `name`_file."""
    found, wanted = _columns(connection, name + FILE), _wanted(name)
    connection.execute(f'CREATE SCHEMA "{name}"')
    for table in sorted(found.keys() | wanted.keys()):
        # All names and types are our own: of the file that release_tables.sql is, or of a release we have written.
        lacking = {column: kind for column, kind in wanted.get(table, {}).items() if column not in found.get(table, {})}
        parts = [*(f'"{column}"' for column in found.get(table, {}))]
        parts += [f'CAST(NULL AS {kind}) AS "{column}"' for column, kind in lacking.items()]
        source = f'FROM "{name}{FILE}"."{table}"' if table in found else "WHERE false"
        connection.execute(f'CREATE VIEW "{name}"."{table}" AS SELECT {", ".join(parts)} {source}')


@cache
def _wanted(name: str) -> Columns:
    """Return table -> column -> type of the tables in sql/release_tables.sql that belong to this database."""
    with duckdb.connect() as scratch:
        scratch.execute(question("release_tables"))
        rows = scratch.execute(question("release_columns"), {"database": "memory", "schema": name}).fetchall()
    return _by_table(rows)


def _columns(connection: duckdb.DuckDBPyConnection, database: str) -> Columns:
    return _by_table(
        connection.execute(question("release_columns"), {"database": database, "schema": "main"}).fetchall()
    )


def _by_table(rows: list[tuple[str, str, str]]) -> Columns:
    tables: Columns = defaultdict(dict)
    for table, column, kind in rows:
        tables[table][column] = kind
    return tables
