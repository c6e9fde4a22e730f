"""Whether a release is older than the numbers that the quarter's meeting looks at, and what is said then."""

import datetime as dt

from analysis.meetings import MEETING_NAMES, meeting_on
from analysis.upcoming import in_a_sentence
from data.periods import danish_long_date
from data.release import Release

STALE = (
    "Tallene går til og med {until}. Det er for gamle tal til kvartalets møde: {meeting} i {quarter} ser på {period}, "
    "som ikke er udgivet. Siderne viser det nyeste, der er."
)


def stale_note(release: Release, day: dt.date) -> str:
    """Return that the release lacks the quarter that the meeting of this day's quarter looks at; empty when it has it.

    Invented incidents grow no older: they say themselves what they are.
    """
    meeting = meeting_on(day)
    if release.demo or meeting.period.last_day <= release.data_until:
        return ""
    return STALE.format(
        until=danish_long_date(release.data_until),
        meeting=in_a_sentence(MEETING_NAMES[meeting.type]),
        quarter=meeting.quarter.name,
        period=meeting.period.name,
    )
