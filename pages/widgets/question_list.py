"""The open questions, each with the view it was asked at, and where it is answered."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from analysis.meeting_tables import noted
from data.errors import UserError
from data.register.question import QuestionEntry, answer_question
from pages.widgets.editor import editor_name
from pages.widgets.errors import message


def question_list(entries: Sequence[QuestionEntry], *, answering: bool) -> None:
    """Show each question, for those who answer with a place for the answer, and keep what is answered."""
    editor = editor_name() if answering else ""
    for entry in entries:
        with st.container(key=f"kb-card-{entry.id}", border=True):
            _question(entry)
            if answering:
                _place_for_answer(entry, editor)


def _question(entry: QuestionEntry) -> None:
    st.html(
        Markup(
            '<h2 class="kb-question">{}</h2><p class="kb-quiet">Noteret {}. '
            '<a href="{}" target="_self">Åbn visningen, som den så ud</a></p>'
        ).format(entry.content.text, noted(entry), entry.content.link)
    )


def _place_for_answer(entry: QuestionEntry, editor: str) -> None:
    with st.form(f"svar-{entry.id}-{entry.version}", border=False):
        answer = st.text_area("Svar", height=80, key=f"svar-tekst-{entry.id}-{entry.version}")
        if st.form_submit_button("Marker som besvaret"):
            _answer(entry, answer, editor)


def _answer(entry: QuestionEntry, answer: str, editor: str) -> None:
    try:
        answer_question(entry, answer.strip(), editor)
    except UserError as error:
        message(str(error))
    else:
        st.rerun()
