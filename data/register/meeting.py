"""A meeting of the council as it is planned and remembered: when, with whom, about what, and what was agreed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from data.home import today
from data.meeting_calendar import CouncilMeeting, MeetingType, parse_meeting
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Quarter
from data.register import kept
from data.register.entries import Entry
from data.register.form import Field, long_text, one_of, read_fields, read_place, refuse, short_text
from data.register.kept import Form
from data.register.placed import Placed, read_theme
from data.register.rows import kind_of
from data.register.when import parse_day


class MeetingStatus(StrEnum):
    PLANNED = "planlagt"
    HELD = "afholdt"
    CANCELLED = "aflyst"


@dataclass(frozen=True)
class Meeting(Placed):
    """One meeting: of which quarter, and with which municipality (code) where it is bilateral, else the district.

    `day` is None until it is fixed. `theme`: the code of a theme meeting's theme, empty until it is chosen. `agreed`:
    what was agreed, the next meeting's "hvad aftalte vi sidst".
    """

    quarter: Quarter
    place: str = DISTRICT
    day: dt.date | None = None
    theme: str = ""
    status: MeetingStatus = MeetingStatus.PLANNED
    agreed: str = ""
    note: str = ""

    @property
    def council_meeting(self) -> CouncilMeeting:
        return CouncilMeeting(self.quarter)


MeetingEntry = Entry[Meeting]


def _quarter(text: str) -> Quarter:
    return parse_meeting(text).quarter


FIELDS: tuple[Field, ...] = (
    Field("moede", "Møde", "quarter", _quarter, lambda found: str(found.code), required=True),
    Field("sted", "Sted", "place", read_place, str, required=True),
    Field("dato", "Dato", "day", parse_day, lambda day: str(day.isoformat())),
    Field("tema", "Tema", "theme", read_theme, str),
    Field("status", "Status", "status", one_of(MeetingStatus), str, required=True),
    Field("aftaler", "Aftaler", "agreed", long_text, str),
    Field("note", "Note", "note", short_text, str),
)


def checked_meeting(texts: Mapping[str, str]) -> Meeting:
    """Return the meeting that the texts (column -> text) describe. Raises FieldsRefusedError with every fault."""
    meeting = Meeting(**read_fields(FIELDS, texts))
    kind = meeting.council_meeting.type
    bilateral = kind is MeetingType.BILATERAL
    held = meeting.status is MeetingStatus.HELD
    refuse(
        FIELDS,
        (
            ("sted", bilateral and meeting.place not in municipality_codes(), "vælg kommunen: mødet er bilateralt."),
            ("sted", not bilateral and meeting.place != DISTRICT, f"skriv »{DISTRICT}«: mødet er for alle."),
            ("dato", meeting.day is not None and Quarter.of(meeting.day) != meeting.quarter, _OTHER_QUARTER),
            ("dato", held and meeting.day is None, "skriv, hvornår mødet blev holdt."),
            ("dato", held and meeting.day is not None and meeting.day > today(), "mødet er ikke holdt endnu."),
            ("tema", bool(meeting.theme) and kind is not MeetingType.THEME, "kun et temamøde har et tema."),
        ),
    )
    return meeting


_OTHER_QUARTER = "ligger uden for mødets kvartal, som afgør, hvilke tal mødet ser på."


_SAVED = {"quarter": _quarter, "day": dt.date.fromisoformat, "status": MeetingStatus}
MEETING_FORM: Form[Meeting] = Form(
    kind=kind_of("moede", "meetings", FIELDS, Meeting, _SAVED),
    name="møde",
    definite="mødet",
    fields=FIELDS,
    checked=checked_meeting,
    same=lambda meeting: (meeting.quarter, meeting.place),
)


def meetings() -> tuple[MeetingEntry, ...]:
    """Return the meetings, the oldest quarter first; in a quarter by municipality in Danish order."""
    return tuple(sorted(kept.entries(MEETING_FORM), key=_order))


def meeting(quarter: Quarter, place: str) -> MeetingEntry | None:
    """Return a quarter's meeting with a place, or None where nobody has planned it yet."""
    return next((e for e in meetings() if (e.content.quarter, e.content.place) == (quarter, place)), None)


def save_meeting(seen: MeetingEntry | None, wanted: Meeting, editor: str) -> MeetingEntry:
    """Save a meeting over the version that the editor saw, or as a new one when there was none.

    Raises FieldsRefusedError, EditConflictError when somebody saved meanwhile, DuplicateEntryError.
    """
    if seen is None:
        return kept.add(MEETING_FORM, wanted, editor)
    return kept.edit(MEETING_FORM, seen.id, seen.version, wanted, editor)


def _order(entry: MeetingEntry) -> tuple[Quarter, int]:
    codes = municipality_codes()
    return entry.content.quarter, codes.index(entry.content.place) if entry.content.place in codes else -1
