import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from analysis.poisson_line import poisson_line


def general_model(counts, x, factors):
    model = sm.GLM(
        counts, sm.add_constant(x), family=sm.families.Poisson(), offset=np.log(factors)
    ).fit(tol=1e-12, maxiter=200)  # fmt: skip
    return model.params[1], model.bse[1], model.pearson_chi2


@pytest.mark.filterwarnings("ignore:Perfect separation")
@given(
    counts=st.lists(st.integers(0, 5000), min_size=8, max_size=36).filter(lambda c: np.count_nonzero(c) > 3),
    slope=st.floats(-0.5, 0.5),
)
def test_it_is_the_general_model(counts, slope):
    counts = np.array(counts, dtype=float)
    x = (np.arange(len(counts)) - (len(counts) - 1) / 2) / 4
    factors = 1 + 0.3 * np.cos(np.arange(len(counts))) + slope * 0.1
    line = poisson_line(counts, x, factors)
    expected = general_model(counts, x, factors)
    np.testing.assert_allclose([line.slope, line.error, line.chi2], expected, rtol=1e-5, atol=1e-7)


def test_a_perfect_line_is_found_without_a_warning():
    x = np.linspace(-1, 1, 9)
    line = poisson_line(100 * np.exp(0.2 * x), x, np.ones(9))
    assert line.slope == pytest.approx(0.2)
    assert line.chi2 == pytest.approx(0, abs=1e-12)


def test_two_periods_with_cases_are_enough():
    x = np.arange(10) - 4.5
    line = poisson_line(np.array([0, 0, 0, 0, 0, 0, 0, 0, 1, 1.0]), x, np.ones(10))
    assert line.slope > 0
    assert np.isfinite(line.error)


@pytest.mark.parametrize("last", [50, 5000, 500_000])
def test_a_steep_end_is_found(last):
    x = np.arange(10) - 4.5
    counts = np.array([0, 0, 0, 0, 0, 0, 0, 0, 1, last], float)
    line = poisson_line(counts, x, np.ones(10))
    # The likelihood is flat where the score is nought: at the maximum.
    mean = np.exp(np.log(counts.sum() / np.exp(line.slope * x).sum()) + line.slope * x)
    assert (counts - mean) @ x == pytest.approx(0, abs=1e-5 * last)
