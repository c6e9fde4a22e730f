"""Near repeats: do burglaries follow each other in space and time more than chance allows? Internal only."""

from dataclasses import dataclass

import numpy as np
from pointpats import Knox
from scipy.spatial import KDTree

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

    table: unordered pairs; rows near and far in space, columns near and far in time.
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

    p_permuted shuffles the times among the places; p_poisson treats the pair count as Poisson.
    """
    knox = Knox(metres, days[:, None], delta=near_metres, tau=near_days, permutations=0)
    close = KDTree(metres).query_pairs(near_metres, output_type="ndarray")
    shuffle = np.random.default_rng(SEED)
    as_many = sum(_near_in_time(shuffle.permutation(days), close, near_days) >= knox.nst for _ in range(permutations))
    expected = float(knox.expected[0, 0])
    return NearRepeat(
        pairs=int(knox.nst),
        # pointpats puts space-only pairs to the right; here rows are time, as in R's surveillance::knox.
        table=knox.observed.T.astype(np.int64),
        expected=expected,
        ratio=knox.nst / expected if expected else None,
        p_permuted=(as_many + 1) / (permutations + 1),
        p_poisson=float(knox.p_poisson),
    )


def _near_in_time(days: Floats, pairs: Integers, near_days: float) -> int:
    return int(np.count_nonzero(np.abs(days[pairs[:, 0]] - days[pairs[:, 1]]) <= near_days))
