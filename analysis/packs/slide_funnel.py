"""The funnel as a native scatter chart: a named dot for each municipality, and the limits of chance as lines."""

from typing import Any

from pptx.chart.data import XyChartData
from pptx.chart.datalabel import DataLabels
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from analysis.funnel import funnel_limits
from analysis.funnel_labels import axis_unit, funnel_range, label_sides, limit_places
from analysis.funnel_picture import Funnel
from analysis.packs.slide_look import WHOLE, describe, plain
from analysis.packs.slide_template import CHART_POINTS, colour
from analysis.palette import BLUE, GRID, INK, MUTED
from analysis.tables import harmless

Place = tuple[int, int, int, int]
LINE_POINTS = 24
FROM_THE_EDGE = 2  # points: a name at the very end would be cut
LIMITS, ENDS = (("95 af 100", MSO_LINE.DASH), ("998 af 1.000", MSO_LINE.SOLID)), ("nedre", "øvre")
_SIDES = {
    "top center": XL_LABEL_POSITION.ABOVE,
    "bottom center": XL_LABEL_POSITION.BELOW,
    "middle right": XL_LABEL_POSITION.RIGHT,
    "middle left": XL_LABEL_POSITION.LEFT,
}


def funnel_chart(slide: Slide, funnel: Funnel, place: Place, alt: str) -> None:
    """Draw the funnel: expected count by size across, the ratio to it upwards."""
    graphic = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *place, funnel_data(funnel))
    describe(graphic, alt)
    chart = graphic.chart
    plain(chart)
    _axes(chart, funnel)
    series = list(chart.plots[0].series)
    dashes = [dash for _, dash in LIMITS for _ in ENDS]
    for drawn, dash in zip(series, dashes, strict=False):
        _limit(drawn, dash)
    for (name, _), upper in zip(LIMITS, series[1::2], strict=False):
        _say(upper.points[LINE_POINTS - FROM_THE_EDGE], name)
    sides = label_sides(funnel.names, funnel.expected, funnel.ratio)
    for dot, side in zip(series[len(dashes) :], sides, strict=True):
        _name(dot, side)


def funnel_data(funnel: Funnel) -> XyChartData:
    """Return what the chart draws: both ends of both limits, and a series for each municipality."""
    grid = limit_places(funnel.expected, LINE_POINTS)
    limits = funnel_limits(grid, funnel.dispersion)
    data = XyChartData(number_format="[$-406]0.00")
    for (name, _), pair in zip(LIMITS, (limits.ratio95, limits.ratio998), strict=True):
        for end, limit in zip(ENDS, pair, strict=True):
            drawn = data.add_series(f"{name}, {end}")
            for expected, ratio in zip(grid, limit, strict=True):
                drawn.add_data_point(round(float(expected), 1), round(float(ratio), 2))
    for name, expected, ratio in zip(funnel.names, funnel.expected, funnel.ratio, strict=True):
        data.add_series(harmless(name)).add_data_point(round(float(expected), 1), round(float(ratio), 2))
    return data


def _axes(chart: Any, funnel: Funnel) -> None:
    across, up = chart.category_axis, chart.value_axis
    (across.minimum_scale, across.maximum_scale), (up.minimum_scale, up.maximum_scale) = funnel_range(
        funnel.expected, funnel.ratio
    )
    across.major_unit = axis_unit(across.maximum_scale - across.minimum_scale)
    across.has_major_gridlines = False
    up.major_gridlines.format.line.color.rgb = colour(GRID)
    for axis, words, pattern in (
        (across, "Ventet antal efter kommunens størrelse", WHOLE),
        (up, "Antal i forhold til ventet", "[$-406]0.0"),
    ):
        axis.format.line.color.rgb = colour(GRID)
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = pattern, False
        axis.has_title = True
        axis.axis_title.text_frame.text = words
        font = axis.axis_title.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold, font.color.rgb = Pt(CHART_POINTS), False, colour(MUTED)


def _name(dot: Any, side: str) -> None:
    """Draw a municipality's dot with its name: the series' own, so that it follows an edit."""
    dot.format.line.fill.background()
    dot.marker.style, dot.marker.size = XL_MARKER_STYLE.CIRCLE, 9
    dot.marker.format.fill.solid()
    dot.marker.format.fill.fore_color.rgb = colour(BLUE)
    labels = DataLabels(dot._element.get_or_add_dLbls())
    labels.show_series_name, labels.show_value = True, False
    labels.font.size, labels.font.color.rgb = Pt(CHART_POINTS), colour(INK)
    labels.position = _SIDES[side]
    # Else a program breaks a name with a hyphen over two lines.
    labels._element.find(f".//{qn('a:bodyPr')}").set("wrap", "none")


def _say(point: Any, text: str) -> None:
    """Write what lies inside the limit beside it: there is no legend."""
    frame = point.data_label.text_frame
    frame.text = text
    font = frame.paragraphs[0].runs[0].font
    font.size, font.color.rgb = Pt(CHART_POINTS), colour(MUTED)
    point.data_label.position = XL_LABEL_POSITION.ABOVE


def _limit(drawn: Any, dash: MSO_LINE) -> None:
    drawn.marker.style = XL_MARKER_STYLE.NONE
    drawn.smooth = False
    drawn.format.line.color.rgb = colour(MUTED)
    drawn.format.line.width, drawn.format.line.dash_style = Pt(1.25), dash
