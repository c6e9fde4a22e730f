"""Which meeting's pack is prepared, for whom, about what, and by whom."""

from collections.abc import Sequence

import streamlit as st

from analysis.choice import Choice
from analysis.danish import enumeration, number
from analysis.meetings import CouncilMeeting, MeetingType
from analysis.packs.content import Pack
from analysis.packs.preparation import Preparation, places_to_prepare
from data.catalogue import AREAS
from data.periods import Quarter, danish_long_date
from data.register.meeting import meeting
from data.release import Release
from pages.widgets.choices import page_choice
from pages.widgets.editor import editor_name

BACK = 8  # quarters: two years of meetings may be prepared again


def chosen_preparation(choice: Choice) -> tuple[Preparation, str]:
    """Show the choices of a pack and who is typing; return both."""
    meetings = {each.code: each for each in _meetings(choice.release)}
    with st.container(horizontal=True, vertical_alignment="bottom", key="kb-pack-choice"):
        chosen = meetings[page_choice("Møde", "moede", {code: each.name for code, each in meetings.items()})]
        places = places_to_prepare(chosen)
        own = choice.municipality  # what is chosen at the top of the page: nobody prepares another's by mistake
        place = page_choice("Sted", "sted", places, begin=own) if len(places) > 1 else next(iter(places))
        theme = page_choice("Tema", "tema", _themes(chosen, place)) if chosen.type is MeetingType.THEME else None
        editor = editor_name()
    return Preparation(chosen, place, theme), editor


def _meetings(release: Release) -> list[CouncilMeeting]:
    """Return the meeting that looks at the release's newest closed quarter, the one after it, and those before."""
    first = CouncilMeeting(Quarter.of(release.data_until).plus(1))
    return [CouncilMeeting(first.quarter.plus(step)) for step in (0, 1, *range(-1, -BACK - 1, -1))]


def _themes(chosen: CouncilMeeting, place: str) -> dict[str, str]:
    """Return code -> name of the themes that a pack can have, the one that was planned first."""
    planned = meeting(chosen.quarter, place)
    names = {area.code: area.name for area in AREAS.values()}
    first = planned.content.theme if planned and planned.content.theme in names else next(iter(names))
    return {first: names[first]} | names


def facts(release: Release, wanted: Preparation, packs: Sequence[Pack]) -> list[str]:
    """Return what the pack is for and made from: the meeting, its day, its numbers, its sections."""
    planned = [meeting(wanted.meeting.quarter, subject.municipality) for subject in wanted.subjects]
    days = sorted({each.content.day for each in planned if each and each.content.day})
    when = f"Dato: {enumeration([danish_long_date(day) for day in days])}." if days else "Datoen er ikke fastsat."
    made = f"{number(len(packs))} pakker" if len(packs) > 1 else f"Én pakke med {number(len(packs[0].sections))} afsnit"
    return [
        f"{wanted.meeting.name}. {when} Datoer og aftaler skrives på siden Møder.",
        f"Mødet ser på {wanted.meeting.period.name} i udgave #{release.id}. {made}.",
        *(f"{place + 1}. {section.title.shown}" for place, section in enumerate(packs[0].sections) if len(packs) == 1),
    ]
