"""Trafiknetværk: one sheet for the network that works with traffic; outcome and activity each for itself."""

import streamlit as st

from analysis.activity import NOT_RISK, activities
from analysis.beside import beside_table
from analysis.choice import Choice
from analysis.network import OWNERS, network_sentences, network_table, traffic_area
from analysis.promise_sentences import promise_headline
from analysis.situation import situation
from analysis.summary import summary
from pages.widgets.beside import ACTIVITY
from pages.widgets.picture import show_table
from pages.widgets.text import cannot_say, card_title, heading, paragraphs


def network_view(choice: Choice) -> None:
    area = traffic_area()
    heading(*summary(choice.release, situation(choice.release, choice.question(area.code))), OWNERS)
    left, right = st.columns(2, gap="small")
    with left:
        with st.container(key="kb-card-netvaerk", border=True):
            show_table(network_table(choice), "netvaerk", choice)
        cannot_say({area.menu: area.caveat})
    with right:
        with st.container(key="kb-card-netvaerk-sted", border=True):
            card_title(f"Hvad der skete, {choice.place}")
            paragraphs(network_sentences(choice))
        with st.container(key="kb-card-netvaerk-aktivitet", border=True):
            show_table(beside_table(ACTIVITY, area, area.activity, choice), "netvaerk-aktivitet", choice)
            kept = [promise_headline(answer) for each in activities(area, choice) for answer in each.promises]
            paragraphs([*kept, NOT_RISK])
