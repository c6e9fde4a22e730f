import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.multiplicity import adjusted_p, bonferroni_rejections, two_sided


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_it_is_the_step_up_rule(p):
    p = np.array(p)
    ordered = np.sort(p)
    naive = [min(ordered[j] * len(p) / (j + 1) for j in range(i, len(p))) for i in range(len(p))]
    assert np.sort(adjusted_p(p)) == pytest.approx(np.minimum(1, naive))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_control_never_makes_a_p_smaller_and_keeps_the_order(p):
    p = np.array(p)
    q = adjusted_p(p)
    assert (q >= p - 1e-12).all()
    assert (np.diff(q[np.argsort(p)]) >= -1e-12).all()


def test_a_missing_test_is_not_in_the_family():
    assert adjusted_p(np.array([0.01, np.nan, 0.04])) == pytest.approx([0.02, np.nan, 0.04], nan_ok=True)
    assert np.isnan(adjusted_p(np.array([np.nan]))).all()


@pytest.mark.parametrize(("up", "down", "p"), [(0.004, 0.998, 0.008), (0.998, 0.004, 0.008), (0.6, 0.6, 1.0)])
def test_two_sided(up, down, p):
    assert two_sided(np.array([up]), np.array([down])) == pytest.approx([p])


def test_bonferroni_counts_the_tests_that_were_made():
    assert bonferroni_rejections(np.array([0.025, 0.026, np.nan]), 0.05) == 1
