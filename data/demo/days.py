"""The days and minutes of the demo, as numbers counted from one origin.

Minutes are local wall time; -1 is a missing time everywhere.
"""

import datetime as dt
from functools import cache

import numpy as np
from numpy.typing import NDArray

from data.demo.patterns import Pattern
from data.periods import Quarter

FIRST_DAY = dt.date(2016, 1, 1)
EXTRACTED = dt.date(2026, 1, 12)
# A year before the first report: no window reaches further back, so no time is negative and -1 can mean missing.
ORIGIN = dt.date(2015, 1, 1)
MISSING = -1
DAY = 24 * 60
_EXTRACT_HOUR = 6  # the extract was made in the early morning

Minutes = NDArray[np.int32]
Days = NDArray[np.int32]
Floats = NDArray[np.float64]

DATES = np.arange(np.datetime64(ORIGIN), np.datetime64(EXTRACTED) + 1)
_MONTH = DATES.astype("datetime64[M]").astype(np.int64) % 12
_WEEKDAY = (np.arange(len(DATES)) + ORIGIN.weekday()) % 7
_YEAR = DATES.astype("datetime64[Y]").astype(np.int64) + 1970 + (np.arange(12) / 12)[_MONTH]
_LAST_MINUTE = (len(DATES) - 1) * DAY + _EXTRACT_HOUR * 60


def day_number(day: dt.date) -> int:
    """Return the day as a number counted from the origin."""
    return (day - ORIGIN).days


@cache
def quarters() -> tuple[Quarter, ...]:
    """Return the quarters of the extract; the last one is cut off by the extract's date."""
    return Quarter.span(Quarter.of(FIRST_DAY), Quarter.of(EXTRACTED))


def days_of(quarter: Quarter) -> slice:
    """Return the quarter's day numbers up to the extract's date."""
    return slice(day_number(quarter.first_day), day_number(min(quarter.last_day, EXTRACTED)) + 1)


@cache
def day_weights(pattern: Pattern) -> Floats:
    """Return the expected level of every day since the origin; 1 is an ordinary day where the trend is 1."""
    months, weekdays = np.array(pattern.months), np.array(pattern.weekdays)
    years, factors = zip(*pattern.trend, strict=True)
    season = months[_MONTH] / months.mean() * weekdays[_WEEKDAY] / weekdays.mean()
    weights: Floats = np.interp(_YEAR, years, factors) * season
    for step in pattern.steps:
        weights[max(day_number(step.start), 0) : day_number(step.end) + 1] *= step.factor
    return weights


def draw(rng: np.random.Generator, weights: Floats, number: int) -> NDArray[np.int64]:
    """Return that many places 0, 1, … in the weights, each as often as its weight says."""
    edges = np.cumsum(weights)
    places: NDArray[np.int64] = np.searchsorted(edges, rng.random(number) * edges[-1], side="right")
    return places


def report_minutes(rng: np.random.Generator, pattern: Pattern, quarter: Quarter, number: int) -> Minutes:
    """Return when the reports of a quarter came in, none after the extract was made."""
    days = days_of(quarter)
    day = days.start + draw(rng, day_weights(pattern)[days], number)
    minute = draw(rng, np.array(pattern.hours), number) * 60 + rng.integers(0, 60, number)
    return not_after_extract((day * DAY + minute).astype(np.int32))


def not_after_extract(minutes: Minutes) -> Minutes:
    """Return the minutes with those after the extract was made moved one day back."""
    return np.where(minutes > _LAST_MINUTE, minutes - np.int32(DAY), minutes)


def known_at_extract(minutes: NDArray[np.integer]) -> Minutes:
    """Return the minutes with those after the extract was made as missing: they had not happened yet."""
    return np.where(minutes > _LAST_MINUTE, MISSING, minutes).astype(np.int32)


def _spring_forward(year: int) -> int:
    """Return the day number of the last Sunday in March, when 02:00-03:00 does not exist."""
    last = dt.date(year, 3, 31)
    return day_number(last - dt.timedelta(days=(last.weekday() + 1) % 7))


_SPRING_DAYS = np.array([_spring_forward(year) for year in range(ORIGIN.year, EXTRACTED.year)])


def outside_spring_gap(minutes: Minutes) -> Minutes:
    """Return the minutes with every time that the clock skips in spring as 03:00, so that no order is turned."""
    hour = minutes % DAY // 60
    gap = np.isin(minutes // DAY, _SPRING_DAYS) & (hour == 2)
    return np.where(gap, minutes // DAY * DAY + 3 * 60, minutes).astype(np.int32)
