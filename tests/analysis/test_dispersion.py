import numpy as np
import pytest

from analysis.dispersion import pearson_dispersion, yearly_dispersion


def test_it_is_pearsons_chi2_over_its_freedom():
    observed, fitted = np.array([[8.0, 12.0], [1.0, 9.0]]), np.array([[10.0, 10.0], [5.0, 5.0]])
    # (4 + 4) / 10 + (16 + 16) / 5 = 7.2, over 4 cells - 1 parameter
    assert pearson_dispersion(observed, fitted, 1) == pytest.approx(7.2 / 3)


def test_it_is_never_under_one():
    assert pearson_dispersion(np.full((2, 5), 10.0), np.full((2, 5), 10.0), 2) == 1


def test_a_cell_where_nothing_can_happen_adds_nothing():
    assert pearson_dispersion(np.array([0.0, 20.0, 10.0]), np.array([0.0, 10.0, 10.0]), 1) == pytest.approx(10 / 2)


def test_years_are_compared_with_each_municipalitys_share():
    counts = np.array([[10.0, 20.0], [20.0, 10.0]])
    # every cell is fitted as 15; 4 x 25 / 15 over (2 - 1)(2 - 1)
    assert yearly_dispersion(counts) == pytest.approx(100 / 15)
    assert yearly_dispersion(np.array([[10.0, 20.0], [20.0, 40.0]])) == 1
    assert yearly_dispersion(np.zeros((2, 2))) == 1
