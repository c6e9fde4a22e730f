"""Lines and points of a native chart: how they look, and the one that a message is about."""

from typing import Any

from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.util import Pt

from analysis.answers import Point
from analysis.danish import number
from analysis.packs.slide_template import colour as rgb
from analysis.palette import BLUE, ORANGE
from analysis.series_figure import is_outside

LABEL_POINTS = 20


def draw_line(line: Any, width: Any, marker_size: Any) -> None:
    """Draw a blue line, with round markers of this size or none."""
    line.smooth = False
    line.format.line.color.rgb, line.format.line.width = rgb(BLUE), width
    line.marker.style = XL_MARKER_STYLE.CIRCLE if marker_size else XL_MARKER_STYLE.NONE
    if marker_size:
        line.marker.size = marker_size
        line.marker.format.fill.solid()
        line.marker.format.fill.fore_color.rgb = rgb(BLUE)
        line.marker.format.line.color.rgb = rgb(BLUE)


def mark(drawn: Any, point: Point) -> None:
    """Make the chosen point large and write its number above it."""
    colour = ORANGE if is_outside(point) else BLUE
    if not point.provisional:
        dot(drawn, colour, 12)
    frame = drawn.data_label.text_frame
    frame.text = f"{number(point.count)}{' (foreløbigt)' if point.provisional else ''}"
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(LABEL_POINTS), True, rgb(colour)
    drawn.data_label.position = XL_LABEL_POSITION.ABOVE


def dot(drawn: Any, colour: str, size: int) -> None:
    """Fill a point's marker."""
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, size
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = rgb(colour)
    drawn.marker.format.line.color.rgb = rgb(colour)


def hollow(drawn: Any) -> None:
    """Draw a provisional point as a ring without a line to it: it still grows."""
    dot(drawn, "#ffffff", 11)
    drawn.marker.format.line.color.rgb = rgb(BLUE)
    drawn.format.line.fill.background()
