"""Præsentation: one slide at a time, in large type and without anything else on the screen."""

import streamlit as st

from analysis.choice import Choice
from analysis.presentation import deck
from pages.widgets.ask import ask_panel
from pages.widgets.choices import page_choice, slide_radio
from pages.widgets.slide import SCREEN, show_slide

PATH = "praesentation"


def presentation_view(choice: Choice) -> None:
    slides = deck(choice)
    numbers = {str(place): str(place) for place in range(1, len(slides) + 1)}
    with st.container(key=SCREEN):
        with st.container(key=f"{SCREEN}-numbers"):
            at = page_choice("Side", "slide", numbers, slide_radio)
        show_slide(slides[int(at) - 1](), choice, int(at), len(slides))
        ask_panel(PATH, choice, slide=at)
