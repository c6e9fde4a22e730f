"""Who is looking: asked anew in every run, so that nobody is served on what was true an hour ago."""

from streamlit.auth_util import get_secrets_auth_section

from data.errors import UserError
from data.room import Room, room
from pages.access.role import Role, Visitor

LOCAL = "lokal"


def visitor() -> Visitor:
    """Return who is looking. Raises UserError when that is nobody who may.

    Where nobody signs in, it is the one who sits at the machine: an analyst, and in the council's room someone who
    sees what everyone there may see.
    """
    if get_secrets_auth_section():
        raise UserError("Log ind for at se siden.")
    return Visitor(LOCAL, Role.ANALYST if room() is Room.ANALYSTS else Role.MUNICIPALITY, None)
