"""A focus area: how much (omfang), over time (udvikling), of what kind (karakter). One view serves every area."""

import streamlit as st

from analysis.answers import Series
from analysis.area_series import area_series, series_beside
from analysis.asked_shares import asked_shares_of
from analysis.bars import breakdown_bars
from analysis.character_groups import character_groups
from analysis.choice import Choice
from analysis.comparison import Comparison, comparison
from analysis.group_rates import without_population
from analysis.indicator import headline_of
from analysis.initiatives import with_markers
from analysis.local_areas import choice_note
from analysis.pooled_years import pool_notes
from analysis.public_period import period_note, public_choice
from analysis.series_picture import series_picture, without_a_dot
from analysis.situation import situation
from analysis.summary import summary
from analysis.without_place import cannot_say_of
from data.catalogue import Area
from pages.widgets.beside import beside
from pages.widgets.casualties import goal_card, severity_card
from pages.widgets.counting import loss_card, reports_asked, reports_card
from pages.widgets.facts import forecast_card, size_card
from pages.widgets.follow_ups import follow_ups
from pages.widgets.picture import show
from pages.widgets.text import cannot_say, card_title, heading, paragraphs, quiet_line, section

SERIES_TO_FACTS = (2.3, 1)
NO_BREAKDOWNS = (
    "Der er ingen fordeling at vise. En fordeling vises kun for hele, afsluttede år, og kun når hver gruppe har mindst "
    "fem sager, så ingen enkelt sag kan genkendes."
)


def focus_area(area: Area, chosen: Choice) -> None:
    choice = public_choice(area, chosen)
    answer = situation(choice.release, choice.question(area.code))
    against = comparison(choice.release, answer.question, choice.compare)
    note = choice_note(choice.release, area, choice.municipality)
    heading(*summary(choice.release, answer), period_note(chosen, choice), note)
    left, right = st.columns(SERIES_TO_FACTS, gap="small")
    with left:
        if reports_asked(area):
            reports_card(area, choice)
        else:
            series = area_series(area, choice, choice.municipality)
            _development(with_markers(series, choice.municipality, headline_of(area)), "udvikling", choice, against)
        for beside_it in series_beside(area, choice):
            _development(beside_it, "udvikling-ved-siden-af", choice, against)
    with right:
        size_card(area, answer, against, choice)
        forecast_card(answer, choice)
        severity_card(area, choice)
    cannot_say({area.menu: cannot_say_of(area, choice)})
    goal_card(area, choice)
    _character(area, choice)
    loss_card(area, choice)
    follow_ups(area, choice)
    beside(area, choice)


def _development(series: Series, key: str, choice: Choice, against: Comparison) -> None:
    with st.container(key=f"kb-card-{key}", border=True):
        card_title(f"Udvikling: {series.title.lower()}")
        if line := without_a_dot(series):
            quiet_line(line)
        show(series_picture(series, choice.period, against.periods), key, choice)


def _character(area: Area, choice: Choice) -> None:
    section("Karakter")
    groups = character_groups(area, choice)
    if not groups:
        paragraphs([NO_BREAKDOWNS])
        return
    with st.container(key="kb-card-karakter", border=True):
        every = [breakdown for _, breakdowns in groups for breakdown in breakdowns]
        paragraphs([*pool_notes(groups, choice.period), *without_population(every)])
        show(breakdown_bars(f"{area.menu}: karakter, {choice.place}", groups), "karakter", choice)
        paragraphs(asked_shares_of(groups))
