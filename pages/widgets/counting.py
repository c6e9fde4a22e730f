"""Sager or forhold: the switch, the yearly series of reports, and what victims lost."""

import streamlit as st

from analysis.choice import Choice
from analysis.losses import READING, loss_table
from analysis.reports_beside import COUNTING_NAMES, NOTE, REPORTS, counts_cases, reports_series, reports_table
from analysis.series_picture import series_picture
from data.catalogue import Area
from pages.widgets.choices import page_choice
from pages.widgets.picture import show, show_table
from pages.widgets.text import card_title, paragraphs


def reports_asked(area: Area) -> bool:
    """Show the switch where an area counts cases, and return whether reports are asked for."""
    if not counts_cases(area):
        return False
    with st.container(key="kb-taelling", horizontal=True):
        return page_choice("Tæl", "taelling", COUNTING_NAMES) == REPORTS


def reports_card(area: Area, choice: Choice) -> None:
    """Show reports by year, and cases beside reports by type."""
    series = reports_series(area, choice.release, choice.municipality, choice.place)
    with st.container(key="kb-card-forhold", border=True):
        card_title(f"Udvikling: {series.title.lower()}")
        show(series_picture(series, choice.period), "forhold", choice)
        paragraphs([NOTE])
        table = reports_table(area, choice)
        if table:
            show_table(table, "sager-og-forhold", choice)


def loss_card(area: Area, choice: Choice) -> None:
    """Show what victims lost; nothing where the area's types have no losses."""
    table = loss_table(area, choice)
    if table is None:
        return
    with st.container(key="kb-card-tab", border=True):
        card_title("Hvad de forurettede mistede")
        show_table(table, "tab", choice)
        paragraphs([READING])
