"""What earlier releases have told of closed years. What has been told stands, unless the change tells of no case.

A closed year is decided once: which places are shown, at which level, and what is held back. A place that came or went
would tell that one of its numbers had just passed five.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from data.protected import Protectable, Protected
from data.revision import may_replace


class Status(StrEnum):
    """What became of a protected table of a closed year."""

    SHOWN = "shown"
    HELD_BACK = "held_back"  # the gate refused it
    NOT_DELIVERED = "not_delivered"  # there was nothing to protect: no incident has a value


class Subject(NamedTuple):
    """A protected table of one category and one closed year; `attribute` is empty where the table has none.

    `years`: how many years up to `year` are counted as one.
    """

    protected_table: str
    category: str
    year: int
    attribute: str = ""
    years: int = 1


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
    """The newest decision on each subject, every version of its numbers (the newest last), and the tables told once."""

    decisions: Mapping[Subject, Decision] = field(default_factory=dict)
    versions: Mapping[Subject, tuple[Protected, ...]] = field(default_factory=dict)
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)


def decide(subject: Subject, numbers: Protectable | None, issued: Issued, counted: dt.date) -> Decision:
    """Return what is told of a subject: as decided before, or for the first time. No numbers: nothing was delivered."""
    before = issued.decisions.get(subject)
    if before is None or before.status is Status.NOT_DELIVERED:
        return _first(numbers, counted)
    if before.protected is None:
        return Decision(Status.HELD_BACK, before.counted, current=False)
    kept = Decision(Status.SHOWN, before.counted, before.protected, current=False)
    again = numbers.again(before.protected.level, before.protected.shown) if numbers else None
    if again is None:
        return kept
    if again.cells == before.protected.cells:
        return Decision(Status.SHOWN, before.counted, before.protected)
    replaces = all(may_replace(again, version) for version in issued.versions[subject])
    return Decision(Status.SHOWN, counted, again) if replaces else kept


def _first(numbers: Protectable | None, counted: dt.date) -> Decision:
    if numbers is None:
        return Decision(Status.NOT_DELIVERED, counted)
    protected = numbers.fresh()
    return Decision(Status.SHOWN if protected else Status.HELD_BACK, counted, protected)
