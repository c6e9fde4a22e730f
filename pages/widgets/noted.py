"""What a visitor sees is noted in the log, once for each change of view; all that is noted after is noted as hers."""

import logging
from dataclasses import replace
from functools import lru_cache

import streamlit as st

from analysis.choice import Choice
from data.audit.entry import Actor, Event, What
from data.audit.note import act_as, note
from data.audit.store import NotLoggedError
from pages.access.admission import mark_of
from pages.access.sign_in import signing_in
from pages.access.visitor import visitor
from pages.widgets.errors import message

SEEN = "_noted_view"
# The start page answers at no path of its own.
START = "overblik"
NOT_NOTED = (
    "Det kan lige nu ikke skrives i loggen, hvem der ser siden. Siden vises alligevel, men filer kan ikke hentes, og "
    "intet kan gemmes. Sig det til den, der driver Kredsblik."
)
_MOST_SIGN_INS = 10_000
_LOG = logging.getLogger(__name__)


def note_page(event: Event, path: str, choice: Choice | None) -> None:
    """Note what the visitor is shown at this address with these choices, when it is not what she was shown last.

    A log that cannot be written stops no meeting: the page is shown with a message, and the server's log tells.
    """
    who = visitor()
    actor = Actor(who.id, who.role)
    act_as(actor)
    if choice is None:
        return
    seen = What(path or START, choice.municipality, choice.period.code, choice.release.id)
    if st.session_state.get(SEEN) == (actor, event, seen):
        return
    try:
        if signing_in():
            _note_sign_in(mark_of(st.user.to_dict()), actor)
        note(event, seen)
    except NotLoggedError:
        _LOG.exception("What is seen cannot be noted")
        message(NOT_NOTED)
    else:
        st.session_state[SEEN] = (actor, event, seen)


def what_is_seen(**more: str) -> What:
    """Return the view that was noted last, with what is named in place of its own."""
    seen: What = st.session_state.get(SEEN, (None, None, What()))[-1]
    return replace(seen, **more)


@lru_cache(maxsize=_MOST_SIGN_INS)
def _note_sign_in(_mark: str, actor: Actor) -> None:
    """Note a sign-in when it is first used with this process; when that fails, the next page tries again."""
    note(Event.SIGNED_IN, actor=actor)
