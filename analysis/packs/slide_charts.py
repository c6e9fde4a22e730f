"""Native charts: what PowerPoint draws and an analyst edits, with the shown numbers and no others in their workbook."""

from collections.abc import Sequence

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from analysis.answers import Point, Series
from analysis.packs.content import SeriesContent
from analysis.packs.series_window import has_range
from analysis.packs.slide_band import ranges_to_band
from analysis.packs.slide_look import WHOLE, describe, plain
from analysis.packs.slide_points import dot, draw_line, hollow, mark
from analysis.packs.slide_template import colour as rgb
from analysis.palette import BLUE, GRID, ORANGE
from analysis.series_figure import is_outside
from analysis.shown_period import shown_period
from analysis.tables import harmless
from data.periods import Quarter

Place = tuple[int, int, int, int]  # left, top, width, height
HEADROOM = 1.18  # room above the highest point for its label
QUARTERS_PER_LABEL = 4
# The band stands on the lower limit: areas that cover each other are drawn in another order by each program.
COUNT, LOW, BAND = "Antal", "Ventet fra", "Ventet område, fra nederst til øverst"


def series_chart(slide: Slide, content: SeriesContent, place: Place, alt: str) -> None:
    """Draw counts as a line on their expected range as a band; the chosen point is large, with its number."""
    series = content.series
    chart = _line_chart(slide, series, place, alt)
    if has_range(series):
        ranges_to_band(chart)
    line = chart.plots[-1].series[0] if has_range(series) else chart.plots[0].series[0]
    draw_line(line, Pt(2.25), 6)
    chosen = shown_period(series, content.chosen)
    for at, point in enumerate(series.points):
        if point.provisional:
            hollow(line.points[at])
        if point.period == chosen and point.count is not None:
            mark(line.points[at], point)


def small_chart(slide: Slide, series: Series, place: Place, alt: str) -> None:
    """Draw a bare curve on its own scale, its last point marked; name and number stand beside it."""
    data = CategoryChartData(number_format=WHOLE)
    data.categories = [harmless(point.period.short_name) for point in series.points]
    data.add_series(harmless(series.place), [point.count for point in series.points])
    chart = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *place, data)
    describe(chart, alt)
    frame = chart.chart
    plain(frame)
    frame.value_axis.visible = False
    frame.category_axis.visible = False
    frame.value_axis.has_major_gridlines = False
    highest = max(point.count or 0 for point in series.points)
    frame.value_axis.minimum_scale, frame.value_axis.maximum_scale = 0, max(1, highest) * HEADROOM
    line = frame.plots[0].series[0]
    draw_line(line, Pt(1.75), None)
    newest = series.points[-1]
    dot(line.points[len(series.points) - 1], ORANGE if is_outside(newest) else BLUE, 8)


def _line_chart(slide: Slide, series: Series, place: Place, alt: str) -> Chart:
    data = CategoryChartData(number_format=WHOLE)
    data.categories = [harmless(point.period.short_name) for point in series.points]
    data.add_series(COUNT, [point.count for point in series.points])
    if has_range(series):
        data.add_series(LOW, [point.low for point in series.points])
        data.add_series(BAND, [(point.high or 0) - (point.low or 0) for point in series.points])
    graphic = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *place, data)
    describe(graphic, alt)
    plain(graphic.chart)
    _axes(graphic.chart, series.points)
    return graphic.chart


def _axes(chart: Chart, points: Sequence[Point]) -> None:
    counts, periods = chart.value_axis, chart.category_axis
    counts.minimum_scale, counts.maximum_scale = 0, _top(points)
    counts.major_gridlines.format.line.color.rgb = rgb(GRID)
    counts.format.line.fill.background()
    counts.major_tick_mark = XL_TICK_MARK.NONE
    counts.tick_labels.number_format, counts.tick_labels.number_format_is_linked = WHOLE, False
    periods.format.line.color.rgb = rgb(GRID)
    periods.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    periods.major_tick_mark = XL_TICK_MARK.OUTSIDE
    if isinstance(points[0].period, Quarter):
        _label_each_year(chart)


def _label_each_year(chart: Chart) -> None:
    """Write every fourth quarter: all of them do not fit in letters that can be read."""
    axis = chart.category_axis._element
    before = axis.find(qn("c:noMultiLvlLbl"))
    for tag in ("c:tickLblSkip", "c:tickMarkSkip"):
        skip = etree.SubElement(axis, qn(tag))
        skip.set("val", str(QUARTERS_PER_LABEL))
        before.addprevious(skip)


def _top(points: Sequence[Point]) -> float:
    return round(max(4, *(max(point.count or 0, point.high or 0) for point in points)) * HEADROOM)
