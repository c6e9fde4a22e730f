"""Five traps in the libraries: what they answer, and what we answer instead.

The first assertion of each documents the trap. When it fails, the library was mended, and our detour may go.
"""

import numpy as np
import pytest
import statsmodels.api as sm
from statsmodels.stats.rates import confint_poisson_2indep, test_poisson_2indep

from analysis.change import e_test, exact_change, head_count_z, quasi_poisson_change

library_test = test_poisson_2indep
library_test.__test__ = False  # its name makes pytest think it is one of ours


def test_the_corrected_root_interval_ignores_unequal_exposures():
    low, high = confint_poisson_2indep(41, 1, 150, 3, method="sqrtcc", compare="ratio")
    assert not low < 0.82 < high  # 41 against a mean of 50 is 0.82
    ours = exact_change(41, 1, 150, 3)
    assert ours.low < 0.82 < ours.high


def test_the_score_intervals_break_with_small_counts():
    low, high = confint_poisson_2indep(5, 1, 1, 1, method="score-log", compare="ratio")
    assert low > 1  # as if the rise were certain
    ours = exact_change(5, 1, 1, 1)
    assert ours.low < 1
    assert ours.p > 0.05


def test_the_librarys_exact_test_does_not_know_two_zeros():
    with pytest.raises(ValueError, match="n"):
        library_test(0, 1, 0, 1, method="exact-cond")
    assert exact_change(0, 1, 0, 1).p == 1
    assert e_test(0, 1, 0, 1) == 1


def test_quasi_poisson_needs_t_not_z():
    before = np.array([14, 9, 22, 11, 17, 8, 19, 25, 12, 10, 16, 21], float)
    after = np.array([18, 27, 13, 24, 30, 16, 22, 19, 33, 15, 21, 28], float)
    design = sm.add_constant(np.repeat([0.0, 1.0], 12))
    by_default = sm.GLM(np.concatenate([before, after]), design, family=sm.families.Poisson()).fit(scale="X2")
    assert by_default.pvalues[1] == pytest.approx(0.0055, abs=5e-5)
    assert quasi_poisson_change(before, after).p == pytest.approx(0.0110, abs=5e-5)


def test_a_head_count_of_two_is_not_five_per_cent():
    assert head_count_z(25, 16, float("inf")) == 2
    assert e_test(25, 1, 16, 1) == pytest.approx(0.165, abs=5e-4)
    assert head_count_z(25, 16, 1) < 1.5
