"""Indsatser: what the police and the municipality do, and whether the numbers can show that it worked."""

from collections.abc import Sequence

import streamlit as st

from analysis.activities import activities_of, activities_table
from analysis.choice import Choice
from analysis.effect import effect
from analysis.effect_sentences import effect_sentences
from analysis.initiative_headline import initiatives_headline
from analysis.initiative_tables import chain_table, partnership_table, quarter_table
from analysis.initiative_timeline import initiative_timeline
from analysis.initiatives import initiatives_of
from analysis.road_effect import road_effect
from analysis.road_sentences import road_sentences
from analysis.tables import Table
from data.periods import Quarter
from data.register.initiative_rows import InitiativeEntry
from data.room import Room, room
from pages.widgets.picture import show, show_table
from pages.widgets.text import card_title, heading, paragraphs

LEAD = (
    "Hvad der er sat i gang, og om tallene kan vise, at det virkede. "
    "En ændring efter en indsats er ikke i sig selv en virkning."
)


def initiatives_view(choice: Choice) -> None:
    entries = initiatives_of(choice.municipality)
    effects = [(entry, effect(choice.release, entry)) for entry in entries if entry.content.comparison]
    findings = [found.finding for _, found in effects]
    heading(initiatives_headline(choice.municipality, len(entries), findings), LEAD)
    with st.container(key="kb-card-indsatser", border=True):
        card_title("Hvad der er sat i gang")
        show(initiative_timeline(entries, f"Indsatser, {choice.place}"), "indsatser", choice)
    with st.container(key="kb-card-vejforsoeg", border=True):
        card_title("Forsøget med lokale hastighedsgrænser, hele kredsen")
        paragraphs(road_sentences(road_effect(choice.release)))
    for entry, found in effects:
        with st.container(key=f"kb-card-indsats-{entry.id}", border=True):
            card_title(entry.content.what)
            paragraphs(effect_sentences(found))
    _tables(entries, choice)


def _tables(entries: Sequence[InitiativeEntry], choice: Choice) -> None:
    """Show how many ran, who takes part in what, what was held; for analysts what is missing before it is judged."""
    left, right = st.columns(2, gap="small")
    with left:
        _card(quarter_table(Quarter.of(choice.period.last_day), choice.municipality), "indsatser-pr-kvartal", choice)
    with right:
        _card(partnership_table(), "partnerskaber", choice)
    _card(
        activities_table(activities_of(choice.municipality), f"Møder og oplæg, {choice.place}"), "aktiviteter", choice
    )
    if room() is Room.ANALYSTS:
        _card(chain_table(entries, f"Fra indsats til vurdering, {choice.place}"), "kaede", choice)


def _card(table: Table, key: str, choice: Choice) -> None:
    if table.rows:
        with st.container(key=f"kb-card-{key}", border=True):
            show_table(table, key, choice)
