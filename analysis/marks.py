"""Breaks, unusual times and initiatives on a series: where they stand in a figure, and the notes they refer to."""

import datetime as dt

from analysis.answers import Break, Marker, Point, Series
from analysis.figure_size import PAGE
from analysis.palette import BLUE, GRID, INK, MUTED, PALE_GREY
from data.periods import Period, danish_long_date

_DAYS_IN_YEAR = 365.25
_DASHES = {"break": "dash", "mark": "dot"}


def visible_marks(series: Series) -> tuple[Break | Marker, ...]:
    """Return the breaks and initiatives inside the span of the series, oldest first; none where it has no points."""
    if not series.points:
        return ()
    first, last = series.points[0].period.first_day, series.points[-1].period.last_day
    every: tuple[Break | Marker, ...] = (*series.breaks, *series.markers)
    return tuple(sorted((mark for mark in every if _end(mark) > first and _start(mark) <= last), key=_start))


def notes(series: Series) -> tuple[str, ...]:
    """Return a note for each visible mark: when and what."""
    return tuple(note(mark) for mark in visible_marks(series))


def note(mark: Break | Marker) -> str:
    """Return when it was, and what it was."""
    if isinstance(mark, Marker):
        return f"{mark.text} ({mark.when})"
    start = danish_long_date(mark.start)
    return f"{start} til {danish_long_date(mark.end)}: {mark.text}" if mark.end else f"Fra {start}: {mark.text}"


def remark(series: Series, point: Point) -> str:
    """Return what must be known of one point: `foreløbigt, se note 1`; empty when nothing."""
    numbers = [str(place) for place, mark in enumerate(visible_marks(series), start=1) if _touches(mark, point.period)]
    words = ["intet tal"] if point.count is None else ["foreløbigt"] if point.provisional else []
    return ", ".join(words + ([f"se note {' og '.join(numbers)}"] if numbers else []))


def shapes(series: Series) -> list[dict[str, object]]:
    """Return the layout shapes: a field for a time, a dashed line for a break, a blue one for an initiative."""
    return [_shape(mark) for mark in visible_marks(series)]


def labels(series: Series, text_size: int = PAGE.note) -> list[dict[str, object]]:
    """Return the numbers above the figure that refer to the notes."""
    return [_label(mark, place, text_size) for place, mark in enumerate(visible_marks(series), start=1)]


def decimal_year(day: dt.date) -> float:
    """Return a day as a decimal year, the figures' horizontal scale."""
    return day.year + (day.timetuple().tm_yday - 1) / _DAYS_IN_YEAR


def _start(mark: Break | Marker) -> dt.date:
    return mark.first if isinstance(mark, Marker) else mark.start


def _end(mark: Break | Marker) -> dt.date:
    return mark.last if isinstance(mark, Marker) else mark.end or mark.start


def _middle(mark: Break | Marker) -> float:
    return (decimal_year(_start(mark)) + decimal_year(_end(mark))) / 2


def _touches(mark: Break | Marker, period: Period) -> bool:
    return _start(mark) <= period.last_day and _end(mark) >= period.first_day


def _shape(mark: Break | Marker) -> dict[str, object]:
    start = _middle(mark) if isinstance(mark, Marker) else decimal_year(mark.start)
    shape: dict[str, object] = {"yref": "paper", "y0": 0, "y1": 1, "layer": "below", "x0": start}
    if isinstance(mark, Break) and mark.end:
        return shape | {"type": "rect", "x1": decimal_year(mark.end), "fillcolor": PALE_GREY, "line": {"width": 0}}
    look = {"color": BLUE, "width": 1} if isinstance(mark, Marker) else {"color": MUTED, "width": 1.5}
    dash = "solid" if isinstance(mark, Marker) else _DASHES[mark.effect]
    return shape | {"type": "line", "x1": start, "line": {**look, "dash": dash}}


def _label(mark: Break | Marker, place: int, text_size: int) -> dict[str, object]:
    return {
        "x": _middle(mark),
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": f"<b>{place}</b>",
        "showarrow": False,
        "font": {"color": INK, "size": text_size},
        "bgcolor": GRID,
        "borderpad": 2,
    }
