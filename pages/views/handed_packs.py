"""Mødepakker (council): the frozen packs that were handed over, each for those whose meeting it is of."""

import streamlit as st

from analysis.choice import Choice
from data.handed_packs import HandedPack, handed_packs
from pages.access.visitor import visitor
from pages.widgets.errors import message
from pages.widgets.handed_pack import pack_card
from pages.widgets.text import heading, paragraphs

PATH, TITLE = "moedepakker", "Mødepakker"
ASKED = "pakke"  # the code of one pack, in a link to it
LEAD = (
    "Pakker fra møderne, som de så ud, da de blev frosset. Pakker fra tema- og Teams-møder er hele kredsrådets; en "
    "bilateral pakke er kommunens egen og politiets."
)
NOTHING = "Der er ingen mødepakke til dig endnu. Den kommer her, når politiets analytiker har frosset den."
# The same whether there is none of that code or it is another municipality's: an address tells nobody what there is.
NOT_THERE = "Mødepakken i linket findes ikke, eller den er en anden kommunes. Her er dem, du kan se."


def handed_packs_view(_choice: Choice) -> None:
    heading(TITLE, LEAD)
    packs = packs_to_see()
    asked = st.query_params.get(ASKED)
    chosen = [pack for pack in packs if pack.code == asked]
    if asked is not None and not chosen:
        message(NOT_THERE)
    if not packs:
        paragraphs([NOTHING])
    for pack in sorted(packs, key=lambda pack: pack not in chosen):
        pack_card(pack)


def packs_to_see() -> tuple[HandedPack, ...]:
    """Return the packs that are the visitor's to see, the newest meetings first."""
    who = visitor()
    return tuple(pack for pack in handed_packs() if pack.is_everybodys or who.may_see_bilateral(pack.municipality))
