import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.proportions import newcombe, share_bounds, wilson


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # the first four: Newcombe 1998
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (172, 180, 0.9148, 0.9773),
        (14, 14, 0.7847, 1.0),
    ],
)
def test_known_shares(x, n, low, high):
    found = wilson(x, n)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_in_its_interval_and_the_interval_in_the_unit(case):
    x, n = case
    found, other = wilson(x, n), wilson(n - x, n)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.low == pytest.approx(1 - other.high)
    assert (found.low == 0) == (x == 0)
    assert (found.high == 1) == (x == n)


def test_no_cases_no_share():
    assert wilson(0, 0) is None
    assert newcombe(0, 0, 1, 2) is None
    assert newcombe(1, 2, 0, 0) is None
    assert share_bounds(0, 0, 0) is None


def test_newcombe():
    found = newcombe(56, 70, 48, 80)
    assert (found.value, found.low, found.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


@pytest.mark.parametrize(("x1", "n1", "x2", "n2"), [(0, 10, 0, 20), (10, 10, 0, 20), (10, 10, 20, 20)])
def test_newcombe_at_the_ends(x1, n1, x2, n2):
    found = newcombe(x1, n1, x2, n2)
    first, second = wilson(x1, n1), wilson(x2, n2)
    difference = x1 / n1 - x2 / n2
    # Newcombe's method 10: root of the squared distances of each share to its own Wilson limits.
    low = difference - ((first.value - first.low) ** 2 + (second.high - second.value) ** 2) ** 0.5
    high = difference + ((first.high - first.value) ** 2 + (second.value - second.low) ** 2) ** 0.5
    assert (found.value, found.low, found.high) == pytest.approx((difference, low, high), abs=1e-12)


def test_unknown_is_neither_kept_nor_broken():
    bounds = share_bounds(172, 180, 20)
    assert (bounds.worst, bounds.best) == (172 / 200, 192 / 200)
