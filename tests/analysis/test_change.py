import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from analysis.change import e_test, exact_change, head_count_z, quasi_poisson_change, smallest_findable_rise

counts = st.integers(0, 400)
sizes = st.floats(0.5, 1000)


@given(counts, counts.filter(bool))
def test_the_limits_are_those_of_the_binomial_test(k1, k2):
    share = binomtest(k1, k1 + k2).proportion_ci(0.95, method="exact")
    odds = (share.low / (1 - share.low), share.high / (1 - share.high))
    found = exact_change(k1, 1, k2, 1)
    assert (found.low, found.high) == pytest.approx(odds, rel=1e-6)


@pytest.mark.parametrize(
    ("k1", "n1", "k2", "n2", "ratio", "low", "high", "p"),
    [
        (11, 800, 21, 3011, 1.97149, 0.85843, 4.27727, 0.07967),  # Fair & Geist, as R prints it
        (62, 1, 45, 1, 1.37778, 0.92358, 2.06966, 0.12151),
        (41, 1, 150, 3, 0.82, 0.56576, 1.16512, 0.27812),  # a quarter against the mean of three
        (62, 91, 45, 90, 1.36264, 0.91343, 2.04692, 0.12212),  # a leap year's first quarter
    ],
)
def test_known_changes(k1, n1, k2, n2, ratio, low, high, p):
    found = exact_change(k1, n1, k2, n2)
    assert (found.ratio, found.low, found.high, found.p) == pytest.approx((ratio, low, high, p), abs=5e-6)


@pytest.mark.parametrize(
    ("k1", "k2", "ratio", "low", "high", "p"),
    [
        (0, 0, None, None, None, 1.0),
        (3, 0, None, 0.41323, None, 0.25),
        (0, 3, 0.0, 0.0, 2.41995, 0.25),
    ],
)
def test_zeros(k1, k2, ratio, low, high, p):
    found = exact_change(k1, 1, k2, 1)
    for value, expected in zip((found.ratio, found.low, found.high, found.p), (ratio, low, high, p), strict=True):
        assert value == (None if expected is None else pytest.approx(expected, abs=5e-6))


@given(counts, sizes, counts, sizes)
def test_the_other_way_round_is_the_inverse(k1, n1, k2, n2):
    there, back = exact_change(k1, n1, k2, n2), exact_change(k2, n2, k1, n1)
    assert there.p == pytest.approx(back.p, rel=1e-6)
    if k1 and k2:
        assert there.ratio == pytest.approx(1 / back.ratio)
        assert there.low == pytest.approx(1 / back.high, rel=1e-6)
        assert there.low < there.ratio < there.high


@given(st.integers(1, 300), st.integers(1, 300))
def test_dispersion_widens_on_the_log_scale_from_1_2(k1, k2):
    plain = exact_change(k1, 1, k2, 1)
    assert exact_change(k1, 1, k2, 1, dispersion=1.2) == plain
    wide = exact_change(k1, 1, k2, 1, dispersion=4.0)
    assert math.log(wide.low / wide.ratio) == pytest.approx(2 * math.log(plain.low / plain.ratio), rel=1e-6)
    assert math.log(wide.high / wide.ratio) == pytest.approx(2 * math.log(plain.high / plain.ratio), rel=1e-6)


@pytest.mark.parametrize(
    ("k1", "k2", "p"), [(25, 16, 0.164796), (0, 3, 0.088379), (3, 0, 0.088379), (6, 2, 0.174875), (0, 0, 1.0)]
)
def test_e_test(k1, k2, p):
    assert e_test(k1, 1, k2, 1) == pytest.approx(p, abs=1e-6)


MONTHS = st.lists(st.integers(0, 60), min_size=2, max_size=24).filter(any)


@pytest.mark.filterwarnings("ignore:Perfect separation")
@given(MONTHS, MONTHS)
def test_the_closed_form_is_the_quasi_poisson_model(before, after):
    before, after = np.array(before, float), np.array(after, float)
    found = quasi_poisson_change(before, after)
    design = sm.add_constant(np.repeat([0.0, 1.0], [len(before), len(after)]))
    model = sm.GLM(np.concatenate([before, after]), design, family=sm.families.Poisson())
    plain = model.fit(tol=1e-12)
    assert found.log_ratio == pytest.approx(plain.params[1], abs=1e-7)
    assert found.plain_error == pytest.approx(plain.bse[1], rel=1e-6)
    if found.dispersion > 1e-6:
        quasi = model.fit(scale="X2", use_t=True, tol=1e-12)
        assert found.dispersion == pytest.approx(quasi.scale, rel=1e-6)
        assert found.p == pytest.approx(quasi.pvalues[1], rel=1e-4, abs=1e-9)
        assert np.log([found.low, found.high]) == pytest.approx(quasi.conf_int()[1], abs=1e-5)


@pytest.mark.parametrize(
    ("before", "after"),
    [([0, 0, 0], [1, 2, 3]), ([1, 2, 3], [0, 0, 0]), ([5], [5])],
    ids=["none before", "none after", "one each"],
)
def test_what_a_model_cannot_say(before, after):
    assert quasi_poisson_change(np.array(before, float), np.array(after, float)) is None


@pytest.mark.parametrize(("after", "p"), [([5.0, 5.0], 1.0), ([9.0, 9.0], 0.0)])
def test_months_without_any_swing(after, p):
    assert quasi_poisson_change(np.array([5.0, 5.0]), np.array(after)).p == p


@pytest.mark.parametrize(
    ("now", "before", "periods", "z"),
    [
        (25, 16, math.inf, 2.0),  # the earlier level known: never so here
        (25, 16, 1, 2 / math.sqrt(2)),
        (25, 16, 3, 2 / math.sqrt(4 / 3)),
        (0, 0, 1, 0.0),
    ],
)
def test_head_count_z(now, before, periods, z):
    assert head_count_z(now, before, periods) == pytest.approx(z)


@pytest.mark.parametrize(
    ("count", "rise"), [(5, 2.84), (10, 1.82), (25, 1.02), (50, 0.68), (100, 0.46), (200, 0.32), (400, 0.22)]
)
def test_the_smallest_findable_rise(count, rise):
    # The table comes from a simulation, hence the tolerance.
    assert smallest_findable_rise(count) == pytest.approx(rise, rel=0.05)


def test_the_smallest_findable_rise_is_found_four_times_in_five():
    ratio = 1 + smallest_findable_rise(10)
    before, after = np.random.default_rng(1).poisson([10, 10 * ratio], size=(20_000, 2)).T
    # At equal rates the exact two-sided p is twice the tail.
    found = (after > before) & (2 * binom.sf(after - 1, before + after, 0.5) <= 0.05)
    assert found.mean() == pytest.approx(0.80, abs=0.01)


@given(st.integers(3, 300))
@settings(max_examples=20)
def test_more_cases_find_smaller_rises(count):
    assert smallest_findable_rise(2 * count) < smallest_findable_rise(count)
