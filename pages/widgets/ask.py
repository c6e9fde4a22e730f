"""A question to the analyst, noted on the spot with the view's link."""

from urllib.parse import urlencode

import streamlit as st

from analysis.choice import Choice, address_of
from analysis.meeting_questions import note_question
from data.errors import UserError
from pages.widgets.errors import message
from pages.widgets.text import paragraphs

LABEL = "Spørgsmål til analytikeren"
HINT = "Gemmes sammen med linket til denne side. Skriv ingen navne eller andre personoplysninger."
NOTED = "Gemt. Spørgsmålet står nu på analytikerens liste."


def ask_panel(page: str, choice: Choice, **more: str) -> None:
    """Show where a question is written; the page's script opens and closes it."""
    with st.container(key="kb-ask"), st.form("spoergsmaal-form", clear_on_submit=True, border=False):
        text = st.text_area(LABEL, key="spoergsmaal", height=130)
        paragraphs([HINT])
        if st.form_submit_button("Gem spørgsmålet", type="primary"):
            _note(text, f"{page}?{urlencode(address_of(choice) | more)}")


def _note(text: str, link: str) -> None:
    try:
        note_question(text, link)
    except UserError as error:
        message(str(error))
    else:
        message(NOTED)
