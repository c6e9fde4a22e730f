"""Colours and the one figure template: blue and orange, readable on white, never red against green."""

import plotly.graph_objects as go

INK = "#1a1a1a"
MUTED = "#55606a"
BLUE = "#0b4f8a"
ORANGE = "#b5490b"
PALE_BLUE = "#dae5f1"
PALE_ORANGE = "#e6a56c"
PALE_GREY = "#f0f0ec"
EMPTY = "#eceff2"
GRID = "#e6e8ea"
LINE = "#ffffff"

# From pale to dark; five steps can still be told apart on a projector and in print.
BLUES = ("#e3edf6", "#b5cfe6", "#7fabd2", "#417fb5", "#0b4f8a")

FONT = "Source Sans, Source Sans Pro, sans-serif"
FONT_SIZE = 14

TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": FONT_SIZE, "color": MUTED},
        "separators": ",.",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 44, "r": 16, "t": 24, "b": 32},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"bgcolor": "#ffffff", "font": {"family": FONT, "size": FONT_SIZE, "color": INK}},
        "xaxis": {"fixedrange": True, "showgrid": False, "zeroline": False, "ticks": "outside", "tickcolor": GRID},
        "yaxis": {"fixedrange": True, "gridcolor": GRID, "zeroline": False, "rangemode": "tozero"},
    }
)
