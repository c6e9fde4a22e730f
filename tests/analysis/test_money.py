import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.money import dominance, median_interval

LOSSES = [1200, 1800, 2500, 3100, 4000, 4200, 5600, 7000, 8500, 9900, 12500, 14000, 21000, 35000, 48000]


def test_known_median():
    found = median_interval(np.array(LOSSES, float)[::-1])
    assert (found.value, found.low, found.high, found.ranks) == (7000, 3100, 14000, (4, 12))
    assert found.coverage == pytest.approx(0.96484375)


@pytest.mark.parametrize(
    ("count", "ranks"),
    [(0, None), (1, None), (5, None), (6, (1, 6)), (8, (1, 8)), (9, (2, 8)), (10, (2, 9)), (12, (3, 10))],
)
def test_ranks_by_number_of_losses(count, ranks):
    found = median_interval(np.arange(count, dtype=float))
    assert (found and found.ranks) == ranks


@given(st.lists(st.integers(1, 10**6), min_size=6, max_size=60))
def test_the_interval_holds_the_median_and_covers_at_least_95(amounts):
    found = median_interval(np.array(amounts, float))
    assert found.low <= found.value <= found.high
    assert found.coverage >= 0.95
    assert found.ranks[0] + found.ranks[1] == len(amounts) + 1


@pytest.mark.parametrize(
    ("amounts", "p_unsafe", "share", "nk_unsafe"),
    [
        ([500, 300, 200, 90, 60], False, 800 / 1150, False),
        ([900, 850, 20, 10, 5], True, 1750 / 1785, True),
        ([100, 50, 15], False, 150 / 165, True),  # the rest, 15, is exactly 15 % of the largest
        ([100, 50, 14], True, 150 / 164, True),
        ([50, 35, 15], False, 0.85, False),  # exactly 85 %
        ([7], True, 1.0, True),
        ([], False, None, False),
        ([0, 0], False, None, False),
    ],
)
def test_dominance(amounts, p_unsafe, share, nk_unsafe):
    found = dominance(np.array(amounts, float))
    assert (found.p_percent_unsafe, found.nk_unsafe) == (p_unsafe, nk_unsafe)
    assert found.share == (None if share is None else pytest.approx(share))


def test_dominance_of_another_number_of_contributors():
    assert dominance(np.array([40.0, 30.0, 20.0, 10.0]), n=3, k=85).share == pytest.approx(0.9)
