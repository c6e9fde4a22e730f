"""What is done after the report: who was reached, and charges by the quarter of the report."""

import streamlit as st

from analysis.choice import Choice
from analysis.follow_up import FollowedUp, followed_up
from analysis.follow_up_tables import cohorts_picture, reached_picture
from data.catalogue import Area
from pages.widgets.picture import show
from pages.widgets.text import card_title, section

FOLLOW_UPS = "Efter anmeldelsen"
REACHED, CHARGED = "Forurettede, der er nået", "Sigtelser"


def follow_ups(area: Area, choice: Choice) -> None:
    """Show the follow-ups of the area's headline categories; nothing where none is followed."""
    every = [each for code in area.headline for each in followed_up(choice.release, code, choice.municipality)]
    if not every:
        return
    section(FOLLOW_UPS)
    left, right = st.columns(2, gap="small")
    with left.container(key="kb-card-naaet", border=True):
        _reached(tuple(each for each in every if each.follow_up.within_days is None), choice)
    with right.container(key="kb-card-sigtelser", border=True):
        for each in every:
            if each.follow_up.within_days is not None:
                card_title(f"{CHARGED}: {each.category.name.lower()} efter kvartalet for anmeldelsen")
                show(
                    cohorts_picture(f"{CHARGED}, {each.category.name.lower()}, {each.place}", each), "sigtelser", choice
                )


def _reached(every: tuple[FollowedUp, ...], choice: Choice) -> None:
    card_title(REACHED)
    if every:
        show(reached_picture(f"{REACHED}, {every[0].place}", every, choice.period), "naaet", choice)
