"""Lokale indsatsområder: what the lokalråd has chosen beside the plan's three areas."""

import streamlit as st
from markupsafe import Markup

from analysis.activities import CENTRES, WHY_NO_NUMBERS, closed_themes, meetings_held, meetings_sentence
from analysis.choice import Choice
from analysis.comparison import comparison
from analysis.initiative_tables import initiatives_table
from analysis.initiatives import initiatives_of
from analysis.local_areas import chosen_areas, local_area_table, own_areas_sentence
from analysis.public_period import public_answer
from data.municipalities import DISTRICT
from pages.widgets.picture import show_table
from pages.widgets.text import cannot_say, heading, paragraphs, section, show_html
from pages.widgets.tile import tile

LEAD = "Lokalrådene kan vælge flere områder end samarbejdsplanens tre. Hvert valgt område har sin egen side i menuen."


def local_areas_view(choice: Choice) -> None:
    areas = chosen_areas(choice.release, choice.municipality)
    heading(own_areas_sentence(choice.release, choice.municipality), LEAD)
    if areas:
        answers = [public_answer(area, choice, choice.municipality) for area in areas]
        against = [comparison(choice.release, answer.question, choice.compare) for answer in answers]
        show_html(Markup('<div class="kb-tiles">{}</div>').format(Markup("").join(map(tile, answers, against))))
        cannot_say({area.menu: area.caveat for area in areas})
    left, right = st.columns(2, gap="medium")
    with left.container(key="kb-card-valgte-omraader", border=True):
        show_table(local_area_table(choice.release), "valgte-omraader", choice)
    with right:
        _without_numbers(choice)
    entries = [entry for theme in closed_themes() for entry in initiatives_of(DISTRICT, theme.code)]
    with st.container(key="kb-card-lukkede-temaer", border=True):
        show_table(initiatives_table(entries, "Indsatser, hele kredsen"), "lukkede-temaer", choice)


def _without_numbers(choice: Choice) -> None:
    """Show what is done about gangs and in PSP, and why nothing about them is counted."""
    section("Rocker- og bandegrupperinger og PSP")
    paragraphs([WHY_NO_NUMBERS, CENTRES, meetings_sentence()])
    held = meetings_held()
    if held.rows:
        with st.container(key="kb-card-moeder-holdt", border=True):
            show_table(held, "moeder-holdt", choice)
