"""What stands beside an area's number, each for itself and never added to it."""

import streamlit as st

from analysis.beside import beside_table
from analysis.choice import Choice
from data.catalogue import Area
from pages.widgets.picture import show_table

BESIDE = "Ved siden af"
ACTIVITY = "Politiets aktivitet"


def beside(area: Area, choice: Choice) -> None:
    """Show the categories beside the headline, and what the police do about them."""
    groups = [(title, codes) for title, codes in ((BESIDE, area.beside), (ACTIVITY, area.activity)) if codes]
    if not groups:
        return
    for place, (title, codes) in zip(st.columns(len(groups), gap="small"), groups, strict=True):
        with place.container(key=f"kb-card-{title}", border=True):
            show_table(beside_table(title, area, codes, choice), title, choice)
