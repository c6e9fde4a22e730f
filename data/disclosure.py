"""The gate: what may stand in a table that the council sees. Every published table passes here, once.

The public grid (municipality x quarter x category) is exact. Everything beyond it is all-or-nothing: a breakdown
shows a municipality only when every group holds at least five, the others are one rest group that obeys the
same rule, and no rest can be undone by subtraction. docs/diskretion.md explains the policy in Danish.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.attributes import UNKNOWN_VALUE, Grouping
from data.municipalities import UNKNOWN

SMALLEST_GROUP = 5  # the number the public knows; stricter than the 3 observations of official statistics
SMALLEST_REST = 2  # a rest of one municipality is that municipality, by subtraction
SHOWN_SHARE = 9 / 13  # a grouping is fine enough when it shows this share of the municipalities
REST = "oevrige"


@dataclass(frozen=True)
class Partition:
    """Units that may be shown, each for itself, and the rest that is shown as one. No unit is in both."""

    shown: tuple[str, ...]
    rest: tuple[str, ...]


def may_show(counts: Sequence[int]) -> bool:
    """Return whether every count is at least five. A zero is a small number too: it tells about everyone."""
    return all(count >= SMALLEST_GROUP for count in counts)


def partition(groups: Mapping[str, Sequence[int]], unknown: Mapping[str, int]) -> Partition | None:
    """Return which units a breakdown may show, or None when not even the whole district can be shown.

    `groups`: unit -> count of each group; `unknown`: unit -> count without a known group, which must be none or
    at least five because the unit's total is public. A unit without a municipality (`998`) is always in the rest.
    Units move to the rest, smallest first, until it is empty or can be shown itself.
    """
    shown = sorted(
        (unit for unit in groups if unit != UNKNOWN and _unit_may_show(groups[unit], unknown[unit])),
        key=lambda unit: (-sum(groups[unit]), unit),
    )
    while True:
        rest = tuple(sorted(set(groups) - set(shown)))
        if _rest_may_show(rest, groups, unknown):
            return Partition(tuple(sorted(shown)), rest)
        if not shown:
            return None
        shown.pop()


def _unit_may_show(counts: Sequence[int], unknown: int) -> bool:
    return may_show(counts) and (unknown == 0 or unknown >= SMALLEST_GROUP)


def _rest_may_show(rest: Sequence[str], groups: Mapping[str, Sequence[int]], unknown: Mapping[str, int]) -> bool:
    places = [unit for unit in rest if unit != UNKNOWN]
    without_place = sum(sum(groups[unit]) + unknown[unit] for unit in rest if unit == UNKNOWN)
    if not places and without_place == 0:
        return True
    if len(places) < SMALLEST_REST:
        return False
    totals = [sum(column) for column in zip(*(groups[unit] for unit in rest), strict=True)]
    return _unit_may_show(totals, sum(unknown[unit] for unit in rest))


@dataclass(frozen=True)
class ProtectedBreakdown:
    """A breakdown at the ladder level that shows enough: (unit or `oevrige`, group code) -> count."""

    level: int
    partition: Partition
    cells: dict[tuple[str, str], int]


def protected_breakdown(
    counts: Mapping[tuple[str, str], int], ladder: Sequence[Grouping], units: Sequence[str]
) -> ProtectedBreakdown | None:
    """Return the breakdown of one category in one closed year at the finest level that shows enough, else the best.

    `counts`: (unit, value) -> incidents. The level is chosen for all municipalities at once, so that no two levels
    of one attribute stand side by side. None: nothing can be shown.
    """
    places = sum(unit != UNKNOWN for unit in units)
    best: ProtectedBreakdown | None = None
    for level, grouping in enumerate(ladder):
        candidate = _at_level(level, grouping, counts, units)
        if candidate is None:
            continue
        if len(candidate.partition.shown) >= SHOWN_SHARE * places:
            return candidate
        if best is None or len(candidate.partition.shown) > len(best.partition.shown):
            best = candidate
    return best


def _at_level(
    level: int, grouping: Grouping, counts: Mapping[tuple[str, str], int], units: Sequence[str]
) -> ProtectedBreakdown | None:
    known = {value for group in grouping for value in group.values}
    groups = {
        unit: [sum(counts.get((unit, value), 0) for value in group.values) for group in grouping] for unit in units
    }
    unknown = {
        unit: sum(number for (place, value), number in counts.items() if place == unit and value not in known)
        for unit in units
    }
    allowed = partition(groups, unknown)
    if allowed is None:
        return None
    codes = [group.code for group in grouping]
    cells = {(unit, code): number for unit in allowed.shown for code, number in zip(codes, groups[unit], strict=True)}
    unknowns = {(unit, UNKNOWN_VALUE): unknown[unit] for unit in allowed.shown}
    if allowed.rest:
        totals = [sum(column) for column in zip(*(groups[unit] for unit in allowed.rest), strict=True)]
        cells |= {(REST, code): number for code, number in zip(codes, totals, strict=True)}
        unknowns[REST, UNKNOWN_VALUE] = sum(unknown[unit] for unit in allowed.rest)
    return ProtectedBreakdown(level, allowed, cells | unknowns)


def protected_totals(counts: Mapping[str, int], shown: Mapping[str, int]) -> dict[str, int] | None:
    """Return the yearly numbers `shown` of a category outside the public grid, small places as one rest (`oevrige`).

    `counts` decide which places may be shown; they are never larger than `shown`. None: not even the district's
    total can be shown.
    """
    allowed = partition({unit: [count] for unit, count in counts.items()}, dict.fromkeys(counts, 0))
    if allowed is None:
        return None
    totals = {unit: shown[unit] for unit in allowed.shown}
    if allowed.rest:
        totals[REST] = sum(shown[unit] for unit in allowed.rest)
    return totals
