"""What earlier releases have told of closed years, and when a new number may take an old one's place.

Two releases are two answers to the same question: a number that moves by one tells about one case. A closed year is
therefore decided once. Which places are shown, and at which level, stays as it was first published; a table gets
today's numbers only as a whole, and only when every number in it is unchanged or has moved by at least five since
every release that told it. Otherwise it keeps its old numbers, and the day they were counted.

Replacing single numbers would not do: the totals beside them are public, and tell what the one that was kept became.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from data.disclosure import REST, none_or_enough
from data.protected import Cells, Protectable, Protected

TOLD = "told"


class Status(StrEnum):
    """What became of a protected table of a closed year."""

    SHOWN = "shown"
    HELD_BACK = "held_back"  # the gate refused it
    NOT_DELIVERED = "not_delivered"  # there was nothing to protect: no incident has a value


class Subject(NamedTuple):
    """A protected table of one category and one closed year; `attribute` is empty where the table has none."""

    protected_table: str
    category: str
    year: int
    attribute: str = ""


@dataclass(frozen=True)
class Decision:
    """What is told of a subject; `counted`: the date of the extract that the numbers were counted from.

    `current`: whether the numbers are also today's.
    """

    status: Status
    counted: dt.date
    protected: Protected | None = None
    current: bool = True


@dataclass(frozen=True)
class Issued:
    """The newest decision on each subject, and the tables it was read from; `told` has every number ever told."""

    decisions: Mapping[Subject, Decision] = field(default_factory=dict)
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    def told(self, subject: Subject) -> dict[tuple[str, str], list[int]]:
        """Return (place, value) -> every count that any release has told of it."""
        table = self.tables[TOLD]
        of = (table[list(Subject._fields)] == list(subject)).all(axis=1)
        found: dict[tuple[str, str], list[int]] = {}
        for place, value, count in table.loc[of, ["municipality", "value", "count"]].itertuples(index=False, name=None):
            found.setdefault((place, value), []).append(count)
        return found


def decide(subject: Subject, numbers: Protectable | None, issued: Issued, counted: dt.date) -> Decision:
    """Return what is told of a subject: as decided before, or for the first time. No numbers: nothing was delivered."""
    before = issued.decisions.get(subject)
    if before is None or before.status is Status.NOT_DELIVERED:
        return _first(numbers, counted)
    if before.protected is None:
        return Decision(Status.HELD_BACK, before.counted, current=False)
    kept = Decision(Status.SHOWN, before.counted, before.protected, current=False)
    again = numbers.again(before.protected.level, before.protected.shown) if numbers else None
    if again is None or again.cells.keys() != before.protected.cells.keys():
        return kept
    if again.cells == before.protected.cells:
        return Decision(Status.SHOWN, before.counted, before.protected)
    return Decision(Status.SHOWN, counted, again) if _moves_enough(again.cells, issued.told(subject)) else kept


def _first(numbers: Protectable | None, counted: dt.date) -> Decision:
    if numbers is None:
        return Decision(Status.NOT_DELIVERED, counted)
    protected = numbers.fresh()
    return Decision(Status.SHOWN if protected else Status.HELD_BACK, counted, protected)


def _moves_enough(cells: Cells, told: Mapping[tuple[str, str], list[int]]) -> bool:
    return all(none_or_enough(abs(count - earlier)) for cell, count in cells.items() for earlier in told[cell])


def shown_places(cells: Cells) -> tuple[str, ...]:
    """Return the places that stand for themselves in cells that were shown before."""
    return tuple(sorted({place for place, _ in cells} - {REST}))
