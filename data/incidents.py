"""incidents.duckdb: the pseudonymised incidents of every delivery in force, and what has been delivered.

Only load writes here and only publish reads; pages never open it.

* `incidents`: every column of the contract, the calendar parts of `anmeldt` that publish counts by, how long the first
  patrol took, and the delivery.
* `deliveries`: one row per loaded file.
* `coverage`: one row per municipality x month x category that was delivered; what is not there is missing, not zero.
* `road_sections`, `cell_dwellings`: the two small files beside the extract; `companions` says where they came from.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import duckdb

from data.contract import COLUMNS, Column, ColumnKind
from data.errors import UserError
from data.home import home
from data.local_time import elapsed_seconds
from data.municipalities import UNKNOWN, municipality_codes

FILE_NAME = "incidents.duckdb"
_SPILL = ".incidents-tmp"
_SCHEMA = Path(__file__).parent / "sql" / "incidents_schema.sql"

# Python, Arrow and DuckDB's CSV buffers come on top; together they stay below 1 GB.
_MEMORY_LIMIT = "450MB"
_THREADS = 2
# A load holds the file for as long as it runs; a small one is worth waiting for.
_WAIT_SECONDS = 5.0
_RETRY_SECONDS = 0.1
# DuckDB's file lock holds between processes only; this one holds between an app's threads.
_IN_THIS_PROCESS = Lock()

# Seconds, not microseconds: half the bytes, and the contract's times have no fractions.
_TYPES = {
    ColumnKind.PSEUDONYM: "VARCHAR",
    ColumnKind.CELL: "VARCHAR",
    ColumnKind.TIMESTAMP: "TIMESTAMP_S",
    ColumnKind.DATE: "DATE",
    ColumnKind.COUNT: "INTEGER",
}

# Clustered by category most columns of a block are empty: the file is half as large, and the load takes no longer.
STORED_ORDER = "ORDER BY kategori, anmeldt"

# Publish has no date function of its own, so that another engine can run it. In a view: generated columns, virtual
# too, are computed for every row that is stored, which made a load half as slow again.
DERIVED = {
    "year": "year(anmeldt)",
    "quarter": "quarter(anmeldt)",
    "month": "month(anmeldt)",
    "iso_year": "isoyear(anmeldt)",
    "iso_week": "weekofyear(anmeldt)",
    "weekday": "isodow(anmeldt)",
    "hour": "hour(anmeldt)",
    "response_seconds": elapsed_seconds("anmeldt", "foerste_patrulje"),
}


def sql_type(column: Column) -> str:
    """Return the DuckDB type in which a column of the contract is stored."""
    if column.kind in (ColumnKind.CODE, ColumnKind.MUNICIPALITY):
        domain = column.domain or (*municipality_codes(), UNKNOWN)
        return "ENUM(" + ", ".join(f"'{value}'" for value in domain) + ")"
    return _TYPES[column.kind]


def incidents_path() -> Path:
    """Return the path of the user's incidents."""
    return home() / FILE_NAME


@contextmanager
def open_incidents(*, read_only: bool, path: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the user's incidents (or a database elsewhere), with the tables made when they are to be written.

    Raises UserError when there is nothing to read, or when another load or release holds the file.
    """
    path = path or incidents_path()
    if read_only and not path.exists():
        raise UserError("Der er ikke indlæst nogen hændelser endnu. Kør: python -m data.load FIL")
    path.parent.mkdir(parents=True, exist_ok=True)
    if not _IN_THIS_PROCESS.acquire(timeout=_WAIT_SECONDS):
        raise _busy()
    try:
        with _connection(path, read_only) as connection:
            _set_limits(connection, path.parent)
            if not read_only:
                # What a killed load spilled to the disk is rows; only this process can have the file open now.
                shutil.rmtree(path.parent / _SPILL, ignore_errors=True)
                _make_tables(connection)
            yield connection
    finally:
        _IN_THIS_PROCESS.release()


def _connection(path: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    """Return a connection to the file, or wait a little for whoever holds it."""
    give_up = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only)
        except duckdb.IOException as error:
            if "lock" not in str(error).lower():
                raise UserError(
                    f"Databasen {path} kan ikke åbnes: filen er beskadiget eller lavet af en nyere DuckDB. "
                    "Flyt den et andet sted hen, og indlæs udtrækkene igen."
                ) from None
            if time.monotonic() > give_up:
                raise _busy() from None
            time.sleep(_RETRY_SECONDS)


def _busy() -> UserError:
    return UserError("En anden indlæsning eller udgivelse er i gang. Prøv igen, når den er færdig.")


def _set_limits(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    connection.execute("SET threads = $threads", {"threads": _THREADS})
    connection.execute("SET memory_limit = $limit", {"limit": _MEMORY_LIMIT})
    connection.execute("SET temp_directory = $folder", {"folder": str(folder / _SPILL)})


def _make_tables(connection: duckdb.DuckDBPyConnection) -> None:
    columns = [f'"{c.name}" {sql_type(c)}{" NOT NULL" if c.required else ""}' for c in COLUMNS.values()]
    connection.execute(f"CREATE TABLE IF NOT EXISTS incident_rows (delivery INTEGER NOT NULL, {', '.join(columns)})")
    connection.execute(_SCHEMA.read_text(encoding="utf-8"))
    parts = [f'CAST({part} AS INTEGER) AS "{name}"' for name, part in DERIVED.items()]
    view = f"SELECT *, {', '.join(parts)} FROM incident_rows"
    (known,) = connection.execute("SELECT count(*) FROM views WHERE definition = $view", {"view": view}).fetchall()[0]
    if not known:  # also when a newer program derives more
        connection.execute(f"CREATE OR REPLACE VIEW incidents AS {view}")
        connection.execute("DELETE FROM views")
        connection.execute("INSERT INTO views VALUES ($view)", {"view": view})
