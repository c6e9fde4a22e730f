"""An activity: how many meetings, talks or cases there were in a period. Never who, and never an incident."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from data.errors import UserError
from data.home import today
from data.municipalities import DISTRICT
from data.periods import Period, Quarter, Year, parse_period
from data.register import kept
from data.register.entries import Entry
from data.register.form import (
    Field,
    one_of,
    options_of,
    read_fields,
    refuse,
    short_text,
)
from data.register.kept import Form
from data.register.placed import PLACE, THEME, Placed
from data.register.rows import kind_of
from data.register.themes import THEMES

MOST = 100_000  # beyond it a number is a slip of the pen


class ActivityKind(StrEnum):
    MEETING = "møder"
    TALK = "oplæg"
    CASE = "sager"


class Audience(StrEnum):
    """Whom a talk was for; nothing is written where it was for everybody, or there was no audience."""

    YOUNG = "unge"
    ADULTS = "voksne"
    OLD = "ældre"


@dataclass(frozen=True)
class Activity(Placed):
    """So many of a kind, about a theme, in a place and a period; `reached`: how many took part, None if not counted."""

    period: Period
    place: str
    theme: str
    kind: ActivityKind
    count: int
    audience: Audience | None = None
    reached: int | None = None
    source: str = ""


ActivityEntry = Entry[Activity]


def whole_number(text: str) -> int:
    """Return the number that is written, also as `1.200`. Raises UserError for anything else."""
    digits = text.replace(".", "")
    if not digits.isascii() or not digits.isdigit() or int(digits) > MOST:
        raise UserError("skriv et helt tal, 0 eller derover.")
    return int(digits)


def _period(text: str) -> Period:
    found = parse_period(text)
    if not isinstance(found, (Quarter, Year)):
        raise UserError("skriv et kvartal (2025K4) eller et år (2025).")
    return found


FIELDS: tuple[Field, ...] = (
    Field("periode", "Periode", "period", _period, lambda period: str(period.code), required=True),
    PLACE,
    THEME,
    Field("hvad", "Hvad", "kind", one_of(ActivityKind), str, required=True, options=options_of(ActivityKind)),
    Field("maalgruppe", "Målgruppe", "audience", one_of(Audience), str, options=options_of(Audience)),
    Field("antal", "Antal", "count", whole_number, str, required=True),
    Field("deltagere", "Deltagere i alt", "reached", whole_number, str),
    Field("kilde", "Kilde", "source", short_text, str),
)


def checked_activity(texts: Mapping[str, str]) -> Activity:
    """Return the activity that the texts (column -> text) describe. Raises FieldsRefusedError with every fault."""
    activity = Activity(**read_fields(FIELDS, texts))
    closed = THEMES[activity.theme].district_only
    meeting = activity.kind is ActivityKind.MEETING
    refuse(
        FIELDS,
        (
            ("periode", activity.period.first_day > today(), "er ikke begyndt endnu."),
            ("sted", closed and activity.place != DISTRICT, _ONLY_DISTRICT),
            ("sted", activity.kind is ActivityKind.CASE and activity.place != DISTRICT, _ONLY_DISTRICT),
            ("hvad", closed and not meeting, "om dette område registreres kun, hvor mange møder der er holdt."),
            ("deltagere", closed and activity.reached is not None, "om dette område tælles ingen personer."),
            ("maalgruppe", activity.audience is not None and activity.kind is not ActivityKind.TALK, _ONLY_TALKS),
        ),
    )
    return activity


_ONLY_DISTRICT = f"registreres kun for hele kredsen: skriv »{DISTRICT}«."
_ONLY_TALKS = "kun oplæg har en målgruppe."


ACTIVITY_FORM: Form[Activity] = Form(
    kind=kind_of(
        "aktivitet",
        "activities",
        FIELDS,
        Activity,
        {"period": parse_period, "kind": ActivityKind, "count": int, "audience": Audience, "reached": int},
    ),
    name="aktivitet",
    definite="aktiviteten",
    fields=FIELDS,
    checked=checked_activity,
    same=lambda one: (one.period, one.place, one.theme, one.kind, one.audience),
)


def activities() -> tuple[ActivityEntry, ...]:
    """Return the activities, the newest period first; in it by theme and place."""
    return tuple(sorted(kept.entries(ACTIVITY_FORM), key=order, reverse=True))


def order(entry: ActivityEntry) -> tuple[str, str, str]:
    """Return what activities are sorted by."""
    return entry.content.period.code, entry.content.theme, entry.content.place
