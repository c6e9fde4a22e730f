"""The read-only door to one release."""

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pandas as pd

from data.errors import UserError
from data.older_release import FILE, lacks, lay_over
from data.releases import current_release_id, release_folder, release_ids
from data.room import Room, room
from data.sql import question

OPEN_RELEASES = 8  # an open release costs about 20 MB
# Those who come first, at once, get one and the same: each of their own would stay in what is cached on it.
_ONCE = Lock()
# An older release's file changes its name while it is opened (`_attach`), and two at once would meet in the middle.
_OPENING = Lock()


@dataclass(frozen=True)
class Release:
    """One release, open for reading. Two are equal when their ids are; results may be cached on it.

    `data_until`: last day of the newest closed month. `extracted`: the newest extract's date. `demo`: synthetic
    incidents are part of it.
    """

    id: str
    data_until: dt.date
    extracted: dt.date
    demo: bool
    published_at: dt.datetime
    internal: bool
    connection: duckdb.DuckDBPyConnection = field(compare=False, repr=False)

    def query(self, name: str, **parameters: Any) -> pd.DataFrame:
        """Return the answer to the question in data/sql/<name>.sql as a frame.

        Every call has a cursor of its own: on a shared one, threads receive each other's answers.
        """
        with self.connection.cursor() as cursor:
            return cursor.execute(question(name), parameters).df()

    def rows(self, name: str, **parameters: Any) -> list[tuple[Any, ...]]:
        """Return the answer to the question in data/sql/<name>.sql as plain rows, None where missing."""
        with self.connection.cursor() as cursor:
            return cursor.execute(question(name), parameters).fetchall()

    def has(self, table: str) -> bool:
        """Return whether the published file has this table: a release that an earlier version made may lack it."""
        return (table,) in self.rows("published_names")


def open_release(identity: str | None = None) -> Release:
    """Return the release with this id, or the current one.

    Raises UserError when there is no such release, or nothing has been published.
    """
    folder = _folder(identity)
    with _ONCE:
        return _opened(folder, room() is Room.ANALYSTS)


def opened_afresh() -> Release:
    """Return the current release by a connection of its own, which the caller closes. Raises as `open_release`."""
    return _open(_folder(None), room() is Room.ANALYSTS)


def _folder(identity: str | None) -> Path:
    wanted = identity or current_release_id()
    if wanted not in release_ids():
        raise UserError(f"Udgave #{wanted} findes ikke her. Den nyeste er #{current_release_id()}.")
    return release_folder(wanted)


@lru_cache(maxsize=OPEN_RELEASES)
def _opened(folder: Path, analysts: bool) -> Release:
    return _open(folder, analysts)


def _open(folder: Path, analysts: bool) -> Release:
    with _OPENING:
        return _open_alone(folder, analysts)


def _open_alone(folder: Path, analysts: bool) -> Release:
    """Open a release's files in an instance of its own, then lock it: no other file can be reached from there."""
    # A page asks for few rows, and every further thread keeps memory of its own in each of the council's processes.
    connection = duckdb.connect(config={"threads": 1})
    _attach(connection, folder / "published.duckdb", "published")
    internal = analysts and (folder / "internal.duckdb").exists()
    if internal:
        _attach(connection, folder / "internal.duckdb", "internal")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    info = connection.execute(question("release_info")).fetchone()
    if info is None:
        raise UserError(f"Udgave #{folder.name} er beskadiget. Udgiv igen: python -m data.publish")
    identity, data_until, extracted, demo, published_at = info
    return Release(identity, data_until, extracted, demo, published_at, internal, connection)


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    """Let the connection read a release's file under this name, an older release's with what it lacks laid over it."""
    escaped = str(path).replace("'", "''")  # ATTACH takes no parameters; the path is our own, not a user's
    try:
        connection.execute(f"ATTACH '{escaped}' AS {name} (READ_ONLY)")
        if not lacks(connection, name):
            return
        connection.execute(f"DETACH {name}")
    except duckdb.OperationalError as error:
        # Within a process a file has one name only: an older release that is still open has the other.
        if f'"{name}{FILE}"' not in str(error):
            raise
    connection.execute(f"ATTACH '{escaped}' AS {name}{FILE} (READ_ONLY)")
    lay_over(connection, name)
