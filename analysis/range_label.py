"""Where the words of the expected range stand: inside it, and never on the line."""

from collections.abc import Iterable, Sequence

from analysis.answers import Point
from analysis.marks import decimal_year
from data.periods import Quarter

TEXT = "ventet område"
LABEL_QUARTERS, LABEL_YEARS = 9, 3  # how far the words stretch
UNBROKEN = 2.1  # years from the first to the last middle of either: more, and a time without a range lies between
LABEL_HEIGHT = 0.09  # of the axis, what a line of text takes


def range_label(points: Sequence[Point], top: float) -> tuple[float, float] | None:
    """Return where the words stand (decimal year, count) on an axis that ends at `top`; None when there is no room."""
    room, x, y = max(_rooms(points), default=(0.0, 0.0, 0.0))
    return (x, y) if room > top * LABEL_HEIGHT else None


def middle_of(point: Point) -> float:
    """Return the middle of a point's period as a decimal year."""
    return (decimal_year(point.period.first_day) + decimal_year(point.period.last_day)) / 2


def _rooms(points: Sequence[Point]) -> Iterable[tuple[float, float, float]]:
    """Yield the free height above and below the line inside the range, and its middle, wherever the words fit."""
    known = [
        (middle_of(point), point.count, point.low, point.high)
        for point in points
        if point.count is not None and point.low is not None and point.high is not None
    ]
    length = LABEL_QUARTERS if isinstance(points[0].period, Quarter) else LABEL_YEARS
    for at in range(len(known) - length + 1):
        middles, counts, lows, highs = zip(*known[at : at + length], strict=True)
        if middles[-1] - middles[0] > UNBROKEN:
            continue
        for floor, roof in ((max(counts), min(highs)), (max(lows), min(counts))):
            yield roof - floor, middles[length // 2], (roof + floor) / 2
