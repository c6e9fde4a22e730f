"""The part of a series that a slide shows: up to the chosen period, as far back as its expected range reaches."""

from dataclasses import replace

from analysis.answers import Point, Series
from analysis.shown_period import shown_period
from data.periods import Period, Quarter

MOST_POINTS = 17  # four years of quarters and the chosen one: more cannot be read from the other end of the table
A_YEAR = 4
LEAST_WITH_RANGE = 3


def window(series: Series, chosen: Period) -> Series:
    """Return the newest points up to the chosen one; without the earlier that have no range, where enough have one.

    A band that begins inside the figure would be drawn as a slope from zero.
    """
    shown = shown_period(series, chosen)
    until = [point for point in series.points if point.period.last_day <= shown.last_day][-MOST_POINTS:]
    ranged = _newest_ranged(until)
    points = ranged if len(ranged) >= LEAST_WITH_RANGE else tuple(until)
    return replace(series, points=_whole_years(points), forecast=None)


def has_range(series: Series) -> bool:
    """Return whether every point has an expected range, so that it can be drawn as a band."""
    return all(point.low is not None for point in series.points)


def _whole_years(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return quarters that begin a number of whole years before the last: a year apart they are labelled."""
    if len(points) <= A_YEAR or not isinstance(points[-1].period, Quarter):
        return points
    return points[(len(points) - 1) % A_YEAR :]


def _newest_ranged(points: list[Point]) -> tuple[Point, ...]:
    found: list[Point] = []
    for point in reversed(points):
        if point.low is None or point.count is None:
            break
        found.append(point)
    return tuple(reversed(found))
