"""A figure and its goal, printed as one JSON line."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from operator import ge, le
from statistics import quantiles

COMPARISONS = {"<=": le, ">=": ge}


@dataclass(frozen=True)
class Goal:
    """What a figure must be: at most (`<=`) or at least (`>=`) the limit."""

    comparison: str
    limit: float

    def met(self, value: float) -> bool:
        return bool(COMPARISONS[self.comparison](value, self.limit))

    def __str__(self) -> str:
        return f"{self.comparison} {self.limit:g}"


@dataclass(frozen=True)
class Figure:
    """What was measured; `goal` and `ok` are None for what is told for comparison only."""

    name: str
    value: float
    goal: str | None
    unit: str
    ok: bool | None
    detail: str


def tell(name: str, value: float, unit: str, goal: Goal | None = None, detail: str = "") -> None:
    """Print a figure at once: a run takes minutes, and what is known stays known if it is stopped."""
    figure = Figure(name, round(value, 4), str(goal) if goal else None, unit, goal.met(value) if goal else None, detail)
    print(json.dumps(asdict(figure), ensure_ascii=False), flush=True)


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile, interpolated between the measured values."""
    return quantiles(values, n=20, method="inclusive")[-1]
