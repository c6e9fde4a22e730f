"""Log (management): who saw what, took what out, loaded and changed what, and when."""

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.danish import number
from analysis.log_table import EVENT_NAMES, WINDOWS, began, kept_line, log_table, on_page
from analysis.tables import csv_bytes, html_table
from data.audit.entry import LogEntry
from data.audit.reading import entries
from pages.widgets.download import download
from pages.widgets.text import heading, paragraphs

EVERYONE, EVERYTHING = "Alle", "Alt"
NAMES = {str(event): name for event, name in EVENT_NAMES.items()}
NEWEST = 200  # lines on a page; the file has the rest
NOTHING = "Ingen linjer passer til valget."


def log_view(titles: Mapping[str, str]) -> None:
    """Show the lines that are chosen; `titles` are the pages' names by address."""
    heading("Log", kept_line())
    with st.container(horizontal=True, key="kb-log-choice"):
        # Not in the address: it would carry a person's id from screen to screen.
        window = _select("Tid", list(WINDOWS), WINDOWS)
        found = entries(began(window, dt.datetime.now(dt.UTC)))
        who = _select("Hvem", [EVERYONE, *sorted({entry.actor.id for entry in found})], {})
        what = _select("Hvad", [EVERYTHING, *(event for event in NAMES if _happened(event, found))], NAMES)
    _show([entry for entry in found if who in (EVERYONE, entry.actor.id) and what in (EVERYTHING, entry.event)], titles)


def _select(label: str, options: Sequence[str], names: Mapping[str, str]) -> str:
    return str(
        st.selectbox(
            label,
            options,
            format_func=lambda option: names.get(option, option),
            key=f"log-{label}",
            filter_mode=None,
            placeholder=label,
        )
    )


def _happened(event: str, found: Sequence[LogEntry]) -> bool:
    return any(entry.event == event for entry in found)


def _show(chosen: Sequence[LogEntry], titles: Mapping[str, str]) -> None:
    if not chosen:
        paragraphs([NOTHING])
        return
    table = log_table(chosen, titles)
    if len(chosen) > NEWEST:
        paragraphs([f"De {number(NEWEST)} nyeste af {number(len(chosen))} linjer. Filen har dem alle."])
    st.html(html_table(on_page(table, NEWEST)))
    download(
        "Hent loggen (CSV)",
        lambda: csv_bytes(table, (kept_line(),)),
        name="kredsblik-log.csv",
        mime="text/csv",
        key="log-csv",
    )
