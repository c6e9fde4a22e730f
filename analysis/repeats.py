"""Near repeats: do burglaries follow each other in space and time more than chance allows? Internal only."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import KDTree
from scipy.stats import poisson

from analysis.arrays import Floats, Integers

# Fixed beforehand: a grid of distances and times would be many tests.
NEAR_METRES, NEAR_DAYS = 200.0, 14.0
LEAST_POINTS = 50
PERMUTATIONS = 9999
# The same points give the same p whoever computes it and whenever.
SEED = 1964


@dataclass(frozen=True)
class NearRepeat:
    """Pairs near in both space and time against the product of the margins.

    table: unordered pairs; rows near and far in time, columns near and far in space, as in R's surveillance::knox.
    p_poisson is the probability of more pairs than these.
    """

    pairs: int
    table: Integers
    expected: float
    ratio: float | None
    p_permuted: float
    p_poisson: float


def near_repeat(
    metres: Floats, days: Floats, near_metres: float = NEAR_METRES, near_days: float = NEAR_DAYS,
    permutations: int = PERMUTATIONS,
) -> NearRepeat:  # fmt: skip
    """Return Knox's test (Knox 1964, Appl. Stat. 13:25). metres: points x 2, days: points; limits are included.

    p_permuted shuffles the times among the places; p_poisson treats the pair count as Poisson. Only pairs that are near
    in space are looked at: pointpats' Knox, against which the tests hold this, needs a second for a district's year.
    """
    close = KDTree(metres).query_pairs(near_metres, output_type="ndarray")
    near_both, near_space = pairs_near_in_time(days, close, near_days), len(close)
    near_time, every = _pairs_in_time(days, near_days), len(days) * (len(days) - 1) // 2
    expected = near_space * near_time / every
    shuffle = np.random.default_rng(SEED)
    shuffled = (pairs_near_in_time(shuffle.permutation(days), close, near_days) for _ in range(permutations))
    as_many = sum(pairs >= near_both for pairs in shuffled)
    return NearRepeat(
        pairs=near_both,
        table=np.array(
            [
                [near_both, near_time - near_both],
                [near_space - near_both, every - near_space - near_time + near_both],
            ]
        ),
        expected=expected,
        ratio=near_both / expected if expected else None,
        p_permuted=(as_many + 1) / (permutations + 1),
        p_poisson=float(poisson.sf(near_both, expected)),
    )


def pairs_near_in_time(days: Floats, pairs: Integers, near_days: float) -> int:
    """Return how many of these pairs (of indexes) are near in time."""
    return int(np.count_nonzero(np.abs(days[pairs[:, 0]] - days[pairs[:, 1]]) <= near_days))


def _pairs_in_time(days: Floats, near_days: float) -> int:
    """Return how many pairs of all points are near in time."""
    ordered = np.sort(days)
    reached = np.searchsorted(ordered, ordered + near_days, side="right")
    return int((reached - np.arange(len(days)) - 1).sum())
