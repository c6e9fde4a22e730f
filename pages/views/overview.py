"""Overblik: what changed in the chosen place, in ten seconds."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from analysis.answers import Situation
from analysis.choice import Choice
from analysis.comparison import comparison
from analysis.local_areas import shown_areas
from analysis.maps import municipality_map
from analysis.overview_texts import numbers_gone_through, overview_headline, overview_subline
from analysis.public_period import public_answer
from analysis.situation import situations
from analysis.upcoming import upcoming, upcoming_line
from data.catalogue import AREAS
from data.municipalities import DISTRICT
from pages.widgets.picture import show
from pages.widgets.stale import stale_banner
from pages.widgets.text import cannot_say, card_title, heading, quiet_line, show_html
from pages.widgets.tile import tile

MAP_HEIGHT = 240


def overview(choice: Choice) -> None:
    areas = shown_areas(choice.release, choice.municipality)
    answers = [public_answer(area, choice, choice.municipality) for area in areas]
    district = [public_answer(area, choice, DISTRICT) for area in areas]
    heading(overview_headline(answers), overview_subline(answers, district))
    quiet_line(upcoming_line(upcoming()))
    stale_banner(choice.release)
    # One grid: the map stands at the end of the first row, and what cannot be said fills up the last.
    with st.container(key="kb-overview"):
        _tiles(answers, choice)
        with st.container(key="kb-card-kort", border=True):
            _small_map(choice)
        cannot_say({area.menu: area.caveat for area in areas} | numbers_gone_through(answers))


def _tiles(answers: Sequence[Situation], choice: Choice) -> None:
    against = [comparison(choice.release, answer.question, choice.compare) for answer in answers]
    show_html(Markup('<div class="kb-tiles">{}</div>').format(Markup("").join(map(tile, answers, against))))


def _small_map(choice: Choice) -> None:
    area = next(iter(AREAS.values()))
    card_title(f"Kommunerne · {area.menu}")
    title = f"{area.name}, {choice.period.name}"
    answers = situations(choice.release, area.code, choice.period)
    show(municipality_map(title, answers, choice.municipality, MAP_HEIGHT, named=False), "kort", choice)
