"""Indsatser: what the police and the municipality do, and whether the numbers can show that it worked."""

import streamlit as st

from analysis.choice import Choice
from analysis.effect import effect
from analysis.effect_sentences import effect_sentences
from analysis.initiatives import initiatives_of, initiatives_table
from analysis.road_effect import road_effect
from analysis.road_sentences import road_sentences
from pages.widgets.picture import show_table
from pages.widgets.text import card_title, heading, paragraphs

LEAD = (
    "Hvad der er sat i gang, og om tallene kan vise, at det virkede. "
    "En ændring efter en indsats er ikke i sig selv en virkning."
)


def initiatives_view(choice: Choice) -> None:
    entries = initiatives_of(choice.municipality)
    heading(f"Indsatser: {choice.place}", LEAD)
    with st.container(key="kb-card-vejforsoeg", border=True):
        card_title("Forsøget med lokale hastighedsgrænser, hele kredsen")
        paragraphs(road_sentences(road_effect(choice.release)))
    for entry in entries:
        if entry.content.comparison:
            with st.container(key=f"kb-card-indsats-{entry.id}", border=True):
                card_title(entry.content.what)
                paragraphs(effect_sentences(effect(choice.release, entry)))
    with st.container(key="kb-card-indsatser", border=True):
        show_table(initiatives_table(entries, f"Indsatser, {choice.place}"), "indsatser", choice)
