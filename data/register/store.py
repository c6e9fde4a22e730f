"""register.sqlite: what people type. SQLite, because several processes write, and a crash may come at any time.

Write-ahead logging lets others read while one writes; every commit is on the disk before anyone is told that it is
saved.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.audit.edits import edits_noted
from data.errors import UserError
from data.home import home
from data.register.migrations import steps
from data.register.schema import upgrade
from data.write_ahead import LOCKED, write_ahead

FILE_NAME = "register.sqlite"

# A save takes milliseconds; a backup of a large register a second.
WAIT_SECONDS = 10.0


class RegisterBusyError(UserError):
    """Others held the register for too long."""

    def __init__(self) -> None:
        super().__init__("Registeret er optaget af en anden. Intet er gemt: prøv igen om lidt.")


def register_path() -> Path:
    """Return the path of what people have typed."""
    return home() / FILE_NAME


@contextmanager
def reading() -> Iterator[sqlite3.Connection | None]:
    """Yield a connection that sees one moment of the register; None while nobody has typed anything."""
    if not register_path().exists():
        yield None
        return
    with opened(register_path()) as connection:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        yield connection


@contextmanager
def writing() -> Iterator[sqlite3.Connection]:
    """Yield a connection that alone may write; everything is saved when the block ends, nothing when it raises.

    What is changed is noted in the log first. Raises NotLoggedError when it cannot be; then nothing is saved.
    """
    register_path().parent.mkdir(parents=True, exist_ok=True)
    with opened(register_path()) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            with edits_noted():
                yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a register of the newest schema, and close it.

    Raises UserError when the file is newer than this program, damaged, no register, held by others or cannot be
    written.
    """
    with danish_errors(path):
        connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
        connection.row_factory = sqlite3.Row
        try:
            _prepare(connection)
            upgrade(connection, path, steps())
            yield connection
        finally:
            connection.close()


def _prepare(connection: sqlite3.Connection) -> None:
    write_ahead(connection, WAIT_SECONDS)
    # FULL: a saved entry survives a power failure too; NORMAL would lose the last of them.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def danish_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file that cannot be used into what the user can do about it."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        # The low byte is the error's family.
        family = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if family in LOCKED:
            raise RegisterBusyError from error
        told = _told(path, family)
        if told is None:
            raise
        raise UserError(told) from error


def _told(path: Path, primary: int) -> str | None:
    if primary == sqlite3.SQLITE_FULL:
        return "Der er ikke plads nok på disken. Intet er gemt: ryd op, og prøv igen."
    if primary == sqlite3.SQLITE_IOERR:
        return "Disken kan ikke læses eller skrives: er den fuld? Intet er gemt: ryd op, og prøv igen."
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return f"{path} kan ikke åbnes eller skrives. Intet er gemt: ret adgangen til filen og dens mappe."
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return f"{path} er beskadiget. Gendan den seneste kopi: python -m data.register restore FIL"
    return None
