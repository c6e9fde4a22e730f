"""What a released number counts: a set of atoms. An atom is what no table divides further."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from data.attributes import ATTRIBUTES, UNKNOWN_VALUE
from data.catalogue import CATEGORIES, Unit
from tests.attack.facts import LOSS, LOST, Fact
from tests.attack.microdata import PLACES, QUARTERS

NOT_LOST = "andre"

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Block:
    """Every atom of some categories in one year, or in several, crossed by some attributes.

    `keys` are what an atom is told by: category, place, year, quarter, `first` (of its case), each attribute. `values`
    are theirs, an atom a column.
    """

    years: tuple[int, ...]
    attributes: tuple[str, ...]
    keys: tuple[str, ...]
    values: tuple[tuple[object, ...], ...]

    @property
    def name(self) -> str:
        return str(self.years[0]) if len(self.years) == 1 else f"{self.years[0]}–{self.years[-1]}"

    @property
    def size(self) -> int:
        return len(self.values[0])

    @cached_property
    def categories(self) -> frozenset[object]:
        return frozenset(self.values[0])

    def where(self, key: str, *values: object) -> Mask:
        """Return the atoms in which a key has one of the values."""
        found = np.zeros(self.size, dtype=bool)
        for value in values:
            found |= self._masks.get((key, value), found)
        return found

    def matrix(self, facts: Sequence[Fact]) -> csr_array:
        """Return which atoms each fact counts."""
        counted = [self._counted(fact) for fact in facts]
        return csr_array(np.array(counted, dtype=np.float64).reshape(len(facts), self.size))

    def concerns(self, fact: Fact) -> bool:
        """Return whether a fact counts whole atoms of this block."""
        known = fact.attribute is None or fact.attribute in self.attributes
        return set(fact.span) <= set(self.years) and known and fact.categories <= self.categories

    def truth(self, incidents: pd.DataFrame) -> NDArray[np.float64]:
        """Return how many incidents there really are in each atom."""
        of = incidents[incidents["year"].isin(self.years)].rename(
            columns={"kategori": "category", "kommunekode": "place"}
        )
        for attribute in self.attributes:
            of = of.assign(**{attribute: values_of(attribute, of)})
        # Where no category counts cases, nobody asks which report was the first of its case.
        of = of if self.where("first", False).any() else of.assign(first=True)
        counts = Counter(of[list(self.keys)].itertuples(index=False, name=None))
        return np.array([counts[atom] for atom in zip(*self.values, strict=True)], dtype=np.float64)

    @cached_property
    def _masks(self) -> dict[tuple[str, object], Mask]:
        return {
            (key, value): np.array([each == value for each in values])
            for key, values in zip(self.keys, self.values, strict=True)
            for value in set(values)
        }

    def _counted(self, fact: Fact) -> Mask:
        inside = self.where("category", *fact.categories) & self.where("place", *fact.places)
        inside &= self.where("year", *fact.span) & self.where("quarter", *fact.quarters)
        if fact.unit is Unit.CASES:
            inside &= self.where("first", True)
        if fact.attribute is not None:
            inside &= self.where(fact.attribute, *fact.values)
        return inside


def block(categories: Sequence[str], years: int | Sequence[int], attributes: Sequence[str] = ()) -> Block:
    """Return the atoms of some categories in a year, or in several, crossed by the attributes."""
    span = (years,) if isinstance(years, int) else tuple(years)
    firsts = (True, False) if any(CATEGORIES[code].unit is Unit.CASES for code in categories) else (True,)
    atoms = product(categories, PLACES, span, QUARTERS, firsts, *map(domain, attributes))
    keys = ("category", "place", "year", "quarter", "first", *attributes)
    return Block(span, tuple(attributes), keys, tuple(zip(*atoms, strict=True)))


def domain(attribute: str) -> tuple[str, ...]:
    """Return every value of an attribute, unknown as well."""
    return (LOST, NOT_LOST) if attribute == LOSS else (*ATTRIBUTES[attribute].values, UNKNOWN_VALUE)


def values_of(attribute: str, incidents: pd.DataFrame) -> pd.Series:
    """Return each incident's value of an attribute, as the publisher reads it."""
    if attribute == LOSS:
        return pd.Series(np.where(incidents["tab_kr"].fillna(0) > 0, LOST, NOT_LOST), index=incidents.index)
    return incidents[attribute].where(incidents[attribute].isin(ATTRIBUTES[attribute].values), UNKNOWN_VALUE)
