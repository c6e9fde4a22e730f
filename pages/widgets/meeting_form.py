"""Where a meeting is planned and what was agreed is kept; of two who edit at once, the second is told."""

import datetime as dt
from dataclasses import replace

import streamlit as st

from analysis.meetings import MEETING_NAMES, CouncilMeeting, MeetingType
from analysis.upcoming import places_of
from data.errors import UserError
from data.municipalities import area_name
from data.register.entries import EditConflictError
from data.register.meeting import Meeting, MeetingEntry, MeetingStatus, meeting, save_meeting
from data.register.themes import THEMES
from data.register.when import parse_day
from pages.widgets.choices import page_choice
from pages.widgets.editor import editor_name
from pages.widgets.entry_fields import NOT_CHOSEN
from pages.widgets.errors import message

SEEN = "_meeting_seen"
SAVED = "_meeting_saved"


def chosen_meeting(meetings: dict[str, CouncilMeeting]) -> tuple[CouncilMeeting, str]:
    """Show which meeting, and with whom where it is bilateral; return both."""
    names = {
        code: f"{found.quarter.short_name}: {MEETING_NAMES[found.type].lower()}" for code, found in meetings.items()
    }
    chosen = meetings[page_choice("Møde", "moede", names)]
    places = places_of(chosen)
    if len(places) == 1:
        return chosen, places[0]
    return chosen, page_choice("Kommune", "med", {code: area_name(code) for code in places})


def meeting_form(chosen: CouncilMeeting, place: str) -> None:
    """Show the meeting's fields as they are kept, and save what is typed over the version that was seen."""
    newest = meeting(chosen.quarter, place)
    key = f"{chosen.code}-{place}"
    # What the form was filled with; typed text is saved over that version, not over one that came meanwhile.
    seen: MeetingEntry | None = st.session_state.setdefault(SEEN, {}).setdefault(key, newest)
    content = seen.content if seen else Meeting(chosen.quarter, place)
    editor = editor_name()
    version = seen.version if seen else 0
    with st.form(f"moede-{key}-{version}", border=False):
        typed = _fields(chosen, content, f"{key}-{version}")
        if st.form_submit_button("Gem mødet", type="primary"):
            _save(key, seen, content, typed, editor)
    if told := st.session_state.pop(SAVED, None):
        message(told)


def _fields(chosen: CouncilMeeting, content: Meeting, key: str) -> dict[str, str]:
    day, status = st.columns(2)
    typed = {
        "day": day.text_input("Dato", _day(content.day), placeholder="21.01.2026", key=f"dato-{key}"),
        "status": status.selectbox(
            "Status",
            list(map(str, MeetingStatus)),
            list(MeetingStatus).index(content.status),
            key=f"status-{key}",
            filter_mode=None,
            placeholder="Status",
        ),
        "theme": _theme(content.theme, f"tema-{key}") if chosen.type is MeetingType.THEME else "",
    }
    typed["agreed"] = st.text_area("Hvad blev aftalt?", content.agreed, height=130, key=f"aftaler-{key}")
    return typed


def _theme(chosen: str, key: str) -> str:
    codes = ["", *THEMES]
    return str(
        st.selectbox(
            "Tema",
            codes,
            codes.index(chosen) if chosen in codes else 0,
            format_func=lambda code: THEMES[code].name if code else NOT_CHOSEN,
            key=key,
            filter_mode=None,
            placeholder=NOT_CHOSEN,
        )
    )


def _save(key: str, seen: MeetingEntry | None, content: Meeting, typed: dict[str, str], editor: str) -> None:
    try:
        wanted = replace(
            content,
            day=parse_day(typed["day"]) if typed["day"].strip() else None,
            status=MeetingStatus(typed["status"]),
            theme=typed["theme"],
            agreed=typed["agreed"].strip(),
        )
        saved = save_meeting(seen, wanted, editor)
    except EditConflictError as conflict:
        message(str(conflict))
        st.session_state[SEEN][key] = conflict.newest
    except UserError as error:
        message(str(error))
    else:
        st.session_state[SEEN][key] = saved
        st.session_state[SAVED] = f"Gemt {saved.edited}."
        st.rerun()


def _day(day: dt.date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
