"""Two releases of the same years: the attacker asks who the few are that came in between.

He knows which numbers are of which day (`protected_year`), and guesses that nothing was withdrawn: what the second
release counts is what the first one counted, and a little more.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import block_array, csr_array

from tests.attack.atoms import Block
from tests.attack.attack import WIDE, Findings, Released, Rng, is_small, some, targets_of
from tests.attack.bounds import bounds
from tests.attack.facts import LOSS, Fact, collected

Subjects = set[tuple[str, str, int, str, int]]


@dataclass(frozen=True)
class Known:
    """What two releases tell: of the incidents on the first day, and of those on the second."""

    then: list[Fact]
    now: list[Fact]


def told_by(first: Released, second: Released) -> Known:
    """Return the facts of two releases, each under the day it is of."""
    unchanged = _of_the_first_day(first, second)
    old, new = collected(first), collected(second)
    kept = [fact for fact in new if _subject(fact) in unchanged]
    return Known(old + kept, [fact for fact in new if _subject(fact) not in unchanged])


def attack_two(of: Block, known: Known, before: pd.DataFrame, after: pd.DataFrame, rng: Rng, tried: int) -> Findings:
    """Return what two releases give away: of the first day's counts, of the second's, and of what came between."""
    then, now = ([fact for fact in facts if of.concerns(fact)] for facts in (known.then, known.now))
    then_matrix, now_matrix = of.matrix(then), of.matrix(now)
    matrix = block_array([[then_matrix, None], [now_matrix, now_matrix]], format="csr")
    numbers = np.array([fact.number for fact in (*then, *now)], dtype=np.float64)
    truth = np.concatenate([of.truth(before), of.truth(after) - of.truth(before)])
    assert (truth >= 0).all(), "the second district is the first with more in it"
    assert (matrix @ truth == numbers).all(), "released, and not true"
    return _judged(matrix, numbers, of, truth, rng, tried)


def _judged(known: csr_array, numbers: np.ndarray, of: Block, truth: np.ndarray, rng: Rng, tried: int) -> Findings:
    nothing = np.zeros(of.size, dtype=bool)
    aimed = []
    for target in targets_of(of, truth[: of.size]):
        whens = {"first": [target.atoms, nothing], "came": [nothing, target.atoms], "second": [target.atoms] * 2}
        aimed += [(f"{when} {target.name}", np.concatenate(parts)) for when, parts in whens.items()]
    # Those that came between are what the second release may give away: more of them are tried.
    hidden = [(name, atoms) for name, atoms in aimed if is_small(atoms, truth)]
    came = [each for each in hidden if each[0].startswith("came")]
    chosen = some(rng, came, 3 * tried) + some(rng, [each for each in hidden if not each[0].startswith("came")], tried)
    findings = Findings(tried=len(chosen))
    if chosen:
        found = bounds(known, numbers, csr_array(np.array([atoms for _, atoms in chosen], dtype=np.float64)))
        findings.recovered = [
            f"{of.name} {name}: {low:.0f}"
            for (name, _), low, high in zip(chosen, found.low, found.high, strict=True)
            if low >= high
        ]
    return findings


def _of_the_first_day(first: Released, second: Released) -> Subjects:
    """Return the tables of closed years whose numbers the second release has from the first one's day."""
    keys = ["protected_table", "category", "year", "attribute", "years"]
    both = second["protected_year"].merge(first["protected_year"], on=[*keys, "counted"])
    return set(both[keys].itertuples(index=False, name=None))


def _subject(fact: Fact) -> tuple[str, str, int, str, int]:
    attribute = "" if fact.attribute in (None, LOSS) else str(fact.attribute)
    return fact.table, next(iter(fact.categories)), fact.year, attribute, fact.years


def moved_a_little(first: Released, second: Released) -> list[str]:
    """Return every number of a closed year's protected table that is there in both releases and has moved by 1 to 4."""
    found = []
    for name in ("breakdown", "count_year", "report_year", "money_year"):
        of = ("municipality", "year", "years", "category", "attribute", "level", "value")
        keys = [key for key in first[name] if key in of]
        both = first[name].merge(second[name], on=keys, suffixes=("_before", "_after"))
        for column in sorted({"count", "cases"} & set(first[name])):
            moved = (both[f"{column}_after"] - both[f"{column}_before"]).abs()
            found += [f"{name} {row}" for row in both.loc[moved.between(1, WIDE - 1), keys].to_numpy().tolist()]
    return found
