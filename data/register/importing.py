"""A CSV file of initiatives into the register: all rows or none, and the same file twice changes nothing."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from data.errors import UserError
from data.register.entries import EditConflictError
from data.register.initiative_rows import InitiativeEntry, added, edited, in_force
from data.register.initiatives_csv import FileRefusedError, InitiativeRow, read_initiatives
from data.register.store import writing


@dataclass(frozen=True)
class Imported:
    """What an import did, in rows."""

    added: int
    corrected: int
    unchanged: int


def import_initiatives(path: Path, editor: str) -> Imported:
    """Save the file's initiatives as one step. Raises UserError when any row is refused; then nothing is changed.

    A row is the initiative of its id, else the one with the same place, theme, what and start. A row that says what
    is there already changes nothing; one that carries an older version than the newest is a conflict.
    """
    rows = read_initiatives(path)
    done = Imported(0, 0, 0)
    with writing() as connection:
        reasons: list[str] = []
        for row in rows:
            try:
                done = _saved(connection, row, editor, done)
            except UserError as error:
                reasons.append(f"Linje {row.line}: {_reason(error)}")
        if reasons:
            raise FileRefusedError(path.name, reasons)
    return done


def _saved(connection: sqlite3.Connection, row: InitiativeRow, editor: str, done: Imported) -> Imported:
    known = _known(connection, row)
    if known is None:
        added(connection, row.initiative, editor)
        return Imported(done.added + 1, done.corrected, done.unchanged)
    if known.content == row.initiative:
        return Imported(done.added, done.corrected, done.unchanged + 1)
    edited(connection, known.id, known.version if row.version is None else row.version, row.initiative, editor)
    return Imported(done.added, done.corrected + 1, done.unchanged)


def _known(connection: sqlite3.Connection, row: InitiativeRow) -> InitiativeEntry | None:
    """Return the initiative that the row is about; a withdrawn one only by its id."""
    entries = in_force(connection)
    if row.identity in entries:
        return entries[row.identity]
    same = (entry for entry in entries.values() if entry.content.natural_key == row.initiative.natural_key)
    return next((entry for entry in same if not entry.withdrawn), None)


def _reason(error: UserError) -> str:
    if isinstance(error, EditConflictError):
        done = "fjernet" if error.newest.withdrawn else "ændret"
        return f"indsatsen er {done} {error.newest.edited}, efter at filen blev hentet. Hent en ny fil, og ret i den."
    return str(error)
