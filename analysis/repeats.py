"""Near repeats: do burglaries follow each other in space and time more than chance allows? Internal only."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import KDTree
from scipy.stats import norm, poisson

from analysis.arrays import Floats, Integers

# Fixed beforehand: a grid of distances and times would be many tests.
NEAR_METRES, NEAR_DAYS = 200.0, 14.0
LEAST_POINTS = 50
PERMUTATIONS = 9999
# With more pairs near in space than this, no permutations are drawn: what they would show is known by then.
MOST_DRAWN = 10_000
# The same points give the same p whoever computes it and whenever.
SEED = 1964


@dataclass(frozen=True)
class NearRepeat:
    """Pairs near in both space and time against the product of the margins.

    table: unordered pairs; rows near and far in time, columns near and far in space, as in R's surveillance::knox.
    p_permuted is the probability of as many pairs or more when the times are shuffled among the places: the share of
    `drawn` permutations, or with 0 drawn of their normal approximation. p_poisson is that of more pairs than these.
    """

    pairs: int
    table: Integers
    expected: float
    ratio: float | None
    p_permuted: float
    drawn: int
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
    near_both, near_space = _near_in_time(days, close, near_days), len(close)
    near_time, every = pairs_in_time(days, near_days), len(days) * (len(days) - 1) // 2
    expected = near_space * near_time / every
    drawn = 0 if near_space > MOST_DRAWN else permutations
    if drawn or not permutations:
        p_permuted = _drawn_p(days, close, near_days, near_both, drawn)
    else:
        p_permuted = float(norm.sf(near_both - 0.5, expected, _spread(days, close, near_days)))
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
        p_permuted=p_permuted,
        drawn=drawn,
        p_poisson=float(poisson.sf(near_both, expected)),
    )


def pairs_in_time(days: Floats, near_days: float) -> int:
    """Return how many pairs of all points are near in time."""
    return int(_near_neighbours(days, near_days).sum()) // 2


def _drawn_p(days: Floats, close: Integers, near_days: float, near_both: int, permutations: int) -> float:
    shuffle = np.random.default_rng(SEED)
    shuffled = (_near_in_time(shuffle.permutation(days), close, near_days) for _ in range(permutations))
    return (sum(pairs >= near_both for pairs in shuffled) + 1) / (permutations + 1)


def _near_in_time(days: Floats, pairs: Integers, near_days: float) -> int:
    """Return how many of these pairs (of indexes) are near in time."""
    return int(np.count_nonzero(np.abs(days[pairs[:, 0]] - days[pairs[:, 1]]) <= near_days))


def _near_neighbours(days: Floats, near_days: float) -> Integers:
    """Return how many others are near in time to each point, in the order of time."""
    ordered = np.sort(days)
    after = np.searchsorted(ordered, ordered + near_days, side="right")
    before = np.searchsorted(ordered, ordered - near_days, side="left")
    return after - before - 1


def _spread(days: Floats, close: Integers, near_days: float) -> float:
    """Return the standard deviation of the pairs near in both over all permutations of the times.

    David & Barton 1966, Br. J. Prev. Soc. Med. 20:44: exact, from how many pairs share a point in space and in time.
    """
    points = float(len(days))
    triples = points * (points - 1) * (points - 2)
    space, space_sharing = _pairs(np.bincount(close.ravel(), minlength=len(days)))
    time, time_sharing = _pairs(_near_neighbours(days, near_days))
    mean = 2 * space * time / (points * (points - 1))
    apart = (space * (space - 1) - space_sharing) * (time * (time - 1) - time_sharing) * 4 / (triples * (points - 3))
    return float(np.sqrt(mean + space_sharing * time_sharing / triples + apart - mean**2))


def _pairs(neighbours: Integers) -> tuple[float, float]:
    """Return the pairs, and the ordered pairs of them that share a point."""
    of_each = neighbours.astype(np.float64)
    return float(of_each.sum() / 2), float((of_each * (of_each - 1)).sum())
