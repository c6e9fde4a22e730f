"""What an area whose number is persons hurt shows beside its three-year sum: severity, and the way to 2030."""

import streamlit as st

from analysis.choice import Choice
from analysis.goal_2030 import goal_2030, goal_sentences
from analysis.goal_picture import goal_picture
from analysis.severity import ALONE, casualties_table, severity, severity_sentence
from analysis.unanswered import extract_source
from data.catalogue import Area, Measure
from pages.widgets.picture import show, show_table
from pages.widgets.text import card_title, paragraphs

PICTURE_TO_WORDS = (2, 1)


def severity_card(area: Area, choice: Choice) -> None:
    """Show persons by severity, the killed listed and never judged."""
    if area.measure is not Measure.SEVERE_CASUALTIES:
        return
    found = severity(choice.release, choice.municipality, choice.period)
    with st.container(key="kb-card-alvor", border=True):
        show_table(casualties_table(choice.release, choice.municipality, choice.period), "alvor", choice)
        paragraphs([*([severity_sentence(found)] if found else []), ALONE])


def goal_card(area: Area, choice: Choice) -> None:
    """Show the way to the national goal of 2030."""
    if area.measure is not Measure.SEVERE_CASUALTIES:
        return
    goal = goal_2030(choice.release, choice.municipality, choice.period)
    with st.container(key="kb-card-2030", border=True):
        card_title(f"Vejen mod 2030, {choice.place}")
        left, right = st.columns(PICTURE_TO_WORDS, gap="medium")
        if goal is not None:
            with left:
                show(goal_picture(goal, extract_source(choice.release)), "vejen-2030", choice)
        with right:
            paragraphs(goal_sentences(goal))
