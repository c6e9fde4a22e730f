"""Linear programs: between which two numbers must a hidden count lie, after all that was released?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import block_array, csr_array, eye_array, kron

Numbers = NDArray[np.float64]

# More than any district here has; without it an unknown total could be anything.
MOST = 100_000.0
SMALLEST_ERROR = 1e-6
TARGETS_AT_ONCE = 16


@dataclass(frozen=True)
class Bounds:
    """The least and the greatest whole number that each target can be."""

    low: Numbers
    high: Numbers

    @property
    def width(self) -> Numbers:
        return self.high - self.low


def bounds(known: csr_array, numbers: Numbers, targets: csr_array) -> Bounds:
    """Return the bounds of each target (a row: the atoms it counts), given that `known` times the atoms is `numbers`.

    Many programs are solved as one, side by side, which costs a fraction of as many calls.
    """
    known, numbers, targets = _merged(known, numbers, targets)
    starts = range(0, targets.shape[0], TARGETS_AT_ONCE)
    ends = np.hstack([_solved(known, numbers, targets[at : at + TARGETS_AT_ONCE]) for at in starts])
    return Bounds(np.ceil(ends[0] - SMALLEST_ERROR), np.floor(ends[1] + SMALLEST_ERROR))


def _merged(known: csr_array, numbers: Numbers, targets: csr_array) -> tuple[csr_array, Numbers, csr_array]:
    """Return the same with atoms that are counted alike everywhere as one, and each fact once."""
    both = block_array([[known], [targets]], format="csr").toarray()
    columns = np.unique(both, axis=1)
    facts, at = np.unique(columns[: known.shape[0]], axis=0, return_index=True)
    return csr_array(facts), numbers[at], csr_array(columns[known.shape[0] :])


def _solved(known: csr_array, numbers: Numbers, targets: csr_array) -> Numbers:
    """Return the least and the greatest that each target can be, a row each."""
    copies = 2 * targets.shape[0]
    signed = block_array([[targets], [-targets]], format="csr")
    solution = linprog(
        signed.toarray().ravel(),
        A_eq=kron(eye_array(copies), known, format="csr"),
        b_eq=np.tile(numbers, copies),
        bounds=(0, MOST),
        method="highs",
    )
    assert solution.status == 0, f"the released numbers contradict each other: {solution.message}"
    reached = (signed.toarray() * solution.x.reshape(copies, -1)).sum(axis=1)
    return np.array([reached[: targets.shape[0]], -reached[targets.shape[0] :]])
