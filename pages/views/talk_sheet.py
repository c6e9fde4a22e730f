"""Oplægsark: one sheet for each target group that a municipality can print and talk from."""

import streamlit as st

from analysis.choice import Choice
from analysis.talk_sheet import TALK_AREA, TalkSheet, talk_sheet
from analysis.talk_sheet_texts import NOTHING, sheet_lead, sheet_picture, sheet_points, sheet_title
from analysis.target_groups import TARGET_GROUPS
from analysis.without_place import cannot_say_of
from data.catalogue import Area
from pages.widgets.choices import page_choice
from pages.widgets.picture import show
from pages.widgets.text import bullets, cannot_say, card_title, heading, paragraphs

PAGE, PATH = "Oplægsark", "oplaegsark"


def talk_sheet_view(choice: Choice) -> None:
    names = {code: group.name for code, group in TARGET_GROUPS.items()}
    top = st.container(horizontal=True, vertical_alignment="center", key="kb-top")
    with top:
        group = page_choice("Målgruppe", "maalgruppe", names)
    sheet = talk_sheet(choice.release, TALK_AREA, choice.municipality, choice.period, group)
    if sheet is None:
        heading(PAGE)
        paragraphs([NOTHING])
        return
    with top:
        heading(sheet_title(sheet), sheet_lead(sheet))
    _sheet(sheet, TALK_AREA, choice)


def _sheet(sheet: TalkSheet, area: Area, choice: Choice) -> None:
    left, right = st.columns(2, gap="small")
    with left:
        with st.container(key="kb-card-hvad-rammer", border=True):
            card_title("Hvad rammer gruppen?")
            show(sheet_picture(sheet), "oplaegsark", choice)
        with st.container(key="kb-card-raad", border=True):
            card_title("Tre råd")
            bullets(sheet.group.advice)
    with right.container(key="kb-card-tal", border=True):
        card_title("Det siger tallene")
        bullets(sheet_points(sheet))
    cannot_say({area.menu: cannot_say_of(area, choice)})
    paragraphs([f"Kilde: {sheet.source}. Antal er anmeldelser (forhold) i et helt, afsluttet år."])
