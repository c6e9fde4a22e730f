"""The line figure of a series: few traces, own template, expected range, forecast and provisional periods on it."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

import plotly.graph_objects as go

from analysis.answers import Forecast, Point, Series
from analysis.danish import number
from analysis.figure_size import PAGE, FigureSize
from analysis.marks import decimal_year, labels, shapes
from analysis.palette import BLUE, INK, MUTED, ORANGE, PALE_BLUE, TEMPLATE
from analysis.range_label import TEXT, middle_of, range_label
from data.periods import Period, Quarter

HEADROOM = 1.15  # room above the highest point for its label
LABEL_ROOM = 0.15  # of the axis, what the chosen number needs below its dot
LABEL_SLACK = 0.03  # of the axis, how near a line may come to the chosen number
MOST_YEAR_LABELS = 9  # more do not fit beside each other on a phone
LEAST_TOP = 4  # a series of zeros and ones keeps whole numbers on its axis


def series_figure(
    series: Series, chosen: Period, compared: Collection[Period] = (), size: FigureSize = PAGE
) -> go.Figure:
    """Return the series drawn; the chosen period is a labelled point, the periods it is set against are rings."""
    traces = [
        *_expected_band(series.points),
        *_provisional_bands(series.points),
        _line(series.points, size),
        *_provisional_dots(series.points),
        _rings([point for point in series.points if point.period in compared]),
        *_chosen_point(series, chosen, size),
        *(_forecast_bars(series.forecast) if series.forecast else ()),
    ]
    return go.Figure(traces, _layout(series, size))


def is_outside(point: Point) -> bool:
    """Return whether the count lies outside its expected range; without a range it does not."""
    if point.count is None or point.low is None or point.high is None:
        return False
    return not point.low <= point.count <= point.high


def _line(points: Sequence[Point], size: FigureSize) -> go.Scatter:
    final = [point for point in points if not point.provisional]
    look = {"line": {"color": BLUE, "width": size.line}, "marker": {"size": size.dot, "color": BLUE}}
    return _dots(final, mode="lines+markers", **look)


def _provisional_dots(points: Sequence[Point]) -> Iterable[go.Scatter]:
    # Not joined to the line: the count still grows, and a line down to it would draw a fall that has not happened.
    hollow = {"size": 8, "color": "#ffffff", "line": {"color": BLUE, "width": 1.5}}
    provisional = [point for point in points if point.provisional]
    if provisional:
        yield _dots(provisional, mode="markers", marker=hollow)


def _dots(points: Sequence[Point], **look: object) -> go.Scatter:
    return go.Scatter(
        x=_middles(points),
        y=[point.count for point in points],
        customdata=[f"{point.period.short_name}: {number(point.count)}" for point in points],
        hovertemplate="%{customdata}<extra></extra>",
        **look,
    )


def _chosen_point(series: Series, chosen: Period, size: FigureSize) -> Iterable[go.Scatter]:
    for at, point in enumerate(series.points):
        if point.period != chosen or point.count is None:
            continue
        colour = ORANGE if is_outside(point) else BLUE
        fill = "#ffffff" if point.provisional else colour
        yield go.Scatter(
            x=_middles([point]),
            y=[point.count],
            mode="markers+text",
            marker={"size": 2 * size.dot + 1, "color": fill, "line": {"color": colour, "width": size.line}},
            text=[f"<b>{number(point.count)}</b>"],
            textposition=_free_side(series, at),
            textfont={"size": size.chosen, "color": colour},
            cliponaxis=False,
            hoverinfo="skip",
        )


def _free_side(series: Series, at: int) -> str:
    """Return where the chosen number stands: above its dot; below, where a line from above ends in it.

    It keeps to the left of what is not counted to its end, hatching and the next quarter's bar, when the line is not
    there: a digit is about as wide as a quarter, and the dot stands clear of the last.
    """
    points, count = series.points, series.points[at].count or 0
    if points[at].provisional and series.forecast:
        return "middle left"
    before, following = points[max(0, at - max(1, len(number(count)) - 1)) : at], points[at + 1 : at + 2]
    beside = [point.count or 0 for point in (*before[-1:], *following)]
    room_below = count > LABEL_ROOM * _top(points)
    if following[0].provisional if following else series.forecast:
        near = LABEL_SLACK * _top(points)
        if all((point.count or 0) <= count + near for point in before):
            return "top left"
        if room_below and all((point.count or 0) >= count - near for point in before):
            return "bottom left"
    return "bottom center" if max(beside, default=0) > count and room_below else "top center"


def _rings(points: Sequence[Point]) -> go.Scatter:
    return go.Scatter(
        x=_middles(points),
        y=[point.count for point in points],
        mode="markers",
        marker={"size": 13, "color": "rgba(0,0,0,0)", "line": {"color": INK, "width": 1.5}},
        hoverinfo="skip",
    )


def _expected_band(points: Sequence[Point]) -> Iterable[go.Scatter]:
    # A piece for each unbroken run: across a time that is not judged, a band would show a range nobody worked out.
    for ranged, run in groupby(points, key=lambda point: point.low is not None):
        if ranged:
            known = list(run)
            x = _middles(known)
            y = [point.high for point in known] + [point.low for point in reversed(known)]
            yield _area(x + x[::-1], y, fillcolor=PALE_BLUE)


def _provisional_bands(points: Sequence[Point]) -> Iterable[go.Scatter]:
    top = _top(points)
    for point in points:
        if point.provisional:
            start, end = decimal_year(point.period.first_day), decimal_year(point.period.last_day)
            hatching = {"shape": "/", "fgcolor": MUTED, "size": 8, "solidity": 0.08}
            yield _area([start, start, end, end], [0, top, top, 0], fillpattern=hatching)


def _area(x: Sequence[float], y: Sequence[float | None], **look: object) -> go.Scatter:
    return go.Scatter(x=x, y=y, fill="toself", mode="lines", line={"width": 0}, hoverinfo="skip", **look)


def _forecast_bars(forecast: Forecast) -> Iterable[go.Scatter]:
    place = [(decimal_year(forecast.period.first_day) + decimal_year(forecast.period.last_day)) / 2] * 2
    for low, high, width in ((forecast.low95, forecast.high95, 3), (forecast.low80, forecast.high80, 9)):
        bar = {"color": BLUE, "width": width}
        yield go.Scatter(x=place, y=[low, high], mode="lines", line=bar, opacity=0.5, hoverinfo="skip")


def _layout(series: Series, size: FigureSize) -> dict[str, object]:
    # Plain: a layout object would be checked once when it is made and once more by the figure.
    first, last = series.points[0].period, series.points[-1].period
    until = series.forecast.period if series.forecast else last
    place = range_label(series.points, _top(series.points))
    words = {"text": TEXT, "showarrow": False, "font": {"color": BLUE}}
    return {
        "template": TEMPLATE,
        "height": size.height,
        "font": {"size": size.text},
        "xaxis": {
            "range": [decimal_year(first.first_day) - 0.05, decimal_year(until.last_day) + 0.2],
            "tickangle": 0,
            "ticklabeloverflow": "allow",  # looking for labels to hide takes a tenth of the painting
            **_year_labels(first, until),
        },
        "yaxis": {"range": [0, _top(series.points)], "nticks": 6, "tickformat": ",d", "ticklabeloverflow": "allow"},
        "shapes": shapes(series),
        "annotations": [*labels(series, size.note), *([{**words, "x": place[0], "y": place[1]}] if place else [])],
    }


def _year_labels(first: Period, until: Period) -> dict[str, object]:
    """Return the axis' labels: a quarter's year begins at its tick, a whole year stands in the middle of its own."""
    if isinstance(first, Quarter):
        return {"tickformat": "d"}
    years = range(first.year, until.year + 1, 1 if until.year - first.year < MOST_YEAR_LABELS else 2)
    return {"tickvals": [year + 0.5 for year in years], "ticktext": [str(year) for year in years]}


def _top(points: Sequence[Point]) -> float:
    return max(LEAST_TOP, *(max(point.count or 0, point.high or 0) for point in points)) * HEADROOM


def _middles(points: Sequence[Point]) -> list[float]:
    return [middle_of(point) for point in points]
