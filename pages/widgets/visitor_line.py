"""Who is looking and how long she may, at the top of every page; and a calm word to one who no longer may."""

import datetime as dt

import streamlit as st
from markupsafe import Markup

from data.errors import UserError
from pages.access.admission import ends_at
from pages.access.sign_in import signing_in
from pages.access.visitor import visitor
from pages.server.doorstep import SIGN_OUT
from pages.widgets.errors import message

NAMES = ("name", "preferred_username", "email")


def let_in() -> bool:
    """Return whether somebody is looking who may; tell it on the page when not, and who it is when so."""
    try:
        who = visitor()
    except UserError as error:
        message(str(error))
        return False
    if signing_in():
        claims = st.user.to_dict()
        name = next((claims[key] for key in NAMES if claims.get(key)), who.id)
        until = dt.datetime.fromtimestamp(ends_at(claims)).astimezone()
        with st.container(key="kb-visitor"):
            st.html(
                Markup(
                    '<p>{} <span>({}<i>, adgang til kl. {:%H.%M}</i>)</span> <a href="{}" target="_self">Log ud</a></p>'
                ).format(name, who.role, until, SIGN_OUT)
            )
    return True
