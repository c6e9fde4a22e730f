"""The line figure of a series: few traces, own template, expected range, forecast and provisional periods on it."""

from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from analysis.answers import Forecast, Point, Series
from analysis.danish import number
from analysis.marks import decimal_year, labels, shapes
from analysis.palette import BLUE, INK, MUTED, ORANGE, PALE_BLUE, TEMPLATE
from data.periods import Period, Quarter

HEIGHT = 330
HEADROOM = 1.15  # room above the highest point for its label
LEAST_TOP = 4  # a series of zeros and ones keeps whole numbers on its axis
MOST_YEAR_LABELS = 12


def series_figure(series: Series, chosen: Period, compared: Sequence[Period] = ()) -> go.Figure:
    """Return the series drawn; the chosen period is a labelled point, the periods it is set against are rings."""
    traces = [
        *_expected_band(series.points),
        *_provisional_bands(series.points),
        _line(series.points),
        _rings([point for point in series.points if point.period in compared]),
        *(_chosen_point(point) for point in series.points if point.period == chosen and point.count is not None),
        *(_forecast_bars(series.forecast) if series.forecast else ()),
    ]
    return go.Figure(traces, _layout(series))


def is_outside(point: Point) -> bool:
    """Return whether the count lies outside its expected range; without a range it does not."""
    if point.count is None or point.low is None or point.high is None:
        return False
    return not point.low <= point.count <= point.high


def _line(points: Sequence[Point]) -> go.Scatter:
    return go.Scatter(
        x=_middles(points),
        y=[point.count for point in points],
        mode="lines+markers",
        line={"color": BLUE, "width": 2},
        marker={
            "size": 6,
            "color": ["#ffffff" if point.provisional else BLUE for point in points],
            "line": {"color": BLUE, "width": 1.5},
        },
        customdata=[f"{point.period.short_name}: {number(point.count)}" for point in points],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _chosen_point(point: Point) -> go.Scatter:
    colour = ORANGE if is_outside(point) else BLUE
    return go.Scatter(
        x=_middles([point]),
        y=[point.count],
        mode="markers+text",
        marker={"size": 13, "color": "#ffffff" if point.provisional else colour, "line": {"color": colour, "width": 2}},
        text=[f"<b>{number(point.count)}</b>"],
        textposition="top center",
        textfont={"size": 17, "color": colour},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _rings(points: Sequence[Point]) -> go.Scatter:
    return go.Scatter(
        x=_middles(points),
        y=[point.count for point in points],
        mode="markers",
        marker={"size": 13, "color": "rgba(0,0,0,0)", "line": {"color": INK, "width": 1.5}},
        hoverinfo="skip",
    )


def _expected_band(points: Sequence[Point]) -> Iterable[go.Scatter]:
    known = [point for point in points if point.low is not None]
    if known:
        x = _middles(known)
        y = [point.high for point in known] + [point.low for point in reversed(known)]
        yield _area(x + x[::-1], y, fillcolor=PALE_BLUE)


def _provisional_bands(points: Sequence[Point]) -> Iterable[go.Scatter]:
    top = _top(points)
    for point in points:
        if point.provisional:
            start, end = decimal_year(point.period.first_day), decimal_year(point.period.last_day)
            hatching = {"shape": "/", "fgcolor": MUTED, "size": 7, "solidity": 0.15}
            yield _area([start, start, end, end], [0, top, top, 0], fillpattern=hatching)


def _area(x: Sequence[float], y: Sequence[float | None], **look: object) -> go.Scatter:
    return go.Scatter(x=x, y=y, fill="toself", mode="lines", line={"width": 0}, hoverinfo="skip", **look)


def _forecast_bars(forecast: Forecast) -> Iterable[go.Scatter]:
    place = [(decimal_year(forecast.period.first_day) + decimal_year(forecast.period.last_day)) / 2] * 2
    for low, high, width in ((forecast.low95, forecast.high95, 3), (forecast.low80, forecast.high80, 9)):
        bar = {"color": BLUE, "width": width}
        yield go.Scatter(x=place, y=[low, high], mode="lines", line=bar, opacity=0.5, hoverinfo="skip")


def _layout(series: Series) -> go.Layout:
    first, last = series.points[0].period, series.points[-1].period
    until = series.forecast.period if series.forecast else last
    step = 1 + (until.year - first.year) // MOST_YEAR_LABELS
    years = range(first.year, until.year + 1, step)
    # A year's own label stands in its middle when the points are years, at its start when they are quarters.
    shift = 0.0 if isinstance(first, Quarter) else 0.5
    return go.Layout(
        template=TEMPLATE,
        height=HEIGHT,
        xaxis={
            "range": [decimal_year(first.first_day) - 0.05, decimal_year(until.last_day) + 0.2],
            "tickvals": [year + shift for year in years],
            "ticktext": [str(year) for year in years],
            "tickangle": 0,
        },
        yaxis={"range": [0, _top(series.points)], "nticks": 6, "tickformat": ",d"},
        shapes=shapes(series),
        annotations=labels(series),
    )


def _top(points: Sequence[Point]) -> float:
    return max(LEAST_TOP, *(max(point.count or 0, point.high or 0) for point in points)) * HEADROOM


def _middles(points: Sequence[Point]) -> list[float]:
    return [(decimal_year(point.period.first_day) + decimal_year(point.period.last_day)) / 2 for point in points]
