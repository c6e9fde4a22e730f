"""The window in which a burglary happened: from when the home was left until somebody came back. Invented shares."""

import numpy as np

from data.demo.columns import Chosen, Generator, happens, where_known
from data.demo.days import DAY, Minutes, draw

_HOUR = 60
# Share, median length in minutes and standard deviation (log) of each kind of absence.
_ABSENCES = (
    (0.45, 9 * _HOUR, 0.25),  # at work
    (0.25, 3 * _HOUR, 0.5),  # an evening out
    (0.08, 7 * _HOUR, 0.2),  # asleep
    (0.17, 4 * DAY, 0.8),  # a weekend, a holiday: longer than the hour chart can use
    (0.05, 1, 0.0),  # the time is known
)
_LONGEST = 60 * DAY
_NO_END, _NO_WINDOW = 0.06, 0.04
_FOUND_AFTER = 45  # minutes, median, from the end of the window to the report
_QUARTER_OF_AN_HOUR = 15  # people remember when they left to the nearest quarter
_CAUGHT_WITHIN = 20  # minutes, when the offender is still there


def burglary_windows(rng: Generator, minutes: Minutes, offender_there: Chosen) -> tuple[Minutes, Minutes]:
    """Return both ends of the window before each report; some lack the end, some the whole window."""
    number = len(minutes)
    shares, medians, sigmas = (np.array(column) for column in zip(*_ABSENCES, strict=True))
    kind = draw(rng, shares, number)
    length = rng.lognormal(np.log(medians)[kind], sigmas[kind])
    length = np.where(offender_there, rng.integers(0, _CAUGHT_WITHIN, number), length).clip(max=_LONGEST)
    found = np.where(offender_there, rng.integers(0, 5, number), rng.lognormal(np.log(_FOUND_AFTER), 1.2, number))
    end = (minutes - found.clip(max=3 * DAY)).astype(np.int32)
    start = np.where(length > 1, end - length, end).astype(np.int32)
    rounded = np.where(length > _HOUR, start // _QUARTER_OF_AN_HOUR * _QUARTER_OF_AN_HOUR, start)
    known = ~happens(rng, _NO_WINDOW, number)
    ended = known & ~happens(rng, _NO_END, number)
    return where_known(known, rounded), where_known(ended, end)
