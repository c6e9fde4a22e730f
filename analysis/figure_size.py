"""How large a figure is drawn: on a page, or on a slide that is read from the other end of a table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FigureSize:
    """Pixels: the figure's height, its ordinary text, its numbers on notes, the chosen number, its lines and dots."""

    height: int
    text: int
    note: int
    chosen: int
    line: float
    dot: int


PAGE = FigureSize(height=370, text=14, note=12, chosen=17, line=2, dot=6)
# On a slide of 1280 x 720 nothing in a figure is smaller than 18 pixels.
SLIDE = FigureSize(height=404, text=20, note=18, chosen=28, line=3, dot=8)
