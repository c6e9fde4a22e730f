"""What is typed and not yet saved: kept for the process, so that a reload of the page brings it back by its address.

It is kept in memory alone. It may hold personal data that the register would refuse.
"""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

import streamlit as st

from analysis.tables import Table
from data.register.entries import SHIPPED

ADDRESS = "kladde"
MOST_KEPT = 200  # the oldest go first
_TOKEN_BYTES = 9


@dataclass
class Draft:
    """What is typed into one entry: the version and texts it began with, and the texts now; `turn` names its widgets.

    `identity` is None for a new entry. `conflict`: what was told of somebody who saved meanwhile, and both sides of it.
    """

    kind: str
    identity: str | None
    base: dict[str, str]
    texts: dict[str, str]
    version: int = SHIPPED
    turn: int = 0
    conflict: tuple[str, Table | None] | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(_TOKEN_BYTES))

    @property
    def touched(self) -> bool:
        return self.texts != self.base

    def begun(self, other: "Draft") -> bool:
        """Return whether the other is a draft of the same entry."""
        return (self.kind, self.identity) == (other.kind, other.identity)


def current_draft(fresh: Draft) -> tuple[Draft, bool]:
    """Return the draft that has been begun of this entry, else the fresh one; and whether it was brought back.

    The address comes before the session: that is what is left after a reload.
    """
    remembered = f"_kladde-{fresh.kind}-{fresh.identity}"
    asked, known = st.query_params.get(ADDRESS), st.session_state.get(remembered)
    for token in (asked, known):
        draft = _drafts().get(token) if token else None
        if draft and draft.begun(fresh) and (draft.touched or draft.version == fresh.version):
            st.session_state[remembered] = draft.token
            return draft, draft.touched and known is None
    _drafts()[fresh.token] = fresh
    while len(_drafts()) > MOST_KEPT:
        _drafts().popitem(last=False)
    st.session_state[remembered] = fresh.token
    return fresh, False


def address_is_of_no_draft() -> bool:
    """Return whether the address names a draft that is no more, as after a restart; from then on it names none."""
    token = st.query_params.get(ADDRESS)
    if token is None or token in _drafts():
        return False
    del st.query_params[ADDRESS]
    return True


def name_in_address(draft: Draft) -> None:
    """Let the address name the draft once there is something in it to lose."""
    if draft.touched and st.query_params.get(ADDRESS) != draft.token:
        st.query_params[ADDRESS] = draft.token


def drop(draft: Draft) -> None:
    """Forget the draft: it is saved, or given up."""
    _drafts().pop(draft.token, None)
    st.session_state.pop(f"_kladde-{draft.kind}-{draft.identity}", None)
    if ADDRESS in st.query_params:
        del st.query_params[ADDRESS]


@st.cache_resource
def _drafts() -> "OrderedDict[str, Draft]":
    return OrderedDict()
