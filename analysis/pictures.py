"""A picture: a figure that always brings its table twin, its finding in words and how to read it."""

import re
import unicodedata
from dataclasses import dataclass

import plotly.graph_objects as go
from markupsafe import Markup

from analysis.tables import Table

# A picture is built once and shown many times; nobody changes one. Of each kind every place in three periods is kept:
# a hundred take some megabytes, and a process has 400 in all.
PICTURES_KEPT = 48

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True)
class Picture:
    """A Plotly figure or finished HTML, and its twins.

    `alt` states the finding for those who cannot see the figure; `reading` tells how the figure is read; `notes`
    stand under the figure, in the order of the numbers in it.
    """

    figure: go.Figure | Markup
    table: Table
    alt: str
    reading: str
    notes: tuple[str, ...] = ()


def file_stem(table: Table) -> str:
    """Return a file name's stem made from the table's title: `indbrud-i-helsingoer`."""
    text = unicodedata.normalize("NFC", table.title.lower()).translate(_LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")
