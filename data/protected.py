"""Counts that have passed the gate: which places are shown, at which level, and the numbers themselves."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.attributes import UNKNOWN_VALUE, Grouping
from data.disclosure import REST, Gate, Partition, beside_gate, group_gate, total_gate
from data.municipalities import UNKNOWN

SHOWN_SHARE = 9 / 13  # a grouping is fine enough when it shows this share of the municipalities

COUNT, BEYOND, BOTH = "count", "beyond", "both"

Cells = dict[tuple[str, str], int]
Grid = Mapping[tuple[str, int], int]
ValueCounts = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Protected:
    """Numbers that may be shown: (place or `oevrige`, value) -> count, the same values for every place.

    `level` is the step of the ladder. `shown` are the places that stand for themselves. `grid` are the public numbers
    that the cells were counted beside: (place, quarter) -> count.
    """

    level: int
    shown: tuple[str, ...]
    cells: Cells
    grid: Grid = field(default_factory=dict)


@dataclass(frozen=True)
class Breakdown:
    """What is to be broken down: (place, value) -> count, along a ladder; `candidates` may have their total told.

    `grid` are the public numbers of the same category and year.
    """

    counts: ValueCounts
    ladder: Sequence[Grouping]
    places: Sequence[str]
    candidates: Container[str]
    grid: Grid

    def fresh(self) -> Protected | None:
        """Return the breakdown at the finest level that shows enough, else at the one that shows most; None: nothing.

        The level is chosen for all places at once, so that no two levels of an attribute stand side by side (P2 b).
        """
        enough = SHOWN_SHARE * sum(place != UNKNOWN for place in self.places)
        found: list[tuple[int, Protected]] = []
        for level in range(len(self.ladder)):
            protected = self._at(level, None)
            if protected is None:
                continue
            municipalities = sum(place != UNKNOWN for place in protected.shown)
            if municipalities >= enough:
                return protected
            found.append((municipalities, protected))
        return max(found, key=lambda each: each[0])[1] if found else None

    def again(self, level: int, shown: Sequence[str]) -> Protected | None:
        """Return the breakdown as it was shown before, with today's numbers; None when the gate refuses it."""
        return self._at(level, shown) if level < len(self.ladder) else None

    def _at(self, level: int, shown: Sequence[str] | None) -> Protected | None:
        grouping = self.ladder[level]
        known = {value for group in grouping for value in group.values}
        groups = {
            place: [sum(self.counts.get((place, value), 0) for value in group.values) for group in grouping]
            for place in self.places
        }
        unknown = dict.fromkeys(self.places, 0)
        for (place, value), count in self.counts.items():
            if value not in known:
                unknown[place] += count
        columns = {
            group.code: {place: groups[place][index] for place in self.places} for index, group in enumerate(grouping)
        }
        gate = group_gate(groups, unknown, self.candidates)
        protected = _through(gate, shown, level, columns | {UNKNOWN_VALUE: unknown})
        return replace(protected, grid=self.grid) if protected else None


@dataclass(frozen=True)
class Totals:
    """Yearly counts of a category outside the public grid, by place."""

    counts: Mapping[str, int]

    def fresh(self) -> Protected | None:
        """Return the counts that may be shown, small places as one rest; None: not even the district's total may."""
        return _through(total_gate(self.counts), None, 0, {COUNT: self.counts})

    def again(self, level: int, shown: Sequence[str]) -> Protected | None:
        """Return today's numbers for the places that were shown before; None when the gate refuses them."""
        return _through(total_gate(self.counts), shown, level, {COUNT: self.counts})


@dataclass(frozen=True)
class Beside:
    """Yearly counts that stand beside known ones and are larger by `beyond`: reports beside cases."""

    counts: Mapping[str, int]
    beyond: Mapping[str, int]
    candidates: Container[str]

    def fresh(self) -> Protected | None:
        """Return both numbers where they may be shown, the others as one rest; None: nowhere."""
        return self._through(None, 0)

    def again(self, level: int, shown: Sequence[str]) -> Protected | None:
        """Return today's numbers for the places that were shown before; None when the gate refuses them."""
        return self._through(shown, level)

    def _through(self, shown: Sequence[str] | None, level: int) -> Protected | None:
        gate = beside_gate(self.counts, self.beyond, self.candidates)
        both = {place: count + self.beyond[place] for place, count in self.counts.items()}
        return _through(gate, shown, level, {COUNT: self.counts, BEYOND: self.beyond, BOTH: both})


@dataclass(frozen=True)
class Refused:
    """Numbers that may not be told, whatever they are: they would tell of others that are held back."""

    def fresh(self) -> None:
        """Return None."""

    def again(self, _level: int, _shown: Sequence[str]) -> None:
        """Return None."""


Protectable = Breakdown | Totals | Beside | Refused


def _through(
    gate: Gate, shown: Sequence[str] | None, level: int, columns: Mapping[str, Mapping[str, int]]
) -> Protected | None:
    """Return the columns' cells by the gate's own partition, or by the one that shows `shown`."""
    allowed: Partition | None = gate.partition() if shown is None else gate.with_shown(shown)
    if allowed is None:
        return None
    cells: Cells = {}
    for value, by_place in columns.items():
        cells |= {(place, value): by_place[place] for place in allowed.shown}
        if allowed.rest:
            cells[REST, value] = sum(by_place[place] for place in allowed.rest)
    return Protected(level, allowed.shown, cells)
