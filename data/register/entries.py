"""Versions of what people typed: nothing is overwritten, and an edit of something older than the newest is refused.

Serves every kind of entry. A kind has its own table, whose rows belong to rows of `versions`.
"""

import datetime as dt
import secrets
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from data.audit.edits import remember_edit
from data.audit.entry import Event
from data.errors import UserError
from data.periods import danish_long_date

Content = TypeVar("Content")

# The version of what the project ships: nobody has edited it yet.
SHIPPED = 0
_ID_BYTES = 3


@dataclass(frozen=True)
class Kind(Generic[Content]):
    """A kind of entry: its name, its table, its content as a row of that table and back, and what a change of it is."""

    name: str
    table: str
    row: Callable[[Content], dict[str, str | int | float | None]]
    content: Callable[[Mapping[str, Any]], Content]
    edit_event: Event = Event.EDITED


@dataclass(frozen=True)
class Entry(Generic[Content]):
    """A version of an entry. `edited_at` (UTC) is None for version 0, which the project ships."""

    id: str
    version: int
    content: Content
    edited_by: str
    edited_at: dt.datetime | None = None
    withdrawn: bool = False

    @property
    def edited(self) -> str:
        """Return who wrote this version and when: "af AB den 12. januar 2026 kl. 09.15"."""
        if self.edited_at is None:
            return f"af {self.edited_by}"
        local = self.edited_at.astimezone()
        return f"af {self.edited_by} den {danish_long_date(local.date())} kl. {local:%H.%M}"


class EditConflictError(UserError):
    """Somebody saved a newer version meanwhile: `newest`. Nothing was overwritten."""

    def __init__(self, newest: Entry[Any]) -> None:
        done = "fjernet" if newest.withdrawn else "ændret"
        super().__init__(
            f"Ikke gemt: den er {done} {newest.edited}, efter at du åbnede den. Intet er overskrevet. "
            "Se den nye udgave, og ret den, hvis det stadig er nødvendigt."
        )
        self.newest = newest


def current_entries(connection: sqlite3.Connection, kind: Kind[Content]) -> list[Entry[Content]]:
    """Return the newest version of every entry of the kind, also of those that are withdrawn."""
    rows = connection.execute(
        f"SELECT * FROM versions JOIN {kind.table} USING (entry, version) "
        "WHERE version = (SELECT max(version) FROM versions AS later WHERE later.entry = versions.entry)"
    )
    return [_entry(kind, row) for row in rows]


def entry_history(connection: sqlite3.Connection, kind: Kind[Content], identity: str) -> list[Entry[Content]]:
    """Return every version of one entry, oldest first."""
    rows = connection.execute(
        f"SELECT * FROM versions JOIN {kind.table} USING (entry, version) WHERE entry = ? ORDER BY version", [identity]
    )
    return [_entry(kind, row) for row in rows]


def new_identity(connection: sqlite3.Connection, kind: Kind[Any]) -> str:
    """Return an id that no entry has. Drawn, not counted: two registers that exchange files share no id by accident."""
    while True:
        identity = f"{kind.name}-{secrets.token_hex(_ID_BYTES)}"
        if connection.execute("SELECT 1 FROM entries WHERE id = ?", [identity]).fetchone() is None:
            return identity


def save_version(
    connection: sqlite3.Connection,
    kind: Kind[Content],
    base: Entry[Content],
    content: Content,
    editor: str,
    *,
    withdrawn: bool = False,
) -> Entry[Content]:
    """Save the version after `base`, which is version 0 when nobody has typed the entry yet, and return it.

    Raises EditConflictError when a newer version than `base` is there. Only while writing: nobody can come between.
    """
    if not editor.strip():
        raise UserError("Ikke gemt: skriv, hvem du er.")
    known = entry_history(connection, kind, base.id)
    if known and known[-1].version != base.version:
        raise EditConflictError(known[-1])
    if not known:
        connection.execute("INSERT INTO entries (id, kind) VALUES (?, ?)", [base.id, kind.name])
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    saved = replace(
        base, version=base.version + 1, content=content, edited_by=editor.strip(), edited_at=now, withdrawn=withdrawn
    )
    connection.execute(
        "INSERT INTO versions (entry, version, edited_at, edited_by, withdrawn) VALUES (?, ?, ?, ?, ?)",
        [saved.id, saved.version, now.isoformat(), saved.edited_by, withdrawn],
    )
    row = {"entry": saved.id, "version": saved.version} | kind.row(content)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    connection.execute(f"INSERT INTO {kind.table} ({names}) VALUES ({marks})", list(row.values()))
    remember_edit(saved.id, Event.EDITED if withdrawn else kind.edit_event)
    return saved


def _entry(kind: Kind[Content], row: sqlite3.Row) -> Entry[Content]:
    return Entry(
        id=row["entry"],
        version=row["version"],
        content=kind.content(dict(row)),
        edited_by=row["edited_by"],
        edited_at=dt.datetime.fromisoformat(row["edited_at"]),
        withdrawn=bool(row["withdrawn"]),
    )
