"""The council's four meetings a year: of which kind each is, and which quarter's numbers it looks at."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from data.periods import Quarter, parse_quarter


class MeetingType(StrEnum):
    """One municipality at a time, one theme across all of them, or an orientation on Teams."""

    BILATERAL = "bilateralt"
    THEME = "tema"
    TEAMS = "teams"


MEETING_NAMES = {
    MeetingType.BILATERAL: "Bilateralt møde",
    MeetingType.THEME: "Temamøde",
    MeetingType.TEAMS: "Teams-møde",
}

# By the quarter's number, as the cooperation plan 2023-2026 has agreed them.
_TYPES = {1: MeetingType.BILATERAL, 2: MeetingType.THEME, 3: MeetingType.TEAMS, 4: MeetingType.THEME}


@dataclass(frozen=True, order=True)
class CouncilMeeting:
    """The meeting of a quarter; its code is the quarter's, `2026K1`. A bilateral one is held once per municipality."""

    quarter: Quarter

    @property
    def code(self) -> str:
        return self.quarter.code

    @property
    def type(self) -> MeetingType:
        return meeting_type(self.quarter)

    @property
    def period(self) -> Quarter:
        """Return the quarter whose numbers the meeting looks at: the one before it is held."""
        return self.quarter.plus(-1)

    @property
    def name(self) -> str:
        """Return `Bilateralt møde, 1. kvartal 2026`."""
        return f"{MEETING_NAMES[self.type]}, {self.quarter.name}"


def meeting_type(quarter: Quarter) -> MeetingType:
    """Return the kind of meeting that is held in a quarter."""
    return _TYPES[quarter.number]


def meeting_on(day: dt.date) -> CouncilMeeting:
    """Return the meeting that a day belongs to: that of its quarter."""
    return CouncilMeeting(Quarter.of(day))


def parse_meeting(text: str) -> CouncilMeeting:
    """Return the meeting that `2026K1` names. Raises UserError for anything else."""
    return CouncilMeeting(parse_quarter(text))
