"""A small page with nothing wrong; `?fault=unpainted` leaves a municipality out, `?fault=exception` fails."""

import plotly.graph_objects as go
import streamlit as st

from data.borders import border_rings

LEFT_OUT = "217"
PALE = "#e3edf6"

DANISH_FRAME = """
<script>
  document.documentElement.lang = 'da';
  document.querySelector('[data-testid="stSkipToContent"]').textContent = 'Gå til indhold';
</script>
"""


def map_figure(left_out: str | None) -> go.Figure:
    """Return all municipalities in the palest colour, but one in the colour of the page."""
    figure = go.Figure()
    for code, rings in border_rings().items():
        for ring in rings:
            x, y = zip(*ring, strict=True)
            fill = "white" if code == left_out else PALE
            figure.add_scatter(x=x, y=y, fill="toself", fillcolor=fill, mode="lines", hoverinfo="skip")
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False, plot_bgcolor="white")
    return figure.update_layout(xaxis_visible=False, yaxis={"visible": False, "scaleanchor": "x"})


st.set_page_config(page_title="Prøve")
fault = st.query_params.get("fault")
st.html(DANISH_FRAME, unsafe_allow_javascript=True)
st.title("Prøve", anchor=False)
picture = map_figure(LEFT_OUT if fault == "unpainted" else None)
st.plotly_chart(picture, theme=None, config={"displayModeBar": False}, alt="Kort")
if fault == "exception":
    raise RuntimeError("brudt")
