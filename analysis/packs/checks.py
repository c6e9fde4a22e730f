"""A check of a pack, its answer, and whether the answer is enough."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What the numbers say: all is well, a person must look, or the pack cannot be shared as it is."""

    FINE = "i orden"
    LOOK = "se på det"
    STOP = "kan ikke deles"


@dataclass(frozen=True)
class Check:
    """One question with its finding."""

    code: str
    question: str
    status: Status
    finding: str


@dataclass(frozen=True)
class Answer:
    """What a person answered: ticked, or said why it is all right."""

    ticked: bool = False
    comment: str = ""


def unanswered(checks: Iterable[Check], answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """Return what is still missing before the pack may be frozen, a line for each check.

    A tick is enough where the numbers say that all is well; where they do not, a person says why it is all right.
    """
    lines = (_missing(check, answers.get(check.code, Answer())) for check in checks)
    return tuple(filter(None, lines))


def _missing(check: Check, answer: Answer) -> str:
    if check.status is Status.STOP:
        return f"  {check.code}: {check.finding} Det kan ikke kommenteres væk."
    if answer.comment or (answer.ticked and check.status is Status.FINE):
        return ""
    needed = "Skriv en kommentar" if check.status is Status.LOOK else "Sæt true, eller skriv en kommentar"
    return f"  {check.code}: {check.question} {check.finding} {needed}."
