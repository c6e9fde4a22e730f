"""How a process grows with what it has answered, and what it will hold after more of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import linear_regression


@dataclass(frozen=True)
class Sample:
    """The memory of a process after so many answers."""

    answers: int
    megabytes: float


def growth(samples: Sequence[Sample]) -> float:
    """Return the megabytes that an answer adds, over the later half: the first fills the caches, which have an end."""
    later = samples[len(samples) // 2 :]
    return linear_regression([each.answers for each in later], [each.megabytes for each in later]).slope


def after(samples: Sequence[Sample], answers: int) -> float:
    """Return the memory to be expected after so many answers, never less than what was measured."""
    to_come = max(0, answers - samples[-1].answers)
    return max(max(each.megabytes for each in samples), samples[-1].megabytes + growth(samples) * to_come)
