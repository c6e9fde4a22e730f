"""SQLite's write-ahead log: others read while one writes, and a crash leaves what was committed."""

import sqlite3
import time

LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_RETRY_SECONDS = 0.02


def write_ahead(connection: sqlite3.Connection, wait_seconds: float) -> None:
    """Set how the file is written. Two who open a new file at once: the one that finds it locked tries again."""
    give_up = time.monotonic() + wait_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in LOCKED or time.monotonic() > give_up:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return
