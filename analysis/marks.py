"""Breaks, excluded times and initiatives of a series: where they stand in a figure, and the notes they refer to."""

import datetime as dt
from itertools import groupby

from analysis.answers import Break, Marker, Point, Series
from analysis.palette import GRID, INK, MUTED, PALE_GREY, SAND
from data.periods import Period, danish_long_date

_DAYS_IN_YEAR = 365.25


def visible_breaks(series: Series) -> tuple[Break, ...]:
    """Return the breaks inside the span of the series, oldest first."""
    first, last = series.points[0].period.first_day, series.points[-1].period.last_day
    inside = [mark for mark in series.breaks if (mark.end or mark.start) > first and mark.start <= last]
    return tuple(sorted(inside, key=lambda mark: mark.start))


def visible_markers(series: Series) -> tuple[Marker, ...]:
    """Return the initiatives' markers inside the span of the series, oldest first."""
    first, last = series.points[0].period.first_day, series.points[-1].period.last_day
    inside = [mark for mark in series.markers if mark.last >= first and mark.first <= last]
    return tuple(sorted(inside, key=lambda mark: (mark.first, mark.text)))


def notes(series: Series) -> tuple[str, ...]:
    """Return a note for each visible break and then each visible marker: when and what."""
    marked = (f"{mark.when}: {mark.text}" for mark in visible_markers(series))
    return (*(note(mark) for mark in visible_breaks(series)), *(text[0].upper() + text[1:] for text in marked))


def remark(series: Series, point: Point) -> str:
    """Return what must be known of one point: `foreløbigt, se note 1`; empty when nothing."""
    breaks = [_touches(mark.start, mark.end or mark.start, point.period) for mark in visible_breaks(series)]
    markers = [_touches(mark.first, mark.last, point.period) for mark in visible_markers(series)]
    numbers = [str(place) for place, touches in enumerate((*breaks, *markers), start=1) if touches]
    words = ["ikke leveret"] if point.count is None else ["foreløbigt"] if point.provisional else []
    return ", ".join(words + ([f"se note {' og '.join(numbers)}"] if numbers else []))


def shapes(series: Series) -> list[dict[str, object]]:
    """Return the layout shapes: a grey field for a time, a dashed line for a break, a dotted one for a mark.

    A marker is a thin unbroken line in the middle of what is known of its time.
    """
    return [*map(_shape, visible_breaks(series)), *map(_marker_shape, visible_markers(series))]


def labels(series: Series) -> list[dict[str, object]]:
    """Return the numbers that refer to the notes: breaks above the figure, markers at its foot."""
    breaks = visible_breaks(series)
    numbered = enumerate(visible_markers(series), start=len(breaks) + 1)
    together = [(x, list(group)) for x, group in groupby(numbered, key=lambda pair: _marker_place(pair[1]))]
    return [
        *(_label(_middle(mark), str(place)) for place, mark in enumerate(breaks, start=1)),
        *(_label(x, ", ".join(str(place) for place, _ in group)) | _AT_THE_FOOT for x, group in together),
    ]


def decimal_year(day: dt.date) -> float:
    """Return a day as a decimal year, the figures' horizontal scale."""
    return day.year + (day.timetuple().tm_yday - 1) / _DAYS_IN_YEAR


def _touches(first: dt.date, last: dt.date, period: Period) -> bool:
    return first <= period.last_day and last >= period.first_day


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


def _marker_shape(mark: Marker) -> dict[str, object]:
    x = _marker_place(mark)
    line = {"color": INK, "width": 1}
    return {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "layer": "below", "x0": x, "x1": x, "line": line}


def _marker_place(mark: Marker) -> float:
    return (decimal_year(mark.first) + decimal_year(mark.last)) / 2


def _middle(mark: Break) -> float:
    return (decimal_year(mark.start) + decimal_year(mark.end or mark.start)) / 2


def _label(x: float, text: str) -> dict[str, object]:
    return {
        "x": x,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": f"<b>{text}</b>",
        "showarrow": False,
        "font": {"color": INK, "size": 12},
        "bgcolor": GRID,
        "borderpad": 2,
    }


_AT_THE_FOOT = {"y": 0, "bgcolor": SAND}
