"""What every native chart has in common: Danish numbers, letters that can be read, a text for who cannot see it."""

from typing import Any

from pptx.util import Pt

from analysis.packs.slide_template import CHART_POINTS, FONT, colour
from analysis.palette import MUTED

# 406 is Danish: a program in another language still writes 1.234.
WHOLE = "[$-406]#,##0"


def plain(chart: Any) -> None:
    chart.has_legend = False
    chart.has_title = False
    chart.font.size, chart.font.name, chart.font.color.rgb = Pt(CHART_POINTS), FONT, colour(MUTED)


def describe(graphic: Any, alt: str) -> None:
    graphic._element.nvGraphicFramePr.cNvPr.set("descr", alt)
