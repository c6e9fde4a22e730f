"""Lokale indsatsområder: what the lokalråd has chosen beside the plan's three areas."""

import streamlit as st
from markupsafe import Markup

from analysis.choice import Choice
from analysis.comparison import comparison
from analysis.local_areas import chosen_areas, local_area_table, own_areas_sentence
from analysis.public_period import public_answer
from pages.widgets.picture import show_table
from pages.widgets.text import cannot_say, heading
from pages.widgets.tile import tile

LEAD = "Lokalrådene kan vælge flere områder end samarbejdsplanens tre. Hvert valgt område har sin egen side i menuen."


def local_areas_view(choice: Choice) -> None:
    areas = chosen_areas(choice.release, choice.municipality)
    heading(own_areas_sentence(choice.release, choice.municipality), LEAD)
    if areas:
        answers = [public_answer(area, choice, choice.municipality) for area in areas]
        against = [comparison(choice.release, answer.question, choice.compare) for answer in answers]
        st.html(Markup('<div class="kb-tiles">{}</div>').format(Markup("").join(map(tile, answers, against))))
        cannot_say({area.menu: area.caveat for area in areas})
    with st.container(key="kb-card-valgte-omraader", border=True):
        show_table(local_area_table(choice.release), "valgte-omraader", choice)
