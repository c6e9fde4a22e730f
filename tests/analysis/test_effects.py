import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from analysis.effects import disagree, displacement_difference, monthly_effect, parallel_before, poisson_effect

cases = st.integers(1, 500)


@pytest.mark.parametrize(
    ("control", "treated", "estimate", "error"),
    [
        ((133, 91), (130, 74), -14, 20.688161),
        ((148, 97), (398, 190), -157, 28.861739),
        ((388, 305), (327, 202), -42, 34.957117),
        ((0, 0), (0, 0), 0, 0),
    ],
)
def test_known_differences(control, treated, estimate, error):
    found = displacement_difference(control, treated).total
    assert (found.estimate, found.error) == pytest.approx((estimate, error), abs=1e-6)
    assert (found.low, found.high) == pytest.approx(
        (estimate - 1.959964 * error, estimate + 1.959964 * error), abs=1e-4
    )
    assert found.z == (None if error == 0 else pytest.approx(estimate / error))


def test_five_years_before_count_a_fifth():
    found = displacement_difference((500, 90), (500, 80), time_weights=(5, 1)).total
    assert (found.estimate, found.error) == pytest.approx((-10, math.sqrt(90 + 80 + 2 * 500 / 25)))


def test_larger_areas_count_less():
    found = displacement_difference((100, 120), (50, 40), area_weights=(2, 1, 1, 1)).total
    assert (found.estimate, found.error) == pytest.approx((-10 - 10, math.sqrt(90 + 220 / 4)))


def test_the_ring_is_added():
    found = displacement_difference((100, 90), (100, 80), (50, 55), (60, 50))
    assert (found.local.estimate, found.ring.estimate, found.total.estimate) == (-10, -15, -25)
    assert found.total.error == pytest.approx(24.186773)


def test_dispersion_grows_the_error_by_its_root():
    plain, wide = (displacement_difference((9, 9), (9, 9), dispersion=phi).total.error for phi in (1, 4))
    assert (plain, wide) == pytest.approx((6, 12))


def test_known_ratio():
    found = poisson_effect((133, 91), (130, 74))
    assert (found.ratio, found.low, found.high, found.p) == pytest.approx(
        (0.831953, 0.562949, 1.229500, 0.355898), abs=1e-6
    )


@given(cases, cases, cases, cases)
def test_the_closed_form_is_the_interaction_of_a_poisson_model(c0, c1, t0, t1):
    design = np.array([[1, 0, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0], [1, 1, 1, 1]], float)
    model = sm.GLM(np.array([c0, c1, t0, t1], float), design, family=sm.families.Poisson())
    start = [math.log(c0), math.log(c1 / c0), math.log(t0 / c0), math.log(t1 * c0 / (t0 * c1))]
    information = model.hessian(np.array(start))
    found = poisson_effect((c0, c1), (t0, t1))
    assert model.score(np.array(start)) == pytest.approx(np.zeros(4), abs=1e-6)
    assert found.log_ratio == pytest.approx(start[3], abs=1e-12)
    assert found.error == pytest.approx(math.sqrt(-np.linalg.inv(information)[3, 3]))


@pytest.mark.parametrize("zero", range(4))
def test_a_zero_has_no_ratio(zero):
    counts = [10, 12, 8, 9]
    counts[zero] = 0
    assert poisson_effect(counts[:2], counts[2:]) is None


@given(cases, cases, cases, cases)
def test_number_and_ratio_disagree_only_when_their_signs_do(c0, c1, t0, t1):
    number, ratio = displacement_difference((c0, c1), (t0, t1)).total, poisson_effect((c0, c1), (t0, t1))
    signs = np.sign(number.estimate) * np.sign(round(ratio.log_ratio, 12))
    if signs:
        assert disagree(number, ratio) == (signs < 0)


AFTER = np.arange(24) >= 12


def months(level, after_ratio, seed):
    swing = np.exp(0.3 * np.cos(np.arange(24)))
    return np.random.default_rng(seed).poisson(level * swing * np.where(AFTER, after_ratio, 1)).astype(float)


def test_monthly_effect_takes_out_what_all_areas_share():
    control = np.array([months(400, 0.8, seed) for seed in (1, 2, 3)])
    found = monthly_effect(control, months(200, 0.8 * 0.7, 4), AFTER)
    assert found.low < 0.7 < found.high
    assert found.ratio == pytest.approx(0.7, abs=0.06)
    assert found.p < 0.001


def test_monthly_effect_of_sums_is_the_ratio_of_ratios_when_months_are_alike():
    control, treated = np.where(AFTER, 8.0, 10.0)[None, :], np.where(AFTER, 4.0, 10.0)
    assert monthly_effect(control + [[1, -1] * 12], treated, AFTER).ratio == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("silent", ["control before", "control after", "treated before", "treated after"])
def test_monthly_effect_needs_cases_on_every_side(silent):
    control, treated = np.full((2, 24), 5.0), np.full(24, 5.0)
    counts = control if silent.startswith("control") else treated[None, :]
    counts[:, AFTER if silent.endswith("after") else ~AFTER] = 0
    assert monthly_effect(control, counts[0] if silent.startswith("treated") else treated, AFTER) is None


def test_months_without_any_case_say_nothing():
    control, treated = np.array([months(30, 1, seed) for seed in (1, 2)]), months(30, 1, 3)
    control[:, 5], treated[5] = 0, 0
    assert 0.5 < monthly_effect(control, treated, AFTER).ratio < 2


def test_a_treated_area_that_rose_by_itself_before_has_no_result():
    control = np.array([months(400, 1, seed) for seed in (1, 2, 3)])
    assert parallel_before(control, months(300, 1, 5), AFTER)
    rising = np.round(months(300, 1, 5) * np.exp(0.08 * np.arange(24)))
    assert not parallel_before(control, rising, AFTER)
