"""A series as points in a unit square, for whoever draws it without a chart library."""

from itertools import pairwise
from typing import Any

from analysis.answers import Point, Series
from analysis.danish import number
from analysis.packs.series_window import has_range
from analysis.palette import BLUE, ORANGE
from analysis.series_figure import is_outside
from analysis.shown_period import shown_period
from data.periods import Period

HEADROOM = 1.15
LEFT, RIGHT = 0.06, 0.97  # room for the axis' numbers and for half a label
SMALL, LARGE = 1.8, 4.0  # radius of a dot in points
STEPS = (1, 2, 5)
MOST_LINES = 4
MOST_LABELS = 6


def curve(series: Series, chosen: Period) -> dict[str, Any]:
    """Return the band, the curve as pieces, the dots, grid lines and labels; places are 0-1 from the lower left."""
    top = max(1, *(max(point.count or 0, point.high or 0) for point in series.points)) * HEADROOM
    places = [(_across(at, len(series.points)), point) for at, point in enumerate(series.points)]
    shown = shown_period(series, chosen)
    return {
        "band": _band(places, top) if has_range(series) else [],
        "curve": [
            (_place(*one, top), _place(*other, top)) for one, other in pairwise(places) if _joined(one[1], other[1])
        ],
        "dots": [_dot(x, point, top, point.period == shown) for x, point in places if point.count is not None],
        "lines": [{"at": value / top, "label": number(value)} for value in _grid_values(top)],
        "labels": _labels(places),
    }


def _place(x: float, point: Point, top: float) -> tuple[float, float]:
    return (x, (point.count or 0) / top)


def _joined(one: Point, other: Point) -> bool:
    """Return whether a line may lead from one to the other: not over a gap, nor to a number that still grows."""
    return not any(point.count is None or point.provisional for point in (one, other))


def _band(places: list[tuple[float, Point]], top: float) -> list[tuple[float, float]]:
    upper = [(x, (point.high or 0) / top) for x, point in places]
    lower = [(x, (point.low or 0) / top) for x, point in places]
    return upper + lower[::-1]


def _dot(x: float, point: Point, top: float, chosen: bool) -> dict[str, Any]:
    provisional = " (foreløbigt)" if point.provisional else ""
    return {
        "place": _place(x, point, top),
        "size": LARGE if chosen else SMALL,
        "colour": ORANGE if chosen and is_outside(point) else BLUE,
        "label": f"{number(point.count)}{provisional}" if chosen else "",
    }


def _grid_values(top: float) -> list[int]:
    """Return round numbers from 0 up, at most five of them."""
    size = 1
    while True:
        for step in STEPS:
            if top / (step * size) <= MOST_LINES:
                return list(range(0, int(top) + 1, step * size))
        size *= 10


def _labels(places: list[tuple[float, Point]]) -> list[dict[str, Any]]:
    """Return the periods below, at even distances back from the newest."""
    step = -(-len(places) // MOST_LABELS)
    return [{"x": x, "text": point.period.short_name} for x, point in places[::-1][::step]]


def _across(at: int, count: int) -> float:
    return LEFT + (RIGHT - LEFT) * (at / (count - 1) if count > 1 else 0.5)
