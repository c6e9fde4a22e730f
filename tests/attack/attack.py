"""The attack (METHODS, 11.6): every released number is subtracted from every other, and put into linear programs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from data.catalogue import CATEGORIES, Unit
from tests.attack.atoms import Block, Mask, block, domain
from tests.attack.bounds import bounds
from tests.attack.differences import small_differences
from tests.attack.facts import Fact, collected
from tests.attack.microdata import PLACES, QUARTERS

# A count from 1 to 4 is what is protected (11.3); cells of a larger municipality keep an interval of five (11.6).
SMALLEST, LARGEST = 1, 4
LARGE_TOTAL, WIDE = 10, 5

Released = dict[str, pd.DataFrame]
Rng = np.random.Generator
Item = TypeVar("Item")


@dataclass
class Findings:
    """What the attack gave: cells `recovered`, intervals too `narrow`, small `differences`, and how much was tried."""

    recovered: list[str] = field(default_factory=list)
    narrow: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    tried: int = 0
    widths: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Target:
    """A hidden count: the atoms it counts, and how large the municipality is that it is a part of.

    `whole`: of all years that are told as one.
    """

    name: str
    atoms: Mask
    total: float
    whole: bool


def attacked(
    released: Released, incidents: pd.DataFrame, rng: Rng, blocks_tried: int, targets_tried: int = 24
) -> Findings:
    """Attack a release; `incidents` is the truth, which the attacker does not know but is judged by."""
    findings = Findings()
    facts = collected(released)
    for of in some(rng, list(blocks(facts)), blocks_tried):
        attack_block(of, facts, incidents, rng, targets_tried, findings)
    return findings


def attack_block(
    of: Block, facts: Iterable[Fact], incidents: pd.DataFrame, rng: Rng, targets_tried: int, findings: Findings
) -> None:
    """Attack the atoms of one block by every fact that concerns them, and add what is found to `findings`."""
    known = [fact for fact in facts if of.concerns(fact)]
    if not known:
        return
    matrix, truth = of.matrix(known), of.truth(incidents)
    numbers = np.array([fact.number for fact in known], dtype=np.float64)
    wrong = np.flatnonzero(matrix @ truth != numbers)
    assert not len(wrong), f"released, and not true: {[known[at] for at in wrong[:3]]}"
    findings.differences += small_differences(known, matrix, numbers)
    targets = some(rng, [target for target in targets_of(of, truth) if is_small(target.atoms, truth)], targets_tried)
    if not targets:
        return
    found = bounds(matrix, numbers, csr_array(np.array([target.atoms for target in targets], dtype=np.float64)))
    for target, low, high in zip(targets, found.low, found.high, strict=True):
        what = f"{of.name} {target.name}: {low:.0f}-{high:.0f}"
        findings.tried += 1
        if low >= high:
            findings.recovered.append(what)
        if target.whole and target.total >= LARGE_TOTAL:
            findings.widths.append(high - low)
            if high - low < WIDE:
                findings.narrow.append(what)


def blocks(facts: Iterable[Fact]) -> Iterator[Block]:
    """Return a block for each category, years and attribute that anything was told of, and one for plain counts."""
    seen = {(category, fact.span, fact.attribute) for fact in facts for category in fact.categories}
    for category, years, attribute in sorted(seen, key=str):
        yield block([category], years, [attribute] if attribute else [])


def targets_of(of: Block, truth: NDArray[np.float64]) -> Iterator[Target]:
    """Return the counts of every group, and of every rest of a case, in every municipality, in each year and quarter.

    Without a group: the yearly and quarterly counts of what lies outside the grid.
    """
    for place, (code, name, what) in product(PLACES, list(_parts(of))):
        here = of.where("place", place) & of.where("category", code)
        total = float(truth[here].sum())
        inside = here & what
        yield Target(f"{place} {code} {name}", inside, total, whole=True)
        for year in of.years:
            in_year = inside & of.where("year", year)
            if len(of.years) > 1:
                yield Target(f"{place} {code} {year} {name}", in_year, total, whole=False)
            for quarter in QUARTERS:
                within = in_year & of.where("quarter", quarter)
                yield Target(f"{place} {code} {year}K{quarter} {name}", within, total, whole=False)


def _parts(of: Block) -> Iterator[tuple[str, str, Mask]]:
    """Return the category, the name and the atoms of what is hidden in it."""
    for code in sorted(map(str, of.categories)):
        for values in product(*map(domain, of.attributes)):
            if values:
                groups = [of.where(attribute, value) for attribute, value in zip(of.attributes, values, strict=True)]
                yield code, " ".join(values), np.logical_and.reduce(groups)
        if CATEGORIES[code].unit is Unit.CASES:
            yield code, "beyond the cases", of.where("first", False)
        if not CATEGORIES[code].quarterly:
            yield code, "in all", of.where("category", code)


def is_small(atoms: Mask, truth: NDArray[np.float64]) -> bool:
    """Return whether the atoms really hold 1 to 4 incidents."""
    return bool(SMALLEST <= truth[atoms].sum() <= LARGEST)


def some(rng: Rng, of: list[Item], number: int) -> list[Item]:
    """Return so many of a list, drawn without choice."""
    return [of[at] for at in sorted(rng.permutation(len(of))[:number])]
