"""log.sqlite: several processes write, one may be killed at any moment, and a page waits for none of it.

A process keeps one connection open: opening and closing one for each line would cost a hundred times the line. A line
that is written survives the death of its process; of a power failure the last moments may not be told.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from data.errors import UserError
from data.home import home
from data.write_ahead import write_ahead

FOLDER_NAME = "log"
# Where the analysts' machine shows the council's log, read only, when there is one (docs/drift.md).
COUNCIL_FOLDER_NAME = "log-raad"
FILE_NAME = "log.sqlite"

WAIT_SECONDS = 2.0  # a line takes a fraction of a millisecond; a page is not held up for longer than this
_SCHEMA = Path(__file__).with_name("schema.sql")
_APPLICATION_ID = 1263684679

_lock = threading.Lock()
_open: dict[tuple[str, int | None, int], sqlite3.Connection] = {}


class NotLoggedError(UserError):
    """The log cannot be written; what must be in it is not done."""

    def __init__(self) -> None:
        super().__init__("Det er ikke gjort, for det kan ikke skrives i loggen. Sig det til den, der driver Kredsblik.")


def log_path() -> Path:
    """Return where this home's log lies."""
    return home() / FOLDER_NAME / FILE_NAME


def log_paths() -> tuple[Path, ...]:
    """Return the logs that lie here: this home's, and the council's where it is shown.

    Raises UserError when this user may not look.
    """
    with _read_in_danish(home() / COUNCIL_FOLDER_NAME):
        return tuple(path for path in (log_path(), home() / COUNCIL_FOLDER_NAME / FILE_NAME) if path.exists())


@contextmanager
def writing() -> Iterator[sqlite3.Connection]:
    """Yield the connection that alone may write; all is kept when the block ends, nothing when it raises.

    Raises NotLoggedError when the file cannot be written.
    """
    with _lock:
        try:
            connection = _connection(log_path())
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except (sqlite3.Error, OSError) as error:
            _forget()
            raise NotLoggedError from error


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a log that only reads. Raises UserError when it may not be read, is damaged or no log."""
    with _read_in_danish(path):
        # Without its companions nobody writes in it, and it may lie where they cannot be made.
        mode = "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "mode=ro&immutable=1"
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=WAIT_SECONDS)) as opened:
            opened.row_factory = sqlite3.Row
            if opened.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION_ID:
                raise UserError(f"{path} er ikke en log fra Kredsblik.")
            opened.execute("BEGIN")
            yield opened


@contextmanager
def _read_in_danish(place: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise UserError(f"Loggen {place} kan ikke læses. Den er i brug, beskadiget eller ikke en log.") from error
    except OSError as error:
        raise UserError(
            f"Loggen {error.filename or place} kan ikke læses: ret adgangen til filen og mappen."
        ) from error


def _connection(path: Path) -> sqlite3.Connection:
    """Return this process's connection, opened anew when the home is another or another file lies there."""
    if _key(path) not in _open:
        _forget()
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = _opened(path)
        _open[_key(path)] = opened
    return _open[_key(path)]


def _key(path: Path) -> tuple[str, int | None, int]:
    """Return what tells a connection's file from every other, also from one that was put in its place."""
    return str(path), path.stat().st_ino if path.exists() else None, os.getpid()


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        write_ahead(connection, WAIT_SECONDS)
        connection.execute("PRAGMA synchronous = NORMAL")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application not in (0, _APPLICATION_ID):
            raise sqlite3.DatabaseError("another program's file")
        if application == 0:
            connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA.read_text(encoding='utf-8')} COMMIT;")
    except BaseException:
        connection.close()
        raise
    return connection


def _forget() -> None:
    """Close what is open; a parent's connection is never touched by the child that was forked from it."""
    for key in list(_open):
        connection = _open.pop(key)
        if key[2] == os.getpid():
            connection.close()
