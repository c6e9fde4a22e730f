"""Nærgentagelser og tætheder (analysts): do they follow each other, where do they lie close, would the map have hit?"""

import streamlit as st

from analysis.choice import Choice
from analysis.density_pictures import (
    NO_DWELLINGS,
    accuracy_text,
    density_map,
    density_title,
    near_repeat_texts,
    near_repeat_title,
    repeat_table,
)
from analysis.density_questions import SEASON_NAMES, located_categories, located_year
from analysis.hot_cells import densities
from analysis.near_repeats import Season, repeats
from analysis.unanswered import extract_source
from pages.widgets.choices import page_choice
from pages.widgets.picture import show, show_table
from pages.widgets.text import card_title, heading, paragraphs, section

PAGE = "Nærgentagelser og tætheder"
NO_PLACES = (
    "Udgaven rummer ingen steder. Et udtræk med celle_100m og celle_1km kan vurderes, når det er indlæst og udgivet."
)
WORKING = "Regner nærgentagelser og tætheder …"
INTERNAL = "Kun til politiets egne analytikere. Siden findes ikke i kredsrådets rum."


def near_repeats_view(choice: Choice) -> None:
    top = st.container(horizontal=True, vertical_alignment="center", key="kb-top")
    with top:
        category = page_choice("Kategori", "kategori", located_categories())
        season = Season(page_choice("Årstid", "aarstid", SEASON_NAMES))
    year = located_year(choice.release, category, choice.period)
    if year is None:
        heading(PAGE)
        paragraphs([NO_PLACES])
        return
    with st.spinner(WORKING, show_time=False):
        found = repeats(choice.release, category, choice.municipality, year, season)
        close = densities(choice.release, category, year)
    when = str(year) if season is Season.ALL else f"{year}, {SEASON_NAMES[season].lower()}"
    source = extract_source(choice.release)
    with top:
        heading(near_repeat_title(found, choice.place, when), INTERNAL)
    left, right = st.columns(2, gap="medium")
    with left:
        paragraphs(near_repeat_texts(found))
    with right.container(key="kb-card-gentagelser", border=True):
        card_title("Sager i samme felt")
        title = f"Gentagelser i felter på 100 meter, {choice.place}, {when} (internt)"
        show_table(repeat_table(found, title, source), "gentagelser", choice)
    section("Tætheder, hele kredsen")
    if close is None:
        paragraphs([NO_DWELLINGS])
        return
    with st.container(key="kb-card-taetheder", border=True):
        card_title(density_title(close))
        show(density_map(f"Tætheder på 1 km, hele kredsen, {close.first}–{close.last} (internt)", close, source),
             "taetheder", choice)  # fmt: skip
    paragraphs([accuracy_text(close.accuracy)])
