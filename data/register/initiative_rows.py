"""An initiative as a row of the register, and how it is typed."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from data.errors import UserError
from data.register.checks import checked_initiative
from data.register.entries import Entry, Kind
from data.register.fields import FIELDS
from data.register.initiative import Initiative, Status, Visibility
from data.register.kept import Form, unknown_entry
from data.register.rows import kind_of
from data.register.shipped import shipped_initiatives
from data.register.when import parse_when

InitiativeEntry = Entry[Initiative]

_SAVED: dict[str, Callable[[str], Any]] = {
    "start": parse_when,
    "end": parse_when,
    "status": Status,
    "comparison": lambda text: tuple(text.split()),
    "neighbours": lambda text: tuple(text.split()),
    "chosen_on": dt.date.fromisoformat,
    "visibility": Visibility,
}


INITIATIVES: Kind[Initiative] = kind_of("indsats", "initiatives", FIELDS, Initiative, _SAVED)
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
