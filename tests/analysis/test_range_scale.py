"""The bar of the expected range: everything on it, from 0 to a round end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.range_scale import range_scale


@pytest.mark.parametrize(
    ("observed", "low", "high", "top"),
    [(163, 48, 155, 200), (31, 24, 45, 50), (1056, 451, 1052, 1200), (0, 0, 3, 10), (118, 96, 151, 200)],
)
def test_the_bar_ends_at_a_round_number(observed: int, low: int, high: int, top: int) -> None:
    assert range_scale(observed, low, high).top == top


def test_a_place_on_the_bar_is_a_share_of_its_length() -> None:
    scale = range_scale(163, 48, 155)
    assert (scale.low, scale.high, scale.observed) == (24.0, 77.5, 81.5)  # 48, 155 and 163 of 200


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_nothing_stands_outside_the_bar(observed: int, low: int, more: int) -> None:
    scale = range_scale(observed, low, low + more)
    assert 0 <= scale.low <= scale.high <= 100
    assert 0 <= scale.observed <= 100
