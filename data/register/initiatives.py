"""The register of initiatives: list, add, edit, withdraw, and every earlier version."""

import datetime as dt
from collections.abc import Iterable

from data.municipalities import municipality_codes
from data.register import kept
from data.register.initiative import Initiative
from data.register.initiative_rows import INITIATIVE_FORM, InitiativeEntry, unknown_initiative


def initiatives() -> tuple[InitiativeEntry, ...]:
    """Return the newest version of every initiative that is not withdrawn.

    The whole district's first, then by municipality in Danish order; in each by start, the undated last.
    """
    return in_order(kept.entries(INITIATIVE_FORM))


def in_order(entries: Iterable[InitiativeEntry]) -> tuple[InitiativeEntry, ...]:
    """Return the entries as they stand in every list."""
    return tuple(sorted(entries, key=_order))


def initiative(identity: str) -> InitiativeEntry:
    """Return the newest version of one initiative. Raises UserError when there is none, or it is withdrawn."""
    for entry in initiatives():
        if entry.id == identity:
            return entry
    raise unknown_initiative()


def initiative_history(identity: str) -> tuple[InitiativeEntry, ...]:
    """Return every version, oldest first; a shipped initiative's first is version 0. Empty when there is none."""
    return kept.history(INITIATIVE_FORM, identity)


def add_initiative(wanted: Initiative, editor: str) -> InitiativeEntry:
    """Save a new initiative and return it as version 1. Raises as `kept.add`."""
    return kept.add(INITIATIVE_FORM, wanted, editor)


def edit_initiative(identity: str, based_on: int, wanted: Initiative, editor: str) -> InitiativeEntry:
    """Save a new version of the initiative whose version `based_on` the editor saw. Raises as `kept.edit`."""
    return kept.edit(INITIATIVE_FORM, identity, based_on, wanted, editor)


def withdraw_initiative(identity: str, based_on: int, editor: str) -> InitiativeEntry:
    """Take the initiative out of every list; its history stays. Raises as `kept.withdraw`."""
    return kept.withdraw(INITIATIVE_FORM, identity, based_on, editor)


def _order(entry: InitiativeEntry) -> tuple[int, dt.date, str]:
    place = municipality_codes().index(entry.content.place) if entry.content.place in municipality_codes() else -1
    return place, entry.content.start.first_day if entry.content.start else dt.date.max, entry.content.what
