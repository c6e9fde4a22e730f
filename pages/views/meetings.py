"""Møder (analysts): the year's meetings, what is missing for the next, and what was agreed."""

import streamlit as st

from analysis.choice import Choice
from analysis.meeting_tables import calendar
from analysis.meetings import CouncilMeeting
from analysis.upcoming import upcoming, upcoming_line
from data.register.meeting import meetings
from pages.access.rights import may_type
from pages.access.visitor import visitor
from pages.widgets.meeting_form import chosen_meeting, meeting_form
from pages.widgets.picture import show_table
from pages.widgets.text import card_title, heading

BEFORE, AFTER = 4, 4  # quarters on either side of the next meeting that may be planned or looked up


def meetings_view(choice: Choice) -> None:
    found = upcoming()
    heading("Møder", upcoming_line(found))
    if may_type(visitor()):
        with st.container(key="kb-card-moede", border=True):
            card_title("Planlæg mødet, og skriv, hvad der blev aftalt")
            meeting_form(*chosen_meeting(_around(found.meeting)))
    with st.container(key="kb-card-kalender", border=True):
        show_table(calendar(found.meeting.quarter.year, meetings()), "kalender", choice)


def _around(meeting: CouncilMeeting) -> dict[str, CouncilMeeting]:
    """Return code -> meeting: the next first, then those to come, then those that were."""
    steps = (*range(AFTER + 1), *range(-1, -BEFORE - 1, -1))
    every = [CouncilMeeting(meeting.quarter.plus(step)) for step in steps]
    return {each.code: each for each in every}
