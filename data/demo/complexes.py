"""Case complexes: which reports belong to the same case. The sizes are invented.

A case is named by one of its rows: the number of a row in the batch that it is drawn in.
"""

import numpy as np
from numpy.typing import NDArray

from data.demo.columns import Generator

_SHARE_IN_COMPLEXES = 0.12  # of the reports; the rest are a case of their own
_SMALLEST, _LARGEST = 2, 60
_SIZE_MEDIAN, _SIZE_SIGMA = 3.0, 1.1


def complexes(rng: Generator, number: int) -> NDArray[np.int64]:
    """Return each report's case: mostly its own, some in cases of two to sixty, anywhere in the district."""
    case = np.arange(number)
    members = rng.permutation(number)[: int(number * _SHARE_IN_COMPLEXES)]
    drawn = rng.lognormal(np.log(_SIZE_MEDIAN), _SIZE_SIGMA, len(members) // _SMALLEST + 1)
    sizes = drawn.astype(np.int64).clip(_SMALLEST, _LARGEST)
    # The members in a row, cut into cases; the last case takes what is left.
    case_of_member = np.repeat(np.arange(len(sizes)), sizes)[: len(members)]
    _, first = np.unique(case_of_member, return_index=True)
    case[members] = members[first][case_of_member]
    return case
