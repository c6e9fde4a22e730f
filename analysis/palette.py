"""Colours and the one figure template: blue and orange, readable on white, never red against green.

A figure is drawn in the light colours; where the reader's system is dark, the page shows each as its twin in `DARK`.
"""

from collections.abc import Mapping
from types import MappingProxyType

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

# On a dark page each colour of a figure has a twin of the same meaning; the steps of blue go from dark to bright.
DARK: Mapping[str, str] = MappingProxyType(
    {
        INK: "#eceff2",
        MUTED: "#aeb8c2",
        BLUE: "#86bbea",
        ORANGE: "#f5a26a",
        PALE_BLUE: "#24394d",
        FULL_ORANGE: "#9c5118",
        PALE_ORANGE: "#5f3d22",
        PALE_GREY: "#262e36",
        EMPTY: "#3a4651",
        PALE_SAND: "#3a362c",
        SAND: "#574e3a",
        GRID: "#303a43",
        LINE: "#1b2229",
        **dict(zip(BLUES, ("#203243", "#27445e", "#2c567a", "#2f6694", "#336d9c"), strict=True)),
    }
)

FONT = "Source Sans, Source Sans Pro, sans-serif"
FONT_SIZE = 14

# An axis is named no louder than its numbers.
AXIS_TITLE = {"font": {"size": FONT_SIZE}}

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
        "xaxis": {
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "outside",
            "tickcolor": GRID,
            "title": AXIS_TITLE,
        },
        "yaxis": {"fixedrange": True, "gridcolor": GRID, "zeroline": False, "rangemode": "tozero", "title": AXIS_TITLE},
    }
)
