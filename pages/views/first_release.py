"""Kom i gang: nothing has been published yet."""

import streamlit as st

from data.room import Room, room
from pages.access.rights import may_type
from pages.access.visitor import visitor
from pages.widgets.text import heading
from pages.widgets.upload import upload_panel


def first_release() -> None:
    heading(
        "Der er ingen udgave endnu", "Når politiets analytikere har indlæst et udtræk og udgivet det, står tallene her."
    )
    if room() is Room.ANALYSTS and may_type(visitor()):
        with st.container(key="kb-card-indlaes", border=True):
            upload_panel()
