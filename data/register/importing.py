"""A CSV file of entries into the register: all rows or none, and the same file twice changes nothing."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import UserError
from data.register.entries import EditConflictError, Entry
from data.register.kept import Form, added, edited, in_force
from data.register.sheet import FileRefusedError, SheetRow, read_sheet
from data.register.store import writing


@dataclass(frozen=True)
class Imported:
    """What an import did, in rows."""

    added: int
    corrected: int
    unchanged: int


def import_sheet(form: Form[Any], path: Path, editor: str) -> Imported:
    """Save the file's entries as one step. Raises UserError when any row is refused; then nothing is changed.

    A row is the entry of its id, else the one that is the same by the form's rule. A row that says what
    is there already changes nothing; one that carries an older version than the newest is a conflict.
    """
    rows = read_sheet(form, path)
    done = Imported(0, 0, 0)
    with writing() as connection:
        reasons: list[str] = []
        for row in rows:
            try:
                done = _saved(form, connection, row, editor, done)
            except UserError as error:
                reasons.append(f"Linje {row.line}: {_reason(form, error)}")
        if reasons:
            raise FileRefusedError(path.name, reasons)
    return done


def _saved(
    form: Form[Any], connection: sqlite3.Connection, row: SheetRow[Any], editor: str, done: Imported
) -> Imported:
    known = _known(form, connection, row)
    if known is None:
        added(form, connection, row.content, editor)
        return Imported(done.added + 1, done.corrected, done.unchanged)
    if known.content == row.content:
        return Imported(done.added, done.corrected, done.unchanged + 1)
    edited(form, connection, known.id, known.version if row.version is None else row.version, row.content, editor)
    return Imported(done.added, done.corrected + 1, done.unchanged)


def _known(form: Form[Any], connection: sqlite3.Connection, row: SheetRow[Any]) -> Entry[Any] | None:
    """Return the entry that the row is about; a withdrawn one only by its id."""
    entries = in_force(form, connection)
    if row.identity in entries:
        return entries[row.identity]
    same = (entry for entry in entries.values() if form.same(entry.content) == form.same(row.content))
    return next((entry for entry in same if not entry.withdrawn), None)


def _reason(form: Form[Any], error: UserError) -> str:
    if isinstance(error, EditConflictError):
        done = "fjernet" if error.newest.withdrawn else "ændret"
        told = f"{form.definite} er {done} {error.newest.edited}, efter at filen blev hentet."
        return f"{told} Hent en ny fil, og ret i den."
    return str(error)
