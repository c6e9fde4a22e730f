"""The least that a Streamlit page can be: a choice, and a line that shows it. What ours is compared with."""

import streamlit as st

st.caption(str(st.selectbox("Kommune", list("ABCDEFGHIJKLM"))))
