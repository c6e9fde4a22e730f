"""A folder that is made once per test session, also when several worker processes ask for it at once."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

# Making the demo district takes well under a minute; a worker that waits longer than this has found a fault.
WAIT_SECONDS = 600


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Return the folder, made by the first process that asks; the others wait for it.

    SQLite's exclusive transaction is the lock: it works on every system, and ends with its process.
    """
    finished = folder / "finished"
    with closing(sqlite3.connect(f"{folder}.lock", timeout=WAIT_SECONDS, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        if not finished.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            finished.touch()
    return folder
