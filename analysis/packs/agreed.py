"""Hvad aftalte vi sidst? What was written down at the last meeting with the same people."""

from analysis.choice import Choice
from analysis.meetings import CouncilMeeting
from analysis.packs.content import Notes, Section, Subject, TableContent, Text
from analysis.packs.links import INITIATIVES, link
from analysis.tables import Column, Table
from data.register.meeting import MeetingEntry, meetings

SOURCE = "Mødekalenderen"


def agreed_section(choice: Choice, subject: Subject) -> Section | None:
    """Return the agreements of the newest earlier meeting that has any, a row for each line; None without one."""
    last = last_agreed(subject)
    if last is None:
        return None
    lines = _lines(last.content.agreed)
    name = CouncilMeeting(last.content.quarter).name
    table = Table(f"Hvad aftalte vi sidst, {name}", (Column("Aftale"),), tuple((line,) for line in lines), SOURCE)
    message = f"Det aftalte vi: {name[:1].lower()}{name[1:]}."
    return Section(
        key="aftalt",
        kicker=f"{choice.place} · Hvad aftalte vi sidst",
        title=Text("aftalt.budskab", message),
        body=(),
        content=TableContent(table),
        notes=Notes((message,), (), SOURCE, link(INITIATIVES, choice)),
    )


def last_agreed(subject: Subject) -> MeetingEntry | None:
    """Return the newest earlier meeting with the same place at which something was agreed."""
    earlier = [
        entry
        for entry in meetings()
        if entry.content.place == subject.municipality
        and entry.content.quarter < subject.meeting.quarter
        and entry.content.agreed.strip()
    ]
    return max(earlier, key=lambda entry: entry.content.quarter, default=None)


def _lines(agreed: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip(" •-*\t") for line in agreed.splitlines())))
