"""Which meeting a day belongs to, which is the next, and which numbers it looks at."""

import datetime as dt

from data.meeting_calendar import (
    MEETING_NAMES,
    CouncilMeeting,
    MeetingType,
    meeting_on,
    meeting_type,
    parse_meeting,
)

# The calendar is the data room's, because the register checks by it; the packs and pages ask here.
__all__ = [
    "MEETING_NAMES",
    "CouncilMeeting",
    "MeetingType",
    "meeting_on",
    "meeting_type",
    "next_meeting",
    "parse_meeting",
]


def next_meeting(after: dt.date) -> CouncilMeeting:
    """Return the first meeting whose quarter begins after a day."""
    return CouncilMeeting(meeting_on(after).quarter.plus(1))
