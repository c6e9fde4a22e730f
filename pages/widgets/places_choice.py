"""Several places at once: pressed in or not, kept in the address."""

import streamlit as st

from analysis.explore import EVERY_PLACE
from data.municipalities import DISTRICT, area_name
from pages.widgets.errors import message

KEY, WRITTEN, FOLLOWED = "steder", "_steder", "_steder_kommune"
BETWEEN = "-"


def chosen_places(municipality: str) -> tuple[str, ...]:
    """Show the places and return those that are pressed in, in their order; none of them is all of them.

    The municipality at the top is pressed in at first, and again when another one is chosen there.
    """
    state, asked = st.session_state, st.query_params.get(KEY)
    begin = "" if municipality == DISTRICT else municipality
    if asked is not None and asked != state.get(WRITTEN):
        state[KEY] = _known(asked)
        if BETWEEN.join(state[KEY]) != asked:
            message("Linket nævner steder, som ikke findes. De er udeladt.")
    elif state.get(FOLLOWED) != municipality:
        state[KEY] = _known(begin)
    elif KEY not in state:
        state[KEY] = _known(state.get(WRITTEN, ""))
    state[FOLLOWED] = municipality
    pressed = st.pills(
        "Steder (ingen: hele kredsen)", EVERY_PLACE, selection_mode="multi", format_func=area_name, key=KEY
    )
    state[WRITTEN] = st.query_params[KEY] = BETWEEN.join(sorted(pressed))
    return tuple(place for place in EVERY_PLACE if place in pressed) or EVERY_PLACE


def _known(written: str) -> list[str]:
    return [place for place in written.split(BETWEEN) if place in EVERY_PLACE]
