"""Kriminalitet i øvrigt: Statistics Denmark's offence groups beside larger places."""

import streamlit as st

from analysis.choice import Choice
from analysis.headlines import other_crime_title
from analysis.other_crime import other_crime
from analysis.other_crime_picture import other_crime_bars, other_crime_table, unpublished
from pages.widgets.picture import show, show_table
from pages.widgets.text import card_title, heading, paragraphs


def other_crime_view(choice: Choice) -> None:
    found = other_crime(choice.release, choice.municipality, choice.period)
    heading(other_crime_title(found, choice.municipality), f"Kilde: {found.source}.")
    with st.container(key="kb-card-rater", border=True):
        card_title("Anmeldelser pr. 1.000 indbyggere i perioden")
        show(other_crime_bars(found), "rater", choice)
    with st.container(key="kb-card-antal", border=True):
        card_title("Antal anmeldelser")
        show_table(other_crime_table(found), "antal", choice)
    missing = unpublished(found)
    if missing:
        paragraphs([missing])
