"""The choices at the top: kept from page to page and in the address."""

from collections.abc import Callable, Mapping
from typing import NoReturn

import streamlit as st

from analysis.choice import COMPARE_NAMES, Choice, Compare, address_of, period_names, place_names, read_address
from data.errors import UserError
from data.periods import parse_period
from data.release import Release, open_release
from data.releases import release_ids
from pages.access.visitor import visitor
from pages.widgets.errors import message

PLACE = "kommune"
KEYS = (PLACE, "periode", "sammenlign")
RELEASE_KEY = "udgave"
Widget = Callable[[str, str, Mapping[str, str]], str]
WRITTEN = "_address"  # what stood in the address when we last wrote it


def choose() -> Choice | None:
    """Show the choices and return them; the address names exactly what is shown afterwards. None: nothing to show."""
    if not release_ids():
        return None
    asked = _asked()
    release = _release(asked)
    _take_over(asked, release)
    with st.container(key="kb-choices", horizontal=True):
        municipality = _select("Kommune", "kommune", place_names())
        period = _select("Periode", "periode", period_names(release))
        compare = _select("Sammenlign med", "sammenlign", {str(each): name for each, name in COMPARE_NAMES.items()})
    choice = Choice(release, municipality, parse_period(period), Compare(compare))
    _write(address_of(choice))
    return choice


def show_release(identity: str) -> NoReturn:
    """Begin the run again on this release."""
    st.session_state[RELEASE_KEY] = identity
    st.query_params[RELEASE_KEY] = identity
    st.rerun()


def _asked() -> dict[str, str] | None:
    """Return what the address asks for, or None when it says nothing that we have not written ourselves."""
    named = {key: st.query_params[key] for key in (*KEYS, RELEASE_KEY) if key in st.query_params}
    return named if named and named != st.session_state.get(WRITTEN) else None


def _release(asked: Mapping[str, str] | None) -> Release:
    """Return the release of the address, else the session's, else the current one."""
    wanted = (asked or {}).get(RELEASE_KEY) or st.session_state.get(RELEASE_KEY)
    try:
        release = open_release(wanted)
    except UserError:
        release = open_release()
        message(f"Linket nævner en udgave, som ikke findes her. Siden viser den nyeste, #{release.id}.")
    st.session_state[RELEASE_KEY] = release.id
    return release


def _take_over(asked: Mapping[str, str] | None, release: Release) -> None:
    """Put what the address asks for, or what was chosen before, into the widgets; say what cannot be had.

    Where neither names a municipality, a mayor begins in her own.
    """
    state = st.session_state
    wanted = asked if asked is not None else {key: state[key] for key in KEYS if key in state}
    own = visitor().municipality
    choice, refused = read_address({PLACE: own, **wanted} if own else wanted, release)
    state.update({key: value for key, value in address_of(choice).items() if key in KEYS})
    for refusal in refused:
        message(refusal)


def _select(label: str, key: str, names: Mapping[str, str]) -> str:
    # Without a filter the reader cannot type, and so never meets Streamlit's English "no results".
    return st.selectbox(
        label, list(names), format_func=lambda code: names[code], key=key, filter_mode=None, placeholder=label
    )


def slide_radio(label: str, key: str, names: Mapping[str, str]) -> str:
    """Show a choice as a row of buttons of which one is pressed in; a program's clicks on it are never lost."""
    return str(st.radio(label, list(names), format_func=lambda code: names[code], key=key, horizontal=True))


def _write(address: Mapping[str, str]) -> None:
    st.session_state[WRITTEN] = dict(address)
    if any(st.query_params.get(key) != value for key, value in address.items()):
        st.query_params.update(dict(address))


def page_choice(label: str, key: str, names: Mapping[str, str], widget: Widget = _select, begin: str = "") -> str:
    """Show a choice that belongs to one page and return it; it stands in the address beside the shared ones.

    Where nothing was chosen it begins at `begin` when that is one of the names, else at the first.
    """
    state, written = st.session_state, f"_{key}"
    asked = st.query_params.get(key)
    if asked is not None and asked != state.get(written):
        if asked not in names:
            message(f"Linket nævner noget under »{label}«, som ikke findes. Siden viser {next(iter(names.values()))}.")
        state[key] = asked if asked in names else next(iter(names))
    elif written in state and key not in state:
        state[key] = state[written]  # a widget's own value is gone when another page has been shown meanwhile
    elif begin in names and key not in state:
        state[key] = begin
    value = widget(label, key, names)
    state[written] = value
    st.query_params[key] = value
    return value
