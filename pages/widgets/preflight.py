"""Forhåndstjek: what the numbers say to each question, and where a person ticks or comments it."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from analysis.packs.checks import Answer, Check, Status, unanswered
from data.register.draft import Draft
from pages.widgets.draft import COMMENT, TICKED, check_key

ICONS = {Status.FINE: "●", Status.LOOK: "△", Status.STOP: "⊘"}
TONES = {Status.FINE: "plain", Status.LOOK: "more", Status.STOP: "more"}


def show_checks(checks: Sequence[Check], code: str, kept: Draft) -> None:
    """Show every check with its finding and its answer so far."""
    for check in checks:
        ticked, comment = kept.checks.get(check.code, (False, ""))
        missing = unanswered([check], {check.code: Answer(ticked, comment)})
        with st.container(key=f"kb-card-tjek-{check.code}", border=True):
            _finding(check, answered=not missing)
            if check.status is not Status.STOP:
                _answer(check, code, ticked, comment)


def _finding(check: Check, *, answered: bool) -> None:
    st.html(
        Markup(
            '<h2 class="kb-question">{} <span class="kb-answered">{}</span></h2>'
            '<p class="kb-tone-{}"><span class="kb-verdict"><span aria-hidden="true">{}</span> {}</span></p><p>{}</p>'
        ).format(
            check.question,
            "besvaret" if answered else "mangler svar",
            TONES[check.status],
            ICONS[check.status],
            str(check.status).capitalize(),
            check.finding,
        )
    )


def _answer(check: Check, code: str, ticked: bool, comment: str) -> None:
    """Show a tick where the numbers say that all is well, and always a place to say why it is all right."""
    if check.status is Status.FINE:
        key = check_key(code, check.code, TICKED)
        st.session_state.setdefault(key, ticked)
        st.checkbox("Set og i orden", key=key)
    key = check_key(code, check.code, COMMENT)
    st.session_state.setdefault(key, comment)
    needed = "" if check.status is Status.FINE else " (skal udfyldes)"
    st.text_input(f"Kommentar{needed}", key=key, max_chars=500)
