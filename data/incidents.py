"""incidents.duckdb: the pseudonymised incidents of every delivery in force, and what has been delivered.

Only load writes here and only publish reads; pages never open it.

* `incidents`: every column of the contract, the calendar parts of `anmeldt` that publish counts by, how long the first
  patrol took, and the delivery.
* `deliveries`: one row per loaded file.
* `coverage`: one row per municipality x month x category that was delivered; what is not there is missing, not zero.
* `road_sections`, `cell_dwellings`: the two small files beside the extract; `companions` says where they came from.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import duckdb

from data.errors import UserError
from data.home import home
from data.incidents_schema import in_step, make_tables

FILE_NAME = "incidents.duckdb"
_SPILL = ".incidents-tmp"

# Python, Arrow and DuckDB's CSV buffers come on top; together they stay below 1 GB.
_MEMORY_LIMIT = "450MB"
# For one statement that none of these goes with: sorting ten million rows in less takes half as long again.
_SORTING_LIMIT = "700MB"
_THREADS = 2
# A load holds the file for as long as it runs; a small one is worth waiting for.
_WAIT_SECONDS = 5.0
_RETRY_SECONDS = 0.1
# A question about something that DuckDB lacks would otherwise have it ask the internet.
_ALONE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}

# DuckDB's file lock holds between processes only; this one holds between an app's threads.
_IN_THIS_PROCESS = Lock()


def incidents_path() -> Path:
    """Return the path of the user's incidents."""
    return home() / FILE_NAME


@contextmanager
def open_incidents(*, read_only: bool, path: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the user's incidents (or a database elsewhere), with the tables made when they are to be written.

    Raises UserError when there is nothing to read, or when another load or release holds the file.
    """
    path = path or incidents_path()
    if read_only:
        if not path.exists():
            raise UserError("Der er ikke indlæst nogen hændelser endnu. Kør: python -m data.load FIL")
        _bring_in_step(path)
    with _opened(path, read_only=read_only) as connection:
        yield connection


@contextmanager
def _opened(path: Path, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not _IN_THIS_PROCESS.acquire(timeout=_WAIT_SECONDS):
        raise _busy()
    try:
        if not path.exists():
            _make_empty(path)
        with _connection(path, read_only) as connection:
            _set_limits(connection, path.parent)
            if not read_only:
                # What a killed load spilled to the disk is rows; only this process can have the file open now.
                shutil.rmtree(path.parent / _SPILL, ignore_errors=True)
                make_tables(connection)
            yield connection
    finally:
        _IN_THIS_PROCESS.release()


def _make_empty(path: Path) -> None:
    """Make the database beside its place: while DuckDB writes its first blocks it looks damaged to whoever opens it."""
    with tempfile.TemporaryDirectory(prefix=".incidents-new-", dir=path.parent) as folder:
        new = Path(folder) / path.name
        duckdb.connect(str(new), config=_ALONE).close()
        try:
            os.link(new, path)
        except OSError:  # another load was first, or the file system has no links
            if not path.exists():
                new.rename(path)


def _bring_in_step(path: Path) -> None:
    """Carry over what an earlier version of the program has stored, before it is read."""
    with _opened(path, read_only=True) as connection:
        if in_step(connection):
            return
    with _opened(path, read_only=False):
        pass


def _connection(path: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    """Return a connection to the file, or wait a little for whoever holds it."""
    give_up = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only, config=_ALONE)
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


@contextmanager
def memory_for_sorting(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Let DuckDB have more memory for as long as nobody else needs any."""
    _set_memory(connection, _SORTING_LIMIT)
    try:
        yield
    finally:
        _set_memory(connection, _MEMORY_LIMIT)


def _set_memory(connection: duckdb.DuckDBPyConnection, limit: str) -> None:
    connection.execute("SET memory_limit = $limit", {"limit": limit})


def _set_limits(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    connection.execute("SET threads = $threads", {"threads": _THREADS})
    _set_memory(connection, _MEMORY_LIMIT)
    connection.execute("SET temp_directory = $folder", {"folder": str(folder / _SPILL)})
