import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.aoristic import hour_profile, hour_weights

moments = st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2024, 3, 1))
MON, TUE, SUN = 0, 1, 6


def at(text):
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("begin", "end", "hours"),
    [
        ("2024-01-01 23:30", "2024-01-02 01:15", {(MON, 23): 30 / 105, (TUE, 0): 60 / 105, (TUE, 1): 15 / 105}),
        ("2024-01-07 22:00", "2024-01-08 02:00", {(SUN, 22): 0.25, (SUN, 23): 0.25, (MON, 0): 0.25, (MON, 1): 0.25}),
        ("2024-01-01 01:50", "2024-01-01 02:10", {(MON, 1): 0.5, (MON, 2): 0.5}),
        ("2024-01-01 02:10", "2024-01-01 01:50", {(MON, 1): 0.5, (MON, 2): 0.5}),  # swapped
        ("2024-01-01 10:20", "2024-01-01 10:20", {(MON, 10): 1.0}),
        ("2024-01-01 10:00", "2024-01-01 11:00", {(MON, 10): 1.0}),  # the hour that begins at the end gets nothing
        ("2024-01-01 00:00", "2024-01-02 00:00", {(MON, hour): 1 / 24 for hour in range(24)}),
    ],
)
def test_known_windows(begin, end, hours):
    weights = hour_weights(at(begin), at(end))
    expected = np.zeros((7, 24))
    for place, weight in hours.items():
        expected[place] = weight
    assert weights == pytest.approx(expected)


@pytest.mark.parametrize("end", ["2024-01-08 10:00", "2024-01-09 12:00"])
def test_a_week_or_more_says_nothing_about_the_hour(end):
    assert hour_weights(at("2024-01-01 10:00"), at(end)) == pytest.approx(np.full((7, 24), 1 / 168))


@given(moments, st.timedeltas(dt.timedelta(0), dt.timedelta(days=6)))
def test_a_case_is_one_case(begin, length):
    weights = hour_weights(begin, begin + length)
    assert weights.sum() == pytest.approx(1)
    assert weights.min() >= 0
    np.testing.assert_array_equal(weights, hour_weights(begin + length, begin))


@given(moments, st.integers(2, 48))
def test_weights_are_minutes(begin, quarters):
    begin = begin.replace(minute=begin.minute // 15 * 15, second=0, microsecond=0)
    expected = np.zeros((7, 24))
    for step in range(quarters):
        moment = begin + step * dt.timedelta(minutes=15)
        expected[moment.weekday(), moment.hour] += 1 / quarters
    assert hour_weights(begin, begin + quarters * dt.timedelta(minutes=15)) == pytest.approx(expected)


def test_long_and_missing_windows_are_counted_not_shown():
    day = at("2024-01-01 10:00")
    found = hour_profile(
        [
            (day, None),
            (day, day + dt.timedelta(hours=24)),
            (day, day + dt.timedelta(hours=24, minutes=1)),
            (day, day - dt.timedelta(hours=25)),
            (day, day - dt.timedelta(hours=1)),
            (None, day),
        ]
    )
    assert (found.timed, found.untimed, found.swapped) == (3, 3, 1)
    assert found.weights.sum() == pytest.approx(3)


def test_nothing_to_time():
    found = hour_profile([])
    assert (found.timed, found.untimed, found.weights.sum()) == (0, 0, 0)
