"""The limits that keep the verdicts honest, and what the methods measure against them.

A measure is judged by the end of its own 95 % interval that speaks for it, so that the gate does not flip coins.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.rates import Interval
from tests.simulation.districts import FOUR_TIMES, GROWING, POISSON, TWICE, World
from tests.simulation.measured import FalseVerdicts, false_verdicts, forecast_coverage, found_rises

# "Markant" verdicts a quarter over the council's 39 numbers, of which none is true.
MOST_FALSE = {POISSON: 0.5, TWICE: 0.5, FOUR_TIMES: 0.5, GROWING: 1.0}
LEAST_FOUND = {POISSON: 0.95, TWICE: 0.85}
COVERED = (0.77, 0.92)
# A common shock belongs to no municipality; it is reported, and no limit is set on it.
SHOCK = 0.20


@dataclass(frozen=True)
class Size:
    """How many districts each measure is made on."""

    false_verdicts: int
    found: int
    forecasts: int


SMALL = Size(false_verdicts=40, found=150, forecasts=60)
FULL = Size(false_verdicts=600, found=3000, forecasts=600)


@dataclass(frozen=True)
class Check:
    """One measure and its limits, in the unit of the measure."""

    name: str
    measured: Interval
    least: float
    most: float

    @property
    def passed(self) -> bool:
        return self.measured.low <= self.most and self.measured.high >= self.least


def checks(size: Size, seed: int) -> Iterator[Check]:
    """Yield every measure that has a limit."""
    for world, most in MOST_FALSE.items():
        marked = false_verdicts(world, size.false_verdicts, seed).marked
        yield Check(f"falske markante pr. kvartal, {world.name}", marked, 0.0, most)
    for world, least in LEAST_FOUND.items():
        yield Check(f"stigning på 50 % fundet, {world.name}", found_rises(world, size.found, seed), least, 1.0)
    for world in MOST_FALSE:
        covered = forecast_coverage(world, size.forecasts, seed)
        yield Check(f"dækning af 80 %-prognosen, {world.name}", covered, *COVERED)


def beside(size: Size, seed: int) -> Iterator[tuple[World, float, FalseVerdicts, Interval]]:
    """Yield, without and with the common shock, what has no limit: the naive rule, the district, the coverage."""
    for shock in (0.0, SHOCK):
        for world in MOST_FALSE:
            verdicts = false_verdicts(world, size.false_verdicts, seed, shock)
            yield world, shock, verdicts, forecast_coverage(world, size.forecasts, seed, shock)
