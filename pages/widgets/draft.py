"""What is typed for a pack: kept as it is typed, there again after a reload, and shared by those who prepare it."""

import streamlit as st

from data.errors import UserError
from data.register.draft import Draft, DraftEntry, draft, save_draft
from pages.widgets.errors import message

SEEN = "_draft_seen"
CHECK, TEXT = "tjek", "tekst"
TICKED, COMMENT = "ok", "kommentar"
BOTH_TYPED = (
    "En anden har skrevet samme sted imens, og det er den tekst, der står der nu. Det, du skrev, er ikke gemt dér: "
)


def kept_draft(code: str, editor: str) -> Draft:
    """Save what the widgets hold beyond what was seen, and return what is kept now; the widgets then show that."""
    every: dict[str, DraftEntry] = st.session_state.setdefault(SEEN, {})
    seen = every.setdefault(code, draft(code))
    typed = _typed(code, seen.content)
    newest, refused = draft(code), False
    if typed != seen.content:
        try:
            newest, lost = save_draft(seen, typed, editor)
            _tell(lost, typed)
        except UserError as error:
            message(str(error))
            refused = True
    if not refused:
        every[code] = newest
        _show(code, newest.content)
    return newest.content


def check_key(code: str, check: str, part: str) -> str:
    """Return the key of the widget where a check is ticked (TICKED) or commented (COMMENT)."""
    return f"{CHECK}|{code}|{check}|{part}"


def text_key(code: str, key: str) -> str:
    """Return the key of the widget where a text is edited."""
    return f"{TEXT}|{code}|{key}"


def _typed(code: str, seen: Draft) -> Draft:
    """Return what was seen with what the widgets on the page hold over it; empty is the same as nothing."""
    checks, texts = dict(seen.checks), dict(seen.texts)
    for key, value in st.session_state.items():
        kind, *place = str(key).split("|")
        if kind not in (CHECK, TEXT) or place[0] != code:
            continue
        if kind == TEXT:
            texts[place[1]] = str(value)
        else:
            ticked, comment = checks.get(place[1], (False, ""))
            checks[place[1]] = (bool(value), comment) if place[2] == TICKED else (ticked, str(value))
    return Draft({k: v for k, v in checks.items() if any(v)}, {k: v for k, v in texts.items() if v})


def _show(code: str, kept: Draft) -> None:
    """Put what is kept into the widgets that are on the page."""
    for key in [str(key) for key in st.session_state]:
        kind, *place = key.split("|")
        if kind == TEXT and place[0] == code:
            st.session_state[key] = kept.texts.get(place[1], "")
        elif kind == CHECK and place[0] == code:
            ticked, comment = kept.checks.get(place[1], (False, ""))
            st.session_state[key] = ticked if place[2] == TICKED else comment


def _tell(lost: tuple[str, ...], typed: Draft) -> None:
    for place in lost:
        mine = typed.texts.get(place) or typed.checks.get(place, (False, ""))[1]
        message(f"{BOTH_TYPED}»{mine}«" if mine else BOTH_TYPED.rstrip(": ") + ".")
