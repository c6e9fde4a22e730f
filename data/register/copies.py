"""A whole copy of a register, taken while others may be writing in it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path


def copy_into_file(source: sqlite3.Connection, target: Path) -> None:
    """Write the register as one file, complete or not at all; an older file of that name is replaced in one step."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(beside)) as copy:
            source.backup(copy)
            # Write-ahead logging is stored in the file; without it the copy is one file and may lie read-only.
            copy.execute("PRAGMA journal_mode = DELETE")
        with beside.open("rb") as file:
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
