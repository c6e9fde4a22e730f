"""The hour of what nobody saw: a case counts in each hour by the share of its window that lies there."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from analysis.arrays import Floats

HOUR, DAY, WEEK = dt.timedelta(hours=1), dt.timedelta(days=1), dt.timedelta(weeks=1)

Window = tuple[dt.datetime | None, dt.datetime | None]


@dataclass(frozen=True)
class HourProfile:
    """Cases by weekday and hour, 7 x 24 from Monday 00.

    `timed` windows are in it; `untimed` are longer than 24 hours or have no beginning; `swapped` of the timed ended
    before they began and were turned round.
    """

    weights: Floats
    timed: int
    untimed: int
    swapped: int


def hour_profile(windows: Iterable[Window]) -> HourProfile:
    """Return the sum of the windows' weights; a missing end means the beginning.

    Times are local wall time: the two nights a year that the clock moves are an hour off.
    """
    weights, timed, untimed, swapped = np.zeros((7, 24)), 0, 0, 0
    for begin, end in windows:
        if begin is None or abs((end or begin) - begin) > DAY:
            untimed += 1
            continue
        weights += hour_weights(begin, end or begin)
        timed += 1
        swapped += end is not None and end < begin
    return HourProfile(weights, timed, untimed, swapped)


def hour_weights(begin: dt.datetime, end: dt.datetime) -> Floats:
    """Return the share of the window in each hour of the week, 7 x 24, sum 1 (Ratcliffe 2002, J. Quant. Crim. 18:23).

    A point in time counts whole in its hour; a window over a week says nothing about the hour and is spread evenly.
    """
    begin, end = min(begin, end), max(begin, end)
    length = end - begin
    if length > WEEK:
        return np.full((7, 24), 1 / (7 * 24))
    weights = np.zeros((7, 24))
    if not length:
        weights[begin.weekday(), begin.hour] = 1.0
        return weights
    hour = begin.replace(minute=0, second=0, microsecond=0)
    while hour < end:
        overlap = min(end, hour + HOUR) - max(begin, hour)
        weights[hour.weekday(), hour.hour] += overlap / length
        hour += HOUR
    return weights
