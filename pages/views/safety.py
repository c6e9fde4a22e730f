"""Tryghed og henvendelser: what the surveys can carry, and the calls to the police, each as what it is."""

import streamlit as st

from analysis.calls import NOT_CRIME, calls
from analysis.choice import Choice
from analysis.series_picture import series_picture
from analysis.survey_findings import survey_findings
from analysis.survey_picture import NOTHING, survey_bars, survey_sentence
from pages.widgets.picture import show
from pages.widgets.text import card_title, heading, paragraphs, section

LEAD = (
    "Spørgeundersøgelser siger, hvad folk oplever. Henvendelser er opkald til politiet. Ingen af dem er kriminalitet, "
    "og de forklarer ikke hinanden."
)


def safety_view(choice: Choice) -> None:
    found = survey_findings(choice.municipality)
    heading(survey_sentence(found[-1]) if found else f"Tryghed og henvendelser: {choice.place}", LEAD)
    section("Tryghed")
    with st.container(key="kb-card-tryghed", border=True):
        if found:
            show(survey_bars(found, choice.place), "tryghed", choice)
        else:
            paragraphs([NOTHING])
    section("Henvendelser")
    for each in calls(choice):
        with st.container(key=f"kb-card-{each.category.code}", border=True):
            card_title(f"{each.category.name}, {choice.place}")
            paragraphs([text for text in (each.answer.sentence, each.answer.reason, NOT_CRIME) if text])
            show(series_picture(each.series, choice.period, each.against.periods), each.category.code, choice)
