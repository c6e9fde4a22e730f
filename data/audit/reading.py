"""What stands in the log, the newest first."""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from data.audit.chain import COLUMNS, FIELDS
from data.audit.entry import Actor, Event, LogEntry, What
from data.audit.retention import written
from data.audit.store import log_paths, reading

_SINCE = f"SELECT {COLUMNS} FROM entries WHERE moment >= ? ORDER BY number DESC"


def entries(since: dt.datetime, paths: Sequence[Path] | None = None) -> tuple[LogEntry, ...]:
    """Return the lines from this moment on, the newest first, of every log that can be read here.

    Raises UserError when one is damaged.
    """
    found = [entry for path in (log_paths() if paths is None else paths) for entry in _of(path, since)]
    return tuple(sorted(found, key=lambda entry: (entry.moment, entry.number), reverse=True))


def _of(path: Path, since: dt.datetime) -> list[LogEntry]:
    with reading(path) as connection:
        return [_entry(row) for row in connection.execute(_SINCE, [written(since)])]


def _entry(row: sqlite3.Row) -> LogEntry:
    return LogEntry(
        number=row["number"],
        moment=dt.datetime.fromisoformat(row["moment"]).replace(tzinfo=dt.UTC),
        actor=Actor(row["who"], row["role"]),
        room=row["room"],
        event=Event(row["event"]),
        what=What(*(row[name] for name in FIELDS[-6:])),
    )
