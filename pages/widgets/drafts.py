"""What is typed and not yet saved: kept for the process, so that a reload of the page brings it back by its address.

It is kept in memory alone. It may hold personal data that the register would refuse. Where the process or the sign-in
has ended meanwhile, the page that is open in the browser still has it: every session names the fields the same, and is
told what stands in them.
"""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

import streamlit as st

from analysis.tables import Table
from data.register.entries import SHIPPED
from pages.access.visitor import visitor

ADDRESS = "kladde"
MOST_KEPT = 200  # the oldest go first
_TOKEN_BYTES = 9
_TURN_DIGITS = 4


@dataclass
class Draft:
    """What is typed into one entry: the version and texts it began with, and the texts now; `turn` counts beginnings.

    `identity` is None for a new entry. `conflict`: what was told of somebody who saved meanwhile, and both sides of it.
    """

    kind: str
    identity: str | None
    base: dict[str, str]
    texts: dict[str, str]
    version: int = SHIPPED
    turn: int = 0
    conflict: tuple[str, Table | None] | None = None
    owner: str = field(default_factory=lambda: visitor().id)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(_TOKEN_BYTES))

    @property
    def touched(self) -> bool:
        return self.texts != self.base

    @property
    def name(self) -> str:
        """Return what the fields are named by, the same in every session."""
        return f"{self.kind}-{self.identity}-{self.version}-{self.turn}"

    @property
    def address(self) -> str:
        return f"{self.token}.{self.turn}"

    def begun(self, other: "Draft") -> bool:
        """Return whether the other is the same person's draft of the same entry: a link shows nobody another's."""
        return (self.kind, self.identity, self.owner) == (other.kind, other.identity, other.owner)


def current_draft(fresh: Draft) -> tuple[Draft, bool]:
    """Return the draft that has been begun of this entry, else the fresh one; and whether it was brought back.

    The address comes before the session: that is what is left after a reload. It is said until more is typed, since a
    browser may ask for the page twice.
    """
    remembered = f"_kladde-{fresh.kind}-{fresh.identity}"
    known = st.session_state.get(remembered)
    asked, turn = _asked()
    fresh.turn = st.session_state.get(f"{remembered}-tur", turn)
    for token in (asked, known):
        draft = _drafts().get(token) if token else None
        if draft and draft.begun(fresh) and (draft.touched or draft.version == fresh.version):
            st.session_state[remembered] = draft.token
            if known is None and draft.touched:
                st.session_state[f"{remembered}-hentet"] = dict(draft.texts)
            return draft, st.session_state.get(f"{remembered}-hentet") == draft.texts
    _drafts()[fresh.token] = fresh
    while len(_drafts()) > MOST_KEPT:
        _drafts().popitem(last=False)
    st.session_state[remembered] = fresh.token
    return fresh, False


def address_is_of_no_draft() -> bool:
    """Return whether the address names a draft that is no more, as after a restart; from then on it names none."""
    token, _ = _asked()
    if token is None or token in _drafts():
        return False
    del st.query_params[ADDRESS]
    return True


def name_in_address(draft: Draft) -> None:
    """Let the address name the draft once something in it can be lost, or its fields are not named as at first.

    The second is for a process that takes over: it must name the fields as the page that is open does.
    """
    if (draft.touched or draft.turn) and st.query_params.get(ADDRESS) != draft.address:
        st.query_params[ADDRESS] = draft.address


def drop(draft: Draft) -> None:
    """Forget the draft: it is saved, or given up."""
    remembered = f"_kladde-{draft.kind}-{draft.identity}"
    _drafts().pop(draft.token, None)
    st.session_state.pop(remembered, None)
    st.session_state.pop(f"{remembered}-hentet", None)
    st.session_state[f"{remembered}-tur"] = draft.turn + 1
    if ADDRESS in st.query_params:
        del st.query_params[ADDRESS]


def _asked() -> tuple[str | None, int]:
    """Return the token that the address names (None where it names none), and how many times its draft began anew."""
    if ADDRESS not in st.query_params:
        return None, 0
    token, _, turn = st.query_params[ADDRESS].partition(".")
    return token, int(turn) if turn.isdecimal() and len(turn) < _TURN_DIGITS else 0


@st.cache_resource
def _drafts() -> "OrderedDict[str, Draft]":
    return OrderedDict()
