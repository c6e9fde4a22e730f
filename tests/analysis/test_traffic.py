import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, poisson

from analysis.signal import RED
from analysis.traffic import (
    comparison_mean_and_shape,
    empirical_bayes,
    path_status,
    safety_effect,
    target_path,
    three_year_verdict,
)

sums = st.integers(0, 200)
rests = st.integers(50, 2000)


@given(sums, sums, rests, rests)
def test_the_tails_are_the_exact_conditional_test(now, before, rest_now, rest_before):
    found = three_year_verdict(now, before, rest_now, rest_before)
    chance = rest_now / (rest_now + rest_before)
    assert found.expected == pytest.approx(before * rest_now / rest_before)
    assert found.p_up == pytest.approx(binom.sf(now - 1, now + before, chance), rel=1e-6, abs=1e-12)
    assert found.p_down == pytest.approx(binom.cdf(now, now + before, chance), rel=1e-6, abs=1e-12)


@given(sums, rests, rests, st.sampled_from([1.0, 1.1, 1.5, 3.0]))
def test_the_range_holds_every_count_that_is_not_red(before, rest_now, rest_before, dispersion):
    found = three_year_verdict(before, before, rest_now, rest_before, dispersion)
    for count in (found.low - 1, found.low, found.high, found.high + 1):
        if count >= 0:
            tested = three_year_verdict(count, before, rest_now, rest_before, dispersion)
            inside = found.low <= count <= found.high
            assert (min(tested.p_up, tested.p_down) > RED) == inside


def test_a_known_sum():
    # 78 in the three years before; the rest of the district went from 720 to 700.
    found = three_year_verdict(82, 78, 700, 720)
    assert found.expected == pytest.approx(78 * 700 / 720)
    assert (found.low, found.high) == (47, 111)
    assert binom.sf(111 - 1, 111 + 78, 700 / 1420) > 0.005 >= binom.sf(112 - 1, 112 + 78, 700 / 1420)
    assert binom.cdf(47, 47 + 78, 700 / 1420) > 0.005 >= binom.cdf(46, 46 + 78, 700 / 1420)


def test_dispersion_widens_the_limits_on_the_log_scale():
    plain, wide = (three_year_verdict(400, 400, 4000, 4000, phi) for phi in (1.0, 4.0))
    assert three_year_verdict(400, 400, 4000, 4000, 1.2) == plain
    assert math.log(wide.high / 400) == pytest.approx(2 * math.log(plain.high / 400), abs=0.01)
    assert math.log(wide.low / 400) == pytest.approx(2 * math.log(plain.low / 400), abs=0.01)


def test_the_district_itself_has_no_rest():
    found = three_year_verdict(700, 720, 1, 1)
    assert found.expected == 720
    assert found.low < 700 < found.high


@pytest.mark.parametrize(("rest_now", "rest_before"), [(0, 10), (10, 0), (0, 0)])
def test_without_a_rest_there_is_nothing_to_move_by(rest_now, rest_before):
    assert three_year_verdict(5, 5, rest_now, rest_before) is None


def test_nobody_hurt_before():
    found = three_year_verdict(3, 0, 100, 100)
    assert (found.expected, found.low) == (0, 0)
    assert found.high == 7  # 0.5 ^ 7 = 0.0078 > 0.005 >= 0.5 ^ 8
    assert found.p_down == 1


def test_hauers_first_example():
    found = empirical_bayes(0.0224 * 4000**0.564, 1.8, 1, 12, 2.05)
    assert (found.mean, found.weight) == pytest.approx((2.40885, 0.459760), abs=5e-6)
    assert (found.expected, found.error) == pytest.approx((8.476370, 2.139924), abs=5e-6)
    assert (found.expected / 1.8, found.error / 1.8) == pytest.approx((4.71, 1.19), abs=5e-3)


def test_hauers_second_example():
    found = empirical_bayes(0.0224 * 4000**0.564, 1.8, 3, 12 + 7 + 8, 2.05)
    assert (found.expected / 3, found.error / 3) == pytest.approx((7.97, 1.44), abs=5e-3)


@given(st.floats(0.1, 20), st.floats(0.1, 10), st.integers(1, 10), st.integers(0, 100), st.floats(0.1, 50))
def test_the_estimate_lies_between_the_model_and_the_count(mean, length, years, observed, phi):
    found = empirical_bayes(mean, length, years, observed, phi)
    low, high = sorted([mean * length * years, observed])
    assert low - 1e-9 <= found.expected <= high + 1e-9
    assert 0 < found.weight < 1


def test_a_section_chosen_because_it_was_bad_shows_no_effect_when_it_falls_back():
    before = empirical_bayes(2.0, 1.0, 5, 20, 2.0)  # 10 on such roads, 20 here, expected 18.33
    found = safety_effect(before, round(before.expected))
    assert found.index == pytest.approx(0.95, abs=0.05)
    assert safety_effect(before, 9).index < 0.6
    assert safety_effect(before, 9, change=0.5).index == pytest.approx(2 * safety_effect(before, 9).index)
    assert safety_effect(before, 9, days_ratio=0.5) == safety_effect(before, 9, change=0.5)


def test_the_effects_error():
    before = empirical_bayes(2.0, 1.0, 5, 20, 2.0)
    found = safety_effect(before, 9)
    relative = (before.error / before.expected) ** 2
    theta = 9 / before.expected / (1 + relative)
    assert found.index == pytest.approx(theta)
    assert found.error == pytest.approx(theta * math.sqrt(1 / 9 + relative) / (1 + relative))
    assert np.isnan(safety_effect(before, 0).error)


def test_sections_without_a_model():
    mean, shape = comparison_mean_and_shape(np.array([0.0, 2.0, 4.0, 6.0, 8.0]))
    assert (mean, shape) == pytest.approx((4, (10 - 4) / 16))
    assert comparison_mean_and_shape(np.full(10, 3.0)) == (3.0, 0.0)
    assert comparison_mean_and_shape(np.zeros(10)) == (0.0, 0.0)


@pytest.mark.parametrize(("year", "number"), [(2020, 24), (2023, 19.494), (2026, 15.834), (2030, 12)])
def test_the_path_to_2030(year, number):
    assert target_path(24, year) == pytest.approx(number, abs=5e-4)


def test_status_on_the_path():
    path = target_path(24, 2026)
    found = path_status(22, path)
    assert found.p_upper == pytest.approx(0.0823, abs=5e-5)
    assert found.p_upper + found.p_lower == pytest.approx(1 + poisson.pmf(22, path))
    assert path_status(0, path).p_upper == 1
