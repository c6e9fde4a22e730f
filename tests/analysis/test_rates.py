import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2, poisson

from analysis.rates import expected_from_rest, poisson_interval, poisson_p, rate_per_1000, standardised_ratio


@given(st.integers(1, 5000), st.floats(0.1, 1e5))
def test_garwoods_formula(count, exposure):
    found = poisson_interval(count, exposure)
    low, high = chi2.ppf(0.025, 2 * count) / 2, chi2.ppf(0.975, 2 * count + 2) / 2
    assert (found.low, found.high) == pytest.approx((low / exposure, high / exposure))
    assert found.low < found.value < found.high


@given(st.integers(0, 300))
def test_the_limits_are_where_the_tails_are_two_and_a_half_per_cent(count):
    found = poisson_interval(count)
    assert poisson.cdf(count, found.high) == pytest.approx(0.025)
    if count:
        assert poisson.sf(count - 1, found.low) == pytest.approx(0.025)


@pytest.mark.parametrize(
    ("count", "exposure", "low", "high"),
    [
        (0, 1, 0, 3.688879),
        (37, 1, 26.0514, 50.9996),
        (15, 400, 0.0209885, 0.0618505),
    ],
)
def test_known_intervals(count, exposure, low, high):
    found = poisson_interval(count, exposure)
    assert (found.low, found.high) == pytest.approx((low, high), rel=2e-6)


def test_rate_per_1000():
    found = rate_per_1000(37, 22410)
    assert (found.value, found.low, found.high) == pytest.approx((1.65105, 1.1625, 2.2758), abs=5e-5)


def test_expected_from_the_rest_leaves_the_place_itself_out():
    count, size = np.array([[30.0], [10.0], [20.0]]), np.array([[1000.0], [1000.0], [3000.0]])
    # rest of the first: 30 of 4000; of the second: 50 of 4000; of the third: 40 of 2000
    assert expected_from_rest(count, size) == pytest.approx([1000 * 30 / 4000, 1000 * 50 / 4000, 3000 * 40 / 2000])


def test_expected_from_the_rest_by_dwelling_type():
    count, size = np.array([[8.0, 0.0], [4.0, 6.0]]), np.array([[100.0, 50.0], [200.0, 300.0]])
    assert expected_from_rest(count, size) == pytest.approx([100 * 4 / 200 + 50 * 6 / 300, 200 * 8 / 100 + 0])


def test_a_stratum_that_only_one_place_has_expects_nothing_there():
    assert expected_from_rest(np.array([[3.0], [0.0]]), np.array([[10.0], [0.0]])) == pytest.approx([0.0, 0.0])


def test_forty_eight_where_36_4_were_expected():
    found = standardised_ratio(48, 36.4)
    assert (found.value, found.low, found.high, found.p) == pytest.approx((1.3187, 0.9723, 1.7484, 0.0673), abs=5e-5)


def test_dispersion_widens_the_logarithm():
    found = standardised_ratio(48, 36.4, dispersion=4)
    factor = np.exp(1.959964 * np.sqrt(4 / 48))
    assert (found.low, found.high) == pytest.approx((found.value / factor, found.value * factor), rel=1e-6)
    assert found.p > standardised_ratio(48, 36.4).p


def test_no_case_has_no_logarithm():
    assert standardised_ratio(0, 2.3, dispersion=4) == standardised_ratio(0, 2.3)


@given(st.integers(0, 200), st.floats(0.05, 200))
def test_the_two_sided_p_sums_what_is_no_likelier(observed, expected):
    chances = poisson.pmf(np.arange(2000), expected)
    at_most = chances <= poisson.pmf(observed, expected) * (1 + 1e-7)
    assert poisson_p(observed, expected) == pytest.approx(min(1, chances[at_most].sum()), abs=1e-12)


@pytest.mark.parametrize(("observed", "p"), [(0, 1.0), (1, 0.0)])
def test_where_nothing_can_happen(observed, p):
    assert poisson_p(observed, 0) == p
