"""The meetings of a year and the questions that were asked, as tables."""

from collections.abc import Sequence

from analysis.meetings import MEETING_NAMES, CouncilMeeting
from analysis.tables import Column, Table
from analysis.upcoming import places_of
from data.municipalities import area_name
from data.periods import Quarter, danish_long_date
from data.register.meeting import MeetingEntry
from data.register.question import QuestionEntry

SOURCE = "Registeret over møder"
QUESTIONS_SOURCE = "Spørgsmål noteret ved møderne"
NOT_FIXED = "ikke fastsat"


def calendar(year: int, entries: Sequence[MeetingEntry]) -> Table:
    """Return the year's meetings in order; a bilateral quarter has a row for each municipality."""
    planned = {(entry.content.quarter, entry.content.place): entry for entry in entries}
    meetings = [CouncilMeeting(Quarter(year, number)) for number in (1, 2, 3, 4)]
    heads = ("Møde", "Art", "Sted", "Dato", "Ser på", "Tema", "Status", "Aftaler")
    rows = tuple(
        _row(meeting, place, planned.get((meeting.quarter, place)))
        for meeting in meetings
        for place in places_of(meeting)
    )
    return Table(f"Møder i {year}", tuple(map(Column, heads)), rows, SOURCE)


def _row(meeting: CouncilMeeting, place: str, entry: MeetingEntry | None) -> tuple[str, ...]:
    content = entry.content if entry else None
    return (
        meeting.quarter.name,
        MEETING_NAMES[meeting.type],
        area_name(place),
        danish_long_date(content.day) if content and content.day else NOT_FIXED,
        meeting.period.name,
        content.theme_name if content else "",
        str(content.status) if content else "",
        content.agreed if content else "",
    )


def answered_table(entries: Sequence[QuestionEntry]) -> Table:
    """Return the answered questions: when, what, the answer, and by whom."""
    heads = ("Noteret", "Spørgsmål", "Svar", "Besvaret")
    rows = tuple((noted(entry), entry.content.text, entry.content.answer, entry.edited) for entry in entries)
    return Table("Besvarede spørgsmål", tuple(map(Column, heads)), rows, QUESTIONS_SOURCE)


def noted(entry: QuestionEntry) -> str:
    """Return when a question was noted: `23. november 2026 kl. 10.15`, in the time of the machine."""
    local = entry.content.noted_at.astimezone()
    return f"{danish_long_date(local.date())} kl. {local:%H.%M}"
