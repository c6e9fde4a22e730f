"""The chain: every line holds a fingerprint of itself and of the line before, so that a removed or changed one shows.

It tells of accidents and of hands that do not know it. Who may write the file and knows the chain can make it anew:
then the copies of the night tell another story, and that is why they lie on another machine.
"""

import hashlib
import json
import sqlite3
from collections.abc import Sequence

FIELDS = (
    *("number", "moment", "who", "role", "room", "event"),
    *("view", "municipality", "period", "release", "about", "file"),
)
COLUMNS = ", ".join(f'"{name}"' for name in FIELDS)
_INSERT = f"INSERT INTO entries ({COLUMNS}, previous, hash) VALUES ({', '.join('?' * (len(FIELDS) + 2))})"
_CHAIN = f"SELECT {COLUMNS}, previous, hash FROM entries ORDER BY number"
_PASSED_ALL = "SELECT number, hash FROM entries UNION ALL SELECT through, hash FROM cleared"
_NEWEST = f"{_PASSED_ALL} ORDER BY number DESC LIMIT 1"
_PASSED = f"SELECT 1 FROM ({_PASSED_ALL}) WHERE number = ? AND hash = ?"
_CLEARED = "SELECT through, hash FROM cleared ORDER BY through DESC LIMIT 1"
_COUNTED = "SELECT seq FROM sqlite_sequence WHERE name = 'entries'"
_BEGINNING = (0, "")


def add(connection: sqlite3.Connection, values: Sequence[str]) -> None:
    """Add a line with these values, in the order of FIELDS without the number."""
    number, previous = connection.execute(_NEWEST).fetchone() or _BEGINNING
    row = (number + 1, *values)
    connection.execute(_INSERT, (*row, previous, fingerprint(row, previous)))


def fingerprint(row: Sequence[object], previous: str) -> str:
    """Return the SHA-256 of a line and of the fingerprint before it."""
    return hashlib.sha256(json.dumps([previous, *row], ensure_ascii=False).encode()).hexdigest()


def newest(connection: sqlite3.Connection) -> tuple[int, str]:
    """Return the number and fingerprint of the newest line: written down elsewhere, they show a chain made anew."""
    number, found = connection.execute(_NEWEST).fetchone() or _BEGINNING
    return int(number), str(found)


def passed_through(connection: sqlite3.Connection, number: int, found: str) -> bool:
    """Return whether the chain has passed through this line: whoever wrote it wrote the beginning of this log."""
    return number == 0 or connection.execute(_PASSED, [number, found]).fetchone() is not None


def first_fault(connection: sqlite3.Connection) -> int | None:
    """Return the number of the first line that is not what it was or is missing; None when all are there."""
    number, previous = connection.execute(_CLEARED).fetchone() or _BEGINNING
    for row in connection.execute(_CHAIN):
        *values, said, found = row
        if values[0] != number + 1 or said != previous or found != fingerprint(values, previous):
            return int(number) + 1
        number, previous = values[0], found
    (counted,) = connection.execute(_COUNTED).fetchone() or (0,)
    return int(number) + 1 if counted > number else None
