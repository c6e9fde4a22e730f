"""Subtraction: two and three released numbers, one inside the other, whose difference counts a few cases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from data.catalogue import CATEGORIES
from tests.attack.facts import Fact

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Known:
    """Released numbers: the atoms that each counts (a row), its value, and how it is named."""

    counted: Mask
    values: Numbers
    names: list[str]


def small_differences(facts: Sequence[Fact], matrix: csr_array, numbers: Numbers) -> list[str]:
    """Return every released number, pair and triple that leaves 1 to 4 cases beside what the public grid tells."""
    names = [f"{fact.table} {sorted(fact.places)} {sorted(fact.quarters)} {sorted(fact.values)}" for fact in facts]
    known = Known(matrix.toarray() > 0, numbers, names)
    cells = [at for at, fact in enumerate(facts) if _is_public_cell(fact)]
    public = Known(known.counted[cells], numbers[cells], [names[at] for at in cells])
    known = _each_once(_with_years(known, facts, cells))
    told = zip(known.names, known.counted, known.values, strict=True)
    found = [name for name, atoms, number in told if _tells(atoms, number, public)]
    for whole, parts in _differences(known.counted):
        left = known.values[whole] - known.values[list(parts)].sum()
        if 1 <= left <= 4 and _tells(known.counted[whole] & ~known.counted[list(parts)].any(axis=0), left, public):
            found.append(f"{known.names[whole]} less {[known.names[part] for part in parts]}")
    return found


def _tells(atoms: Mask, number: float, public: Known) -> bool:
    """Return whether a number tells of 1 to 4 cases, when the cells of the public grid inside it are taken away."""
    inside = ~(public.counted & ~atoms).any(axis=1)
    return bool(1 <= number - public.values[inside].sum() <= 4)


def _is_public_cell(fact: Fact) -> bool:
    public = all(CATEGORIES[code].quarterly and CATEGORIES[code].unit is fact.unit for code in fact.categories)
    return (
        public
        and fact.attribute is None
        and fact.years == len(fact.places) == len(fact.quarters) == len(fact.categories) == 1
    )


def _with_years(known: Known, facts: Sequence[Fact], cells: Sequence[int]) -> Known:
    """Add what anybody adds up: the four quarters of each place, and all of them where there are several years."""
    years: dict[tuple[object, ...], list[int]] = {}
    for at in cells:
        years.setdefault((facts[at].categories, facts[at].places), []).append(at)
        years.setdefault((facts[at].categories, facts[at].places, facts[at].year), []).append(at)
    return Known(
        np.vstack([known.counted, *(np.atleast_2d(known.counted[ats].any(axis=0)) for ats in years.values())]),
        np.concatenate([known.values, [known.values[ats].sum() for ats in years.values()]]),
        [*known.names, *(f"the year of {known.names[ats[0]]}" for ats in years.values())],
    )


def _each_once(known: Known) -> Known:
    _, once = np.unique(known.counted, axis=0, return_index=True)
    return Known(known.counted[once, :], known.values[once], [known.names[at] for at in once])


def _differences(counted: Mask) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Return each number with one inside it, and with two inside it that are disjoint."""
    sets = counted.astype(np.float32)
    shared = np.asarray(sets @ sets.T)
    size = np.diag(shared)
    for whole in range(len(sets)):
        inside = np.flatnonzero((shared[whole] == size) & (size < size[whole]))
        yield from ((whole, (int(part),)) for part in inside)
        disjoint = np.argwhere(np.triu(shared[np.ix_(inside, inside)] == 0, 1))
        yield from ((whole, (int(inside[one]), int(inside[other]))) for one, other in disjoint)
