"""The gate: what may stand in a table that the council sees. Every published table passes here, once.

The public grid (municipality x quarter x category) is exact. Everything beyond it is all-or-nothing: a table shows a
place only when all of its numbers are five or more, the other places are one rest that obeys the same rule, and no
rest can be undone by subtraction. docs/diskretion.md explains the policy in Danish; METHODS, 11.3 is its text.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from data.municipalities import UNKNOWN

SMALLEST_GROUP = 5  # the number the public knows; stricter than the 3 observations of official statistics
SMALLEST_REST = 2  # a rest of one municipality is that municipality, by subtraction
REST = "oevrige"

Counts = Mapping[str, int]
Groups = Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class Partition:
    """Units that are shown, each for itself, and the rest that is shown as one. No unit is in both."""

    shown: tuple[str, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True)
class Gate:
    """One table's rule: the units by size, whether a unit may stand alone, and whether a rest may, an empty one too."""

    size: Mapping[str, float]
    may_stand: Callable[[str], bool]
    rest_may_stand: Callable[[Sequence[str]], bool]

    def partition(self) -> Partition | None:
        """Return who is shown, or None when nobody can be, not even all as one.

        Units move to the rest until it can be shown itself: the smallest that is enough alone, else the smallest.
        """
        shown = sorted(filter(self.may_stand, self.size), key=lambda unit: (self.size[unit], unit))
        rest = [unit for unit in self.size if unit not in shown]
        while not self.rest_may_stand(rest):
            if not shown:
                return None
            moved = next((unit for unit in shown if self.rest_may_stand([*rest, unit])), shown[0])
            shown.remove(moved)
            rest.append(moved)
        return Partition(tuple(sorted(shown)), tuple(sorted(rest)))

    def with_shown(self, shown: Sequence[str]) -> Partition | None:
        """Return the partition that shows exactly these units, or None when the rule does not allow it."""
        rest = tuple(sorted(set(self.size) - set(shown)))
        allowed = all(unit in self.size and self.may_stand(unit) for unit in shown) and self.rest_may_stand(rest)
        return Partition(tuple(sorted(shown)), rest) if allowed else None


def may_show(counts: Sequence[int]) -> bool:
    """Return whether every count is at least five. A zero is a small number too: it tells about everyone."""
    return all(count >= SMALLEST_GROUP for count in counts)


def none_or_enough(count: int) -> bool:
    """Return whether a count beside the groups may be told: nobody at all, or at least five."""
    return count == 0 or count >= SMALLEST_GROUP


def group_gate(groups: Groups, unknown: Counts, candidates: Container[str]) -> Gate:
    """Return the rule of a breakdown: every group of every unit, and of the rest, is at least five (P2 b and c).

    `unknown` is the count without a known group. It is a group of its own, but may be empty: a unit's total is
    public. `candidates` are the units whose total may be told.
    """
    total = {unit: sum(groups[unit]) + unknown[unit] for unit in groups}

    def unit_may_stand(unit: str) -> bool:
        return unit in candidates and may_show(groups[unit]) and none_or_enough(unknown[unit])

    def rest_may_stand(rest: Sequence[str]) -> bool:
        if not rest:
            return True
        columns = [sum(column) for column in zip(*(groups[unit] for unit in rest), strict=True)]
        without = sum(unknown[unit] for unit in rest)
        return _is_several(rest) and may_show(columns) and none_or_enough(without) and _hides_its_largest(rest, total)

    return Gate(_present(total), unit_may_stand, rest_may_stand)


def total_gate(counts: Counts) -> Gate:
    """Return the rule of plain counts outside the public grid: each at least five, and the rest as well (P6)."""

    def rest_may_stand(rest: Sequence[str]) -> bool:
        return not rest or (_is_several(rest) and may_show([sum(counts[unit] for unit in rest)]))

    return Gate(_present(counts), lambda unit: may_show([counts[unit]]), rest_may_stand)


def beside_gate(counts: Counts, beyond: Counts, candidates: Container[str]) -> Gate:
    """Return the rule of a number that stands beside a known one and is larger by `beyond`: reports beside cases.

    The difference is a number as well, so it is none or at least five. In a rest it is never none: then each of its
    units would have exactly as many as is known of it.
    """

    def unit_may_stand(unit: str) -> bool:
        return unit in candidates and may_show([counts[unit]]) and none_or_enough(beyond[unit])

    def rest_may_stand(rest: Sequence[str]) -> bool:
        sums = [sum(column[unit] for unit in rest) for column in (counts, beyond)]
        return not rest or (_is_several(rest) and may_show(sums))

    return Gate(_present({unit: counts[unit] + beyond[unit] for unit in counts}), unit_may_stand, rest_may_stand)


def _present(totals: Mapping[str, int]) -> dict[str, int]:
    """Return the units to be placed: reports without a municipality are one when there are any."""
    return {unit: total for unit, total in totals.items() if unit != UNKNOWN or total}


def _is_several(rest: Sequence[str]) -> bool:
    return sum(unit != UNKNOWN for unit in rest) >= SMALLEST_REST


def _hides_its_largest(rest: Sequence[str], total: Counts) -> bool:
    """Return whether a rest holds five or more beside its largest unit.

    Totals are public: a rest of 50 and 1 would tell the groups of the 50 to within one.
    """
    members = [total[unit] for unit in rest]
    return sum(members) - max(members) >= SMALLEST_GROUP
