"""Udtræk og datakvalitet (analysts): what was delivered, what is missing, and whether the numbers agree."""

import streamlit as st

from analysis.choice import Choice
from analysis.quality import quality
from analysis.quality_tables import (
    agreement_table,
    balance_table,
    coverage_table,
    delay_table,
    delivery_table,
    quality_title,
)
from pages.access.rights import may_type
from pages.access.visitor import visitor
from pages.widgets.picture import show_table
from pages.widgets.text import heading
from pages.widgets.upload import upload_panel

LEAD = "Hvad der er leveret, hvad der mangler, og om tallene stemmer. Det, der aldrig er leveret, er ikke nul."


def quality_view(choice: Choice) -> None:
    found = quality(choice.release)
    heading(quality_title(found), LEAD)
    if may_type(visitor()):
        with st.container(key="kb-card-indlaes", border=True):
            upload_panel()
    tables = {
        "leverancer": delivery_table(found),
        "daekning": coverage_table(found),
        "forsinkelse": delay_table(found),
        "afstemning": balance_table(found),
        "dst": agreement_table(found),
    }
    for key, table in tables.items():
        with st.container(key=f"kb-card-{key}", border=True):
            show_table(table, key, choice)
