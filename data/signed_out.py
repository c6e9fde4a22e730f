"""Who has signed out: a sign-in that somebody has ended is not honoured again, in any process that shares the home.

Each is remembered until it would have run out by itself.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from data.errors import UserError
from data.home import home
from data.machine_errors import in_danish

# A folder of its own: beside the inbox and the log the only one that the council's processes must be able to write in.
FOLDER_NAME = "adgang"
FILE_NAME = "udlogget.sqlite"
_WAIT_SECONDS = 5.0


def sign_outs_path() -> Path:
    """Return the path of the list of sign-ins that have been ended."""
    return home() / FOLDER_NAME / FILE_NAME


def require_sign_outs_can_be_kept() -> None:
    """Make the list where there is none yet, when the server starts: one that is gone later is never taken for empty.

    Raises UserError when nobody's signing out could be remembered.
    """
    with in_danish():
        sign_outs_path().parent.mkdir(parents=True, exist_ok=True)
    with _opened("rwc") as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS signed_out (mark TEXT PRIMARY KEY, until REAL NOT NULL)")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")


def sign_out(mark: str, until: float) -> None:
    """Remember that the sign-in with this mark is over; `until` (seconds since 1970): when it runs out by itself.

    Raises UserError when that cannot be written.
    """
    with _opened() as connection:
        connection.execute("DELETE FROM signed_out WHERE until < ?", [time.time()])
        connection.execute("INSERT OR IGNORE INTO signed_out (mark, until) VALUES (?, ?)", [mark, until])


def has_signed_out(mark: str) -> bool:
    """Return whether the sign-in with this mark has been ended. Raises UserError when that cannot be read."""
    with _opened() as connection:
        return connection.execute("SELECT 1 FROM signed_out WHERE mark = ?", [mark]).fetchone() is not None


@contextmanager
def _opened(mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """Yield a connection to the list; `mode` "rwc" also makes the file."""
    try:
        address = f"{sign_outs_path().absolute().as_uri()}?mode={mode}"
        with closing(sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)) as connection:
            yield connection
    except (sqlite3.Error, OSError) as error:
        raise UserError(
            f"Listen over dem, der har logget ud, kan ikke bruges ({FOLDER_NAME}/{FILE_NAME}). Ingen lukkes ind uden. "
            "Programmet skal kunne skrive i mappen. Er filen væk eller beskadiget, så stands programmet, slet filen, "
            "hvis den er der, og start igen."
        ) from error
