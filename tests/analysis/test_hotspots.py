import numpy as np
import pytest

from analysis.hotspots import hot_spots, local_g, prediction_accuracy_index

POINTS = np.array([[10, 10], [20, 10], [40, 10], [15, 20], [30, 20], [30, 30]], float)
VALUES = np.array([2, 3, 3.2, 5, 8, 7])


@pytest.mark.parametrize(
    ("star", "transform", "z"),
    [
        (False, "B", [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941]),
        (True, "B", [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]),
        (False, "R", [-0.62074534, -0.01780611, 1.31558703, -0.12824171, 0.28843496, 1.77833941]),
        (True, "R", [-0.62488094, -0.09144599, 0.41150696, -0.09144599, 0.24690418, 1.28024388]),
    ],
)
def test_the_librarys_published_example(star, transform, z):
    assert local_g(POINTS, VALUES, 15, star, transform).Zs == pytest.approx(z, abs=1e-7)


def test_an_island_has_no_neighbours_to_be_hot_with():
    lonely = POINTS.copy()
    lonely[2] = [400, 10]
    assert np.isnan(local_g(lonely, VALUES, 15, star=False).Zs).tolist() == [False, False, True, False, False, False]


def district():
    """Return a square of 12 x 12 cells with 500 dwellings and 5 cases each, nine of them with 60."""
    metres = np.array([[x, y] for x in range(12) for y in range(12)], float) * 1000
    cases = np.random.default_rng(3).poisson(5, len(metres)).astype(float)
    middle = (np.abs(metres - 5000) <= 1000).all(axis=1)
    cases[middle] = 60
    return metres, cases, np.full(len(metres), 500.0), middle


def test_a_cluster_is_hot_and_the_rest_of_the_district_is_not():
    metres, cases, dwellings, middle = district()
    found = hot_spots(metres, cases, dwellings)
    assert found.hot[middle].sum() >= 8  # a corner of the cluster has five ordinary neighbours
    far = (np.abs(metres - 5000) > 2500).any(axis=1)
    assert not found.hot[far].any()


def test_cells_of_few_dwellings_are_left_out():
    metres, cases, dwellings, middle = district()
    dwellings[0], dwellings[1] = 99, 100
    cases[0] = 90
    found = hot_spots(metres, cases, dwellings)
    assert np.isnan(found.z[:2]).tolist() == [True, False]
    assert not found.hot[0]


def test_the_same_cells_give_the_same_p():
    metres, cases, dwellings, _ = district()
    first, second = hot_spots(metres, cases, dwellings), hot_spots(metres, cases, dwellings)
    np.testing.assert_array_equal(first.p, second.p)


@pytest.mark.parametrize(
    ("crimes_in", "crimes_all", "area_in", "area_all", "index"),
    [(25, 100, 2, 50, 6.25), (0, 100, 2, 50, 0), (2, 50, 2, 50, 1), (0, 0, 2, 50, None), (1, 9, 0, 50, None)],
)
def test_prediction_accuracy_index(crimes_in, crimes_all, area_in, area_all, index):
    assert prediction_accuracy_index(crimes_in, crimes_all, area_in, area_all) == index
