"""Distributions as native bar charts, one beside the other."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.slide import Slide
from pptx.util import Inches, Pt

from analysis.answers import Breakdown
from analysis.danish import number
from analysis.packs.content import BarsContent
from analysis.packs.slide_look import WHOLE, describe, plain
from analysis.packs.slide_template import CHART_POINTS, colour
from analysis.palette import BLUE, GRID, INK
from analysis.tables import harmless

Place = tuple[int, int, int, int]  # left, top, width, height
COUNT = "Antal"
TITLE_POINTS = 16


def bars_chart(slide: Slide, found: Breakdown, place: Place) -> None:
    """Draw one distribution as bars with their counts, in the order of its groups."""
    groups = found.groups or ()
    data = CategoryChartData(number_format=WHOLE)
    data.categories = [harmless(name) for name, _ in groups]
    data.add_series(COUNT, [count for _, count in groups])
    graphic = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    describe(graphic, f"{found.title}: " + ", ".join(f"{name}: {number(count)}" for name, count in groups))
    chart = graphic.chart
    plain(chart)
    _title(chart, f"{found.title}, {found.period.name}")
    _axes(chart)
    _bars(chart.plots[0])


def _title(chart: Any, text: str) -> None:
    chart.has_title = True
    chart.chart_title.text_frame.text = text
    font = chart.chart_title.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(TITLE_POINTS), True, colour(INK)


def _axes(chart: Any) -> None:
    names, counts = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.format.line.color.rgb = colour(GRID)
    names.major_tick_mark = XL_TICK_MARK.NONE
    counts.visible = counts.has_major_gridlines = False
    counts.minimum_scale = 0


def _bars(plot: Any) -> None:
    plot.gap_width = 45
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = colour(BLUE)
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.font.size, labels.font.color.rgb = Pt(CHART_POINTS), colour(INK)
    labels.number_format, labels.number_format_is_linked = WHOLE, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END


def bars_charts(slide: Slide, content: BarsContent, place: Place) -> None:
    """Draw the distributions beside each other."""
    left, top, width, height = place
    share = width // len(content.breakdowns)
    for at, found in enumerate(content.breakdowns):
        bars_chart(slide, found, (left + at * share, top, share - Inches(0.2), height))
