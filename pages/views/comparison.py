"""Sammenligning: the municipalities beside each other, in alphabetical order and never ranked."""

import streamlit as st

from analysis.answers import Situation
from analysis.area_series import area_series
from analysis.choice import Choice
from analysis.funnel_picture import funnel_of, funnel_picture
from analysis.headlines import comparison_title
from analysis.maps import municipality_map
from analysis.panels import panels
from analysis.public_period import period_note, public_choice
from analysis.situation import situations
from data.catalogue import AREAS, Area
from data.municipalities import municipality_codes
from pages.widgets.choices import page_choice
from pages.widgets.picture import show
from pages.widgets.text import card_title, heading, paragraphs

MAP_HEIGHT = 440
PICTURE_TO_WORDS = (2, 1)
LEAD = "I alfabetisk orden. Kommuner er forskellige: hver ses mod sin egen historie."


def comparison_view(chosen: Choice) -> None:
    top = st.container(horizontal=True, vertical_alignment="center", key="kb-top")
    area = _chosen_area(top)
    choice = public_choice(area, chosen)
    answers = situations(choice.release, area.code, choice.period)
    with top:
        heading(comparison_title(area, answers), LEAD, period_note(chosen, choice))
    left, right = st.columns(2, gap="small")
    with left.container(key="kb-card-kort", border=True):
        _map(area, answers, choice)
    with right.container(key="kb-card-kurver", border=True):
        _curves(area, choice)
    _funnel(area, answers, choice)


def _chosen_area(place: st.delta_generator.DeltaGenerator) -> Area:
    with place:
        return AREAS[page_choice("Indsatsområde", "omraade", {area.code: area.menu for area in AREAS.values()})]


def _map(area: Area, answers: tuple[Situation, ...], choice: Choice) -> None:
    card_title("Kommunerne")
    title = f"{area.name}, {answers[0].span}"
    show(municipality_map(title, answers, choice.municipality, MAP_HEIGHT, named=True), "kort", choice)


def _curves(area: Area, choice: Choice) -> None:
    every = tuple(area_series(area, choice, code) for code in municipality_codes())
    points = every[0].points
    # An extract may lack an area altogether.
    years = f", {points[0].period.year}–{points[-1].period.year}" if points else ""
    card_title(f"Udvikling i hver kommune{years}")
    show(panels(f"{area.name}, kommunerne", every, choice.period, choice.place), "kurver", choice)


def _funnel(area: Area, answers: tuple[Situation, ...], choice: Choice) -> None:
    """Show the funnel where the municipalities have numbers to set against each other, and its finding as text."""
    funnel = funnel_of(answers)
    if funnel is None:
        return
    title = f"{area.name}: i forhold til resten af kredsen, {answers[0].span}"
    picture = funnel_picture(title, answers[0].source, funnel)
    with st.container(key="kb-card-tragt", border=True):
        card_title("I forhold til resten af kredsen")
        left, right = st.columns(PICTURE_TO_WORDS, gap="medium")
        with left:
            show(picture, "tragt", choice)
        with right:
            paragraphs([picture.alt])
