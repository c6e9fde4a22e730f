"""The register of initiatives: list, add, edit, withdraw, and every earlier version.

What the project ships is the lowest layer; an entry of the same id in the register takes its place.
"""

import datetime as dt

from data.municipalities import municipality_codes
from data.register.checks import rechecked
from data.register.entries import entry_history, save_version
from data.register.initiative import Initiative
from data.register.initiative_rows import (
    INITIATIVES,
    InitiativeEntry,
    added,
    edited,
    in_force,
    initiative_base,
    unknown_initiative,
)
from data.register.shipped import shipped_initiatives
from data.register.store import reading, writing


def initiatives() -> tuple[InitiativeEntry, ...]:
    """Return the newest version of every initiative that is not withdrawn.

    The whole district's first, then by municipality in Danish order; in each by start, the undated last.
    """
    with reading() as connection:
        found = [entry for entry in in_force(connection).values() if not entry.withdrawn]
    return tuple(sorted(found, key=_order))


def initiative(identity: str) -> InitiativeEntry:
    """Return the newest version of one initiative. Raises UserError when there is none, or it is withdrawn."""
    for entry in initiatives():
        if entry.id == identity:
            return entry
    raise unknown_initiative()


def initiative_history(identity: str) -> tuple[InitiativeEntry, ...]:
    """Return every version, oldest first; a shipped initiative's first is version 0. Empty when there is none."""
    first = tuple(entry for entry in shipped_initiatives() if entry.id == identity)
    with reading() as connection:
        return first + (tuple(entry_history(connection, INITIATIVES, identity)) if connection else ())


def add_initiative(wanted: Initiative, editor: str) -> InitiativeEntry:
    """Save a new initiative and return it as version 1.

    Raises FieldsRefusedError when a field is wrong or holds personal data, DuplicateInitiativeError when it is there
    already.
    """
    checked = rechecked(wanted)
    with writing() as connection:
        return added(connection, checked, editor)


def edit_initiative(identity: str, based_on: int, wanted: Initiative, editor: str) -> InitiativeEntry:
    """Save a new version of the initiative whose version `based_on` the editor saw, and return it.

    Raises EditConflictError when somebody saved a newer one meanwhile, FieldsRefusedError and
    DuplicateInitiativeError as when adding.
    """
    checked = rechecked(wanted)
    with writing() as connection:
        return edited(connection, identity, based_on, checked, editor)


def withdraw_initiative(identity: str, based_on: int, editor: str) -> InitiativeEntry:
    """Take the initiative out of every list; its history stays. Raises EditConflictError as when editing."""
    with writing() as connection:
        base = initiative_base(connection, identity, based_on)
        return save_version(connection, INITIATIVES, base, base.content, editor, withdrawn=True)


def _order(entry: InitiativeEntry) -> tuple[int, dt.date, str]:
    place = municipality_codes().index(entry.content.place) if entry.content.place in municipality_codes() else -1
    return place, entry.content.start.first_day if entry.content.start else dt.date.max, entry.content.what
