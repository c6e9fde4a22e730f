"""Initiatives in the open register: what is in force, and saving while nobody else writes."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from data.errors import UserError
from data.register.entries import (
    SHIPPED,
    EditConflictError,
    Entry,
    Kind,
    current_entries,
    new_identity,
    save_version,
)
from data.register.fields import FIELDS, texts_of
from data.register.initiative import Initiative, Status, Visibility
from data.register.shipped import shipped_initiatives
from data.register.when import parse_when

InitiativeEntry = Entry[Initiative]

_COLUMN_OF = {field.attribute: field.column for field in FIELDS}

# How what was saved is read. Not by the rules for typing: they may have become stricter since.
_SAVED: dict[str, Callable[[str], Any]] = {
    "start": parse_when,
    "end": parse_when,
    "status": Status,
    "comparison": lambda text: tuple(text.split()),
    "neighbours": lambda text: tuple(text.split()),
    "chosen_on": dt.date.fromisoformat,
    "visibility": Visibility,
}


def _row(initiative: Initiative) -> dict[str, str | int | float | None]:
    texts = texts_of(initiative)
    return {attribute: texts[column] or None for attribute, column in _COLUMN_OF.items()}


def _content(row: Mapping[str, Any]) -> Initiative:
    saved = {attribute: row[attribute] for attribute in _COLUMN_OF if row[attribute]}
    return Initiative(**{attribute: _SAVED.get(attribute, str)(text) for attribute, text in saved.items()})


INITIATIVES: Kind[Initiative] = Kind("indsats", "initiatives", _row, _content)


class DuplicateInitiativeError(UserError):
    """The same initiative (place, theme, what and start) stands in the register already: `existing`."""

    def __init__(self, existing: InitiativeEntry) -> None:
        super().__init__(f"Ikke gemt: indsatsen står allerede i registeret (nr. {existing.id}). Ret den i stedet.")
        self.existing = existing


def in_force(connection: sqlite3.Connection | None) -> dict[str, InitiativeEntry]:
    """Return id -> newest version, also of what is withdrawn: the register over what is shipped."""
    typed = current_entries(connection, INITIATIVES) if connection else []
    return {entry.id: entry for entry in (*shipped_initiatives(), *typed)}


def added(connection: sqlite3.Connection, wanted: Initiative, editor: str) -> InitiativeEntry:
    """Save a new initiative while writing. Raises DuplicateInitiativeError."""
    _refuse_duplicate(connection, wanted, None)
    new = Entry(new_identity(connection, INITIATIVES), SHIPPED, wanted, editor)
    return save_version(connection, INITIATIVES, new, wanted, editor)


def edited(
    connection: sqlite3.Connection, identity: str, based_on: int, wanted: Initiative, editor: str
) -> InitiativeEntry:
    """Save a new version while writing. Raises EditConflictError and DuplicateInitiativeError."""
    base = initiative_base(connection, identity, based_on)
    _refuse_duplicate(connection, wanted, identity)
    return save_version(connection, INITIATIVES, base, wanted, editor)


def initiative_base(connection: sqlite3.Connection, identity: str, based_on: int) -> InitiativeEntry:
    """Return the newest version, which must be the one the editor saw. Raises EditConflictError when it is not."""
    newest = in_force(connection).get(identity)
    if newest is None:
        raise unknown_initiative()
    if newest.version != based_on:
        raise EditConflictError(newest)
    return newest


def _refuse_duplicate(connection: sqlite3.Connection, wanted: Initiative, own: str | None) -> None:
    for entry in in_force(connection).values():
        same = entry.content.natural_key == wanted.natural_key
        if same and entry.id != own and not entry.withdrawn:
            raise DuplicateInitiativeError(entry)


def unknown_initiative() -> UserError:
    """Return the error for an id that no initiative has."""
    return UserError("Indsatsen findes ikke i registeret. Se listen over indsatser.")
