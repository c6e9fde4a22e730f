import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from analysis.funnel import funnel_dispersion, funnel_limits


def limits_at(expected, dispersion=1.0):
    return funnel_limits(np.array([float(expected)]), dispersion)


@pytest.mark.parametrize(
    ("expected", "count95", "count998", "ratio95"),
    [
        (5, (1, 10), (0, 13), (0.108413, 1.875312)),
        (20, (12, 29), (8, 35), (0.5603, 1.4373)),
        (60, (45, 76), (38, 85), (0.746535, 1.252509)),
    ],
)
def test_known_limits(expected, count95, count998, ratio95):
    limits = limits_at(expected)
    assert (limits.count95[0][0], limits.count95[1][0]) == count95
    assert (limits.count998[0][0], limits.count998[1][0]) == count998
    assert (limits.ratio95[0][0], limits.ratio95[1][0]) == pytest.approx(ratio95, abs=5e-5)


@given(st.floats(0.05, 2000))
def test_the_limits_lie_round_one_and_in_order(expected):
    limits = limits_at(expected)
    ordered = [limits.ratio998[0], limits.ratio95[0], np.ones(1), limits.ratio95[1], limits.ratio998[1]]
    assert (np.diff(np.concatenate(ordered)[[0, 1, 3, 4]]) >= 0).all()
    assert limits.ratio998[0] >= 0
    # The interpolated limit lies within one case under its quantile.
    assert 0 <= poisson.ppf(0.975, expected) - limits.ratio95[1][0] * expected <= 1 + 1e-9


def test_dispersion_widens_the_distance_from_one():
    plain, wide = limits_at(60), limits_at(60, dispersion=4.0)
    assert wide.ratio95[1] - 1 == pytest.approx(2 * (plain.ratio95[1] - 1))
    assert wide.ratio95[0] == pytest.approx(1 - 2 * (1 - plain.ratio95[0]))
    assert limits_at(60, dispersion=0.5).ratio95 == plain.ratio95
    assert limits_at(5, dispersion=9.0).ratio998[0] == 0


def test_one_outlier_does_not_hide_itself_in_the_dispersion():
    expected = np.full(13, 100.0)
    observed = expected.copy()
    assert funnel_dispersion(observed, expected) == 0
    observed[0] = 400  # z = 20, pulled in to the ninth decile, which is 0
    assert funnel_dispersion(observed, expected) == 0


def test_dispersion_is_the_mean_square_of_z():
    expected = np.full(20, 100.0)
    observed = np.where(np.arange(20) % 2, 121.0, 81.0)  # z = 2 (11 - 10) and 2 (9 - 10)
    assert funnel_dispersion(observed, expected) == pytest.approx(4)
