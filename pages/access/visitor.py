"""Who is looking: asked anew in every run, so that nobody is served on what was true an hour ago."""

import streamlit as st

from data.room import Room, room
from pages.access.admission import SignInOverError, admitted
from pages.access.role import Role, Visitor
from pages.access.sign_in import signing_in

LOCAL = "lokal"


def visitor() -> Visitor:
    """Return who is looking. Raises SignInOverError or NotAdmittedError when that is nobody who may.

    Where nobody signs in, it is the one who sits at the machine: an analyst, and in the council's room someone who
    sees what everyone there may see.
    """
    if not signing_in():
        return Visitor(LOCAL, Role.ANALYST if room() is Room.ANALYSTS else Role.MUNICIPALITY, None)
    claims = st.user.to_dict()
    if not claims.get("is_logged_in"):
        raise SignInOverError("Log ind for at se siden.")
    return admitted(claims)
