"""Udforsk (analysts): one category, any places, one attribute; by month, quarter or year to date."""

import streamlit as st

from analysis.choice import Choice
from analysis.explore import Asked, attributes_of, explored
from analysis.explore_picture import INTERNAL, NOTHING, explore_notes, explore_picture, explore_title
from analysis.explore_spans import Step
from analysis.unanswered import extract_source
from data.attributes import ATTRIBUTES
from data.catalogue import CATEGORIES
from data.municipalities import DISTRICT
from pages.widgets.choices import page_choice
from pages.widgets.picture import show
from pages.widgets.places_choice import chosen_places
from pages.widgets.text import heading, paragraphs

PAGE, PATH = "Udforsk", "udforsk"
STEPS = {
    Step.MONTH.value: "Måned for måned",
    Step.QUARTER.value: "Kvartal for kvartal",
    Step.TO_DATE.value: "År til dato",
}
NONE, EVERY = "intet", "alle"


def explore_view(choice: Choice) -> None:
    top = st.container(key="kb-udforsk-titel")
    with st.container(key="kb-udforsk-valg", horizontal=True):
        category = page_choice("Kategori", "taeller", {code: each.name for code, each in CATEGORIES.items()})
        step = Step(page_choice("Vis", "trin_i_tid", STEPS))
        attribute, group = _attribute(category)
    places = (DISTRICT,) if CATEGORIES[category].district_only else chosen_places(choice.municipality)
    asked = Asked(category, places, step, choice.period.last_day.month, attribute, group)
    found = explored(choice.release, asked)
    with top:
        heading(explore_title(found), INTERNAL)
    if not found.spans:
        paragraphs([NOTHING])
        return
    with st.container(key="kb-card-udforsk", border=True):
        show(explore_picture(found, extract_source(choice.release)), "udforsk", choice)
    paragraphs(explore_notes(asked))


def _attribute(category: str) -> tuple[str, str]:
    """Show the category's attributes, and the groups of the chosen one; return both codes, empty for none."""
    names = {NONE: "Intet"} | attributes_of(category)
    attribute = page_choice("Kendetegn", f"kendetegn_{category}", names)
    if attribute == NONE:
        return "", ""
    groups = {EVERY: "Alle, hver for sig"} | {each.code: each.label for each in ATTRIBUTES[attribute].ladder[0]}
    group = page_choice("Gruppe", f"gruppe_{attribute}", groups)
    return attribute, "" if group == EVERY else group
