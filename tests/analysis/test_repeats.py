import csv
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from pointpats import Knox
from scipy.stats import norm

from analysis import repeats
from analysis.repeats import near_repeat

FILES = Path(__file__).parent / "files"


def points():
    with (FILES / "knox_points.csv").open(newline="") as file:
        rows = np.array([[float(row[key]) for key in ("x", "y", "t")] for row in csv.DictReader(file)])
    return rows[:, :2], rows[:, 2]


def test_sixty_points_against_r():
    found = near_repeat(*points())
    assert found.table.tolist() == [[10, 268], [20, 1472]]
    assert found.pairs == 10
    assert found.expected == pytest.approx(278 * 30 / 1770)
    assert found.ratio == pytest.approx(2.122302)
    assert 0.008 <= found.p_permuted <= 0.018  # R's surveillance::knox: 0.0115
    assert found.p_poisson == pytest.approx(0.009180, abs=1e-6)


def test_every_pair_is_counted_once_and_limits_are_included():
    metres = np.array([[0.0, 0.0], [0.0, 200.0], [0.0, 401.0], [5000.0, 0.0]])
    days = np.array([0.0, 14.0, 29.0, 29.0])
    found = near_repeat(metres, days, permutations=9)
    # near in both: 1-2; near in time only: 3-4; near in space only: none
    assert found.table.tolist() == [[1, 1], [0, 4]]


def test_the_same_points_give_the_same_p():
    assert near_repeat(*points(), permutations=99).p_permuted == near_repeat(*points(), permutations=99).p_permuted


def test_the_observed_order_is_one_of_the_permutations():
    metres = np.repeat(np.arange(20.0)[:, None] * [[5000.0, 0.0]], 2, axis=0)
    days = np.repeat(np.arange(20.0) * 100, 2)  # twenty pairs on the same spot and day
    assert near_repeat(metres, days, permutations=99).p_permuted == 1 / 100


def test_points_that_are_nowhere_near_have_no_ratio():
    metres = np.array([[0.0, 0.0], [9000.0, 0.0], [0.0, 9000.0]])
    found = near_repeat(metres, np.array([0.0, 1.0, 2.0]), permutations=9)
    assert (found.pairs, found.ratio, found.p_permuted) == (0, None, 1.0)


@pytest.mark.parametrize("seed", range(5))
def test_the_counts_are_those_of_pointpats(seed):
    random = np.random.default_rng(seed)
    # Whole cells and days, so that many pairs lie exactly at a limit or on each other.
    metres, days = random.integers(0, 12, (80, 2)) * 100.0, random.integers(0, 60, 80).astype(float)
    ours, theirs = near_repeat(metres, days, permutations=0), Knox(metres, days[:, None], 200, 14, permutations=0)
    assert ours.table.T.tolist() == theirs.observed.tolist()  # there, space only stands to the right
    assert ours.expected == pytest.approx(theirs.expected[0, 0])
    assert ours.p_poisson == pytest.approx(theirs.p_poisson)


@pytest.mark.parametrize("seed", range(3))
def test_where_the_pairs_are_many_their_known_spread_stands_for_drawing_them(seed, monkeypatch):
    random = np.random.default_rng(seed)
    # Some lie in the town and some outside it: then the pairs that share a point decide the spread.
    metres = np.vstack([random.integers(0, 12, (150, 2)), random.integers(0, 60, (150, 2))]) * 100.0
    days = random.integers(0, 90, 300).astype(float) ** 1.3
    drawn = near_repeat(metres, days, permutations=1999)
    monkeypatch.setattr(repeats, "MOST_DRAWN", 0)
    told = near_repeat(metres, days, permutations=1999)
    assert (drawn.drawn, told.drawn, told.pairs) == (1999, 0, drawn.pairs)
    assert told.p_permuted == pytest.approx(drawn.p_permuted, abs=0.04)


def test_the_spread_is_that_of_every_order_of_four_points(monkeypatch):
    monkeypatch.setattr(repeats, "MOST_DRAWN", 0)
    metres = np.array([[0.0, 0.0], [100.0, 0.0], [200.0, 0.0], [9000.0, 0.0]])
    days = np.array([0.0, 10.0, 20.0, 100.0])
    close = np.array([[0, 1], [0, 2], [1, 2]])
    counts = [repeats._near_in_time(days[list(order)], close, 14) for order in permutations(range(4))]
    assert repeats._spread(days, close, 14) == pytest.approx(np.std(counts))
    found = near_repeat(metres, days)
    assert found.expected == pytest.approx(np.mean(counts))
    assert found.p_permuted == pytest.approx(norm.sf(found.pairs - 0.5, np.mean(counts), np.std(counts)))
