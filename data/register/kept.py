"""Every kind's list, addition, correction, withdrawal and history: nothing is overwritten, nothing is there twice.

What the project ships is the lowest layer; an entry of the same id in the register takes its place.
"""

import sqlite3
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from data.errors import UserError
from data.register.entries import (
    SHIPPED,
    EditConflictError,
    Entry,
    Kind,
    current_entries,
    entry_history,
    new_identity,
    save_version,
)
from data.register.form import Field, written_texts
from data.register.store import reading, writing

Content = TypeVar("Content")


@dataclass(frozen=True)
class Form(Generic[Content]):
    """How a kind of entry is typed: its fields, its rules, what makes two the same, and its Danish name.

    `definite`: the name with its article, "indsatsen". `shipped`: what the project brings along.
    """

    kind: Kind[Content]
    name: str
    definite: str
    fields: tuple[Field, ...]
    checked: Callable[[Mapping[str, str]], Content]
    same: Callable[[Content], Hashable]
    shipped: Callable[[], tuple[Entry[Content], ...]] = tuple


class DuplicateEntryError(UserError):
    """The same thing stands in the register already: `existing`."""

    def __init__(self, form: Form[Any], existing: Entry[Any]) -> None:
        super().__init__(
            f"Ikke gemt: {form.definite} står allerede i registeret (nr. {existing.id}). Ret den post i stedet."
        )
        self.existing = existing


def entries(form: Form[Content]) -> tuple[Entry[Content], ...]:
    """Return the newest version of every entry that is not withdrawn, in no order."""
    with reading() as connection:
        return tuple(entry for entry in in_force(form, connection).values() if not entry.withdrawn)


def history(form: Form[Content], identity: str) -> tuple[Entry[Content], ...]:
    """Return every version, oldest first; a shipped entry's first is version 0. Empty when there is none."""
    first = tuple(entry for entry in form.shipped() if entry.id == identity)
    with reading() as connection:
        return first + (tuple(entry_history(connection, form.kind, identity)) if connection else ())


def add(form: Form[Content], wanted: Content, editor: str) -> Entry[Content]:
    """Save a new entry and return it as version 1.

    Raises FieldsRefusedError when a field is wrong or holds personal data, DuplicateEntryError when it is there
    already.
    """
    checked = form.checked(written_texts(form.fields, wanted))
    with writing() as connection:
        return added(form, connection, checked, editor)


def edit(form: Form[Content], identity: str, based_on: int, wanted: Content, editor: str) -> Entry[Content]:
    """Save a new version of the entry whose version `based_on` the editor saw, and return it.

    Raises EditConflictError when somebody saved a newer one meanwhile, and what `add` raises.
    """
    checked = form.checked(written_texts(form.fields, wanted))
    with writing() as connection:
        return edited(form, connection, identity, based_on, checked, editor)


def withdraw(form: Form[Content], identity: str, based_on: int, editor: str) -> Entry[Content]:
    """Take the entry out of every list; its history stays. Raises EditConflictError as when editing."""
    with writing() as connection:
        base = _base(form, connection, identity, based_on)
        return save_version(connection, form.kind, base, base.content, editor, withdrawn=True)


def in_force(form: Form[Content], connection: sqlite3.Connection | None) -> dict[str, Entry[Content]]:
    """Return id -> newest version, also of what is withdrawn: the register over what is shipped."""
    typed = current_entries(connection, form.kind) if connection else []
    return {entry.id: entry for entry in (*form.shipped(), *typed)}


def added(form: Form[Content], connection: sqlite3.Connection, wanted: Content, editor: str) -> Entry[Content]:
    """Save a new entry while writing. Raises DuplicateEntryError."""
    _refuse_duplicate(form, connection, wanted, None)
    new = Entry(new_identity(connection, form.kind), SHIPPED, wanted, editor)
    return save_version(connection, form.kind, new, wanted, editor)


def edited(
    form: Form[Content], connection: sqlite3.Connection, identity: str, based_on: int, wanted: Content, editor: str
) -> Entry[Content]:
    """Save a new version while writing. Raises EditConflictError and DuplicateEntryError."""
    base = _base(form, connection, identity, based_on)
    _refuse_duplicate(form, connection, wanted, identity)
    return save_version(connection, form.kind, base, wanted, editor)


def unknown_entry(form: Form[Any]) -> UserError:
    """Return the error for an id that no entry has."""
    return UserError(f"{form.definite.capitalize()} findes ikke i registeret. Se listen.")


def _base(form: Form[Content], connection: sqlite3.Connection, identity: str, based_on: int) -> Entry[Content]:
    """Return the newest version, which must be the one the editor saw. Raises EditConflictError when it is not."""
    newest = in_force(form, connection).get(identity)
    if newest is None:
        raise unknown_entry(form)
    if newest.version != based_on:
        raise EditConflictError(newest)
    return newest


def _refuse_duplicate(form: Form[Content], connection: sqlite3.Connection, wanted: Content, own: str | None) -> None:
    for entry in in_force(form, connection).values():
        same = form.same(entry.content) == form.same(wanted)
        if same and entry.id != own and not entry.withdrawn:
            raise DuplicateEntryError(form, entry)
