"""Colours and the one figure template: blue and orange, readable on white, never red against green."""

import plotly.graph_objects as go

INK = "#1a1a1a"
MUTED = "#55606a"
BLUE = "#0b4f8a"
ORANGE = "#b5490b"
PALE_BLUE = "#dae5f1"
FULL_ORANGE = "#e08a45"  # as an area under text; ORANGE is for text and lines
PALE_ORANGE = "#f4d2b3"
PALE_GREY = "#f0f0ec"
EMPTY = "#dde4ea"
PALE_SAND = "#f1ecdf"
SAND = "#dfd6c0"
GRID = "#e6e8ea"
LINE = "#ffffff"

# From pale to dark; five steps can still be told apart on a projector, and names in INK stay readable on the last.
BLUES = ("#e3edf6", "#c3d9ec", "#a0c3e0", "#7bacd3", "#5794c5")

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
