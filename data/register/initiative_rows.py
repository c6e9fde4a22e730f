"""An initiative as a row of the register, and how it is typed."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from data.errors import UserError
from data.register.checks import checked_initiative
from data.register.entries import Entry, Kind
from data.register.fields import FIELDS, texts_of
from data.register.initiative import Initiative, Status, Visibility
from data.register.kept import Form, unknown_entry
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
INITIATIVE_FORM: Form[Initiative] = Form(
    kind=INITIATIVES,
    name="indsats",
    definite="indsatsen",
    fields=FIELDS,
    checked=checked_initiative,
    same=lambda initiative: initiative.natural_key,
    shipped=shipped_initiatives,
)


def unknown_initiative() -> UserError:
    """Return the error for an id that no initiative has."""
    return unknown_entry(INITIATIVE_FORM)
