"""Who is typing: asked once and remembered for the session, since every version stands by somebody."""

import streamlit as st

KEY, KEPT = "hvem", "_hvem"


def editor_name() -> str:
    """Show who is typing and return it; empty until somebody has said so."""
    if KEPT in st.session_state and KEY not in st.session_state:
        st.session_state[KEY] = st.session_state[KEPT]
    name = st.text_input("Hvem retter? (initialer)", key=KEY, max_chars=40, width=260)
    st.session_state[KEPT] = name
    return str(name).strip()
