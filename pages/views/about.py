"""Om tallene: what each number is, where it comes from, and what is held back and why."""

import streamlit as st

from analysis.choice import Choice
from analysis.definitions import definitions
from analysis.methods import METHODS
from pages.widgets.definition import show_definition, show_method
from pages.widgets.text import heading, paragraphs, section

GENERAL = (
    "En streg (–) betyder, at tallet ikke er leveret, eller at det ikke må vises. Nul betyder, at der ingen var.",
    "Antal anmeldelser pr. kommune og kvartal er offentlige tal og vises uændret. Alt, der beskriver sagerne nærmere, "
    "vises kun for hele år, og kun når hver gruppe har mindst 5 sager.",
    "Et tal fra et kvartal, der endnu ikke var slut, da udtrækket blev lavet, er foreløbigt. Det er skraveret i "
    "figurerne, sammenlignes ikke og indgår ikke i en sum.",
    "Det ventede område er regnet ud fra kommunens egne tal i de sidste år, årstiden medregnet. Falder et tal "
    "udenfor, siger det ikke hvorfor.",
)


def about(choice: Choice) -> None:
    heading("Om tallene", "Hvad hvert tal er, hvor det kommer fra, og hvorfor der nogle gange står en streg.")
    paragraphs(GENERAL)
    section("Sådan regner vi")
    with st.container(key="kb-methods"):
        for method in METHODS:
            with st.container():
                show_method(method)
    section("Tallene ét for ét")
    for place, definition in enumerate(definitions(choice.release)):
        show_definition(definition, str(place))
