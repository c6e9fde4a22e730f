"""Which meeting is next, and, for the analysts, what is missing for it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.danish import enumeration, number
from analysis.meetings import MEETING_NAMES, CouncilMeeting, MeetingType, meeting_on, next_meeting
from data.home import today
from data.municipalities import DISTRICT, municipality_codes
from data.periods import danish_long_date
from data.register.meeting import Meeting, MeetingStatus, meetings
from data.register.packs import frozen_packs
from data.release import Release, open_release
from data.room import Room, room


@dataclass(frozen=True)
class Upcoming:
    """The next meeting: the first day it is planned for (None: not fixed), its theme, and what is missing for it."""

    meeting: CouncilMeeting
    day: dt.date | None = None
    theme: str = ""
    missing: tuple[str, ...] = ()


def upcoming() -> Upcoming:
    """Return the next meeting.

    In the council's room it follows from today's date alone: the register is not read there. The analysts' goes on
    to the next quarter when this one's meetings have been held.
    """
    quarters = meeting_on(today())
    if room() is Room.COUNCIL:
        return Upcoming(quarters)
    every = [entry.content for entry in meetings()]
    meeting = next_meeting(today()) if _is_over(quarters, every) else quarters
    planned = [each for each in every if each.quarter == meeting.quarter and each.status is not MeetingStatus.CANCELLED]
    days = [each.day for each in planned if each.day and each.day >= today()]
    theme = next((each.theme_name for each in planned if each.theme), "")
    return Upcoming(meeting, min(days, default=None), theme, tuple(_missing(meeting, planned)))


def upcoming_line(found: Upcoming) -> str:
    """Return `Næste møde: temamøde den 3. december 2026 om færdsel, tal for 3. kvartal 2026. Mangler: et tema.`"""
    name = MEETING_NAMES[found.meeting.type]
    when = f"den {danish_long_date(found.day)}" if found.day else f"i {found.meeting.quarter.name}"
    about = f" om {found.theme[:1].lower()}{found.theme[1:]}" if found.theme else ""
    missing = f" Mangler: {enumeration(found.missing)}." if found.missing else ""
    return f"Næste møde: {in_a_sentence(name)} {when}{about}. Det ser på {found.meeting.period.name}.{missing}"


def in_a_sentence(name: str) -> str:
    """Return a meeting's name with a small first letter; a product keeps its capital."""
    return name if name.startswith("Teams") else name[:1].lower() + name[1:]


def places_of(meeting: CouncilMeeting) -> tuple[str, ...]:
    """Return with whom the meeting is held: every municipality for itself, or the district."""
    return municipality_codes() if meeting.type is MeetingType.BILATERAL else (DISTRICT,)


def _is_over(meeting: CouncilMeeting, every: Sequence[Meeting]) -> bool:
    """Return whether every meeting of the quarter has been held or cancelled."""
    done = {
        each.place for each in every if each.quarter == meeting.quarter and each.status is not MeetingStatus.PLANNED
    }
    return done >= set(places_of(meeting))


def _missing(meeting: CouncilMeeting, planned: Sequence[Meeting]) -> list[str]:
    places = places_of(meeting)
    dated = {each.place for each in planned if each.day}
    packed = {entry.content.municipality for entry in frozen_packs() if entry.content.meeting == meeting.code}
    found = [] if _has_numbers(open_release(), meeting) else [f"udgivne tal for {meeting.period.name}"]
    if meeting.type is MeetingType.THEME and not any(each.theme for each in planned):
        found.append("et tema")
    found += _still(len(places) - len(dated & set(places)), len(places), "en dato", "datoer")
    return found + _still(
        len(places) - len(packed & set(places)), len(places), "en frosset mødepakke", "frosne mødepakker"
    )


def _has_numbers(release: Release, meeting: CouncilMeeting) -> bool:
    return meeting.period.last_day <= release.data_until


def _still(missing: int, total: int, one: str, several: str) -> list[str]:
    if missing == 0:
        return []
    return [one] if total == 1 else [f"{number(missing)} af {number(total)} {several}"]
