"""Signaler (analysts): every series by month, what stands out, and what would have been a signal."""

import streamlit as st

from analysis.choice import Choice
from analysis.signal_tables import NOTHING, every_signal, signal_lead, signal_title, standing_out
from analysis.signals import WINDOWS, signals
from pages.widgets.choices import page_choice
from pages.widgets.picture import show_table
from pages.widgets.stale import stale_banner
from pages.widgets.text import heading, paragraphs

WINDOW_NAMES = {str(width): "Seneste måned" if width == 1 else f"Seneste {width} måneder" for width in WINDOWS}


def signals_view(choice: Choice) -> None:
    top = st.container(horizontal=True, vertical_alignment="center", key="kb-top")
    with top:
        found = signals(choice.release, int(page_choice("Vindue", "vindue", WINDOW_NAMES)))
        heading(signal_title(found), signal_lead(found))
    stale_banner(choice.release)
    notable = standing_out(choice.release, found)
    if notable.rows:
        show_table(notable, "signaler", choice)
    else:
        paragraphs([NOTHING])
    with st.expander("Alle tal, der er gennemgået", key="kb-fold-alle-tal"):
        show_table(every_signal(choice.release, found), "alle-tal", choice)
