"""Breaks and excluded times of a series: where they stand in a figure, and the notes they refer to."""

import datetime as dt

from analysis.answers import Break, Point, Series
from analysis.palette import GRID, INK, MUTED, PALE_GREY
from data.periods import Period, danish_long_date

_DAYS_IN_YEAR = 365.25


def visible_breaks(series: Series) -> tuple[Break, ...]:
    """Return the breaks inside the span of the series, oldest first."""
    first, last = series.points[0].period.first_day, series.points[-1].period.last_day
    inside = [mark for mark in series.breaks if (mark.end or mark.start) > first and mark.start <= last]
    return tuple(sorted(inside, key=lambda mark: mark.start))


def notes(series: Series) -> tuple[str, ...]:
    """Return a note for each visible break: when and what."""
    return tuple(note(mark) for mark in visible_breaks(series))


def remark(series: Series, point: Point) -> str:
    """Return what must be known of one point: `foreløbigt, se note 1`; empty when nothing."""
    numbers = [str(place) for place, mark in enumerate(visible_breaks(series), start=1) if _touches(mark, point.period)]
    words = ["ikke leveret"] if point.count is None else ["foreløbigt"] if point.provisional else []
    return ", ".join(words + ([f"se note {' og '.join(numbers)}"] if numbers else []))


def shapes(series: Series) -> list[dict[str, object]]:
    """Return the layout shapes: a grey field for a time, a dashed line for a break, a dotted one for a mark."""
    return [_shape(mark) for mark in visible_breaks(series)]


def labels(series: Series) -> list[dict[str, object]]:
    """Return the numbers above the figure that refer to the notes."""
    return [_label(mark, place) for place, mark in enumerate(visible_breaks(series), start=1)]


def decimal_year(day: dt.date) -> float:
    """Return a day as a decimal year, the figures' horizontal scale."""
    return day.year + (day.timetuple().tm_yday - 1) / _DAYS_IN_YEAR


def _touches(mark: Break, period: Period) -> bool:
    return mark.start <= period.last_day and (mark.end or mark.start) >= period.first_day


def note(mark: Break) -> str:
    """Return when a break was, and what it was."""
    start = danish_long_date(mark.start)
    return f"{start} til {danish_long_date(mark.end)}: {mark.text}" if mark.end else f"Fra {start}: {mark.text}"


def _shape(mark: Break) -> dict[str, object]:
    start = decimal_year(mark.start)
    shape: dict[str, object] = {"yref": "paper", "y0": 0, "y1": 1, "layer": "below", "x0": start}
    if mark.end:
        return shape | {"type": "rect", "x1": decimal_year(mark.end), "fillcolor": PALE_GREY, "line": {"width": 0}}
    dash = "dash" if mark.effect == "break" else "dot"
    return shape | {"type": "line", "x1": start, "line": {"color": MUTED, "width": 1.5, "dash": dash}}


def _label(mark: Break, place: int) -> dict[str, object]:
    return {
        "x": (decimal_year(mark.start) + decimal_year(mark.end or mark.start)) / 2,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": f"<b>{place}</b>",
        "showarrow": False,
        "font": {"color": INK, "size": 12},
        "bgcolor": GRID,
        "borderpad": 2,
    }
