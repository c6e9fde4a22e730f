"""How often forecasts held: what is printed beside every forecast."""

from dataclasses import dataclass
from functools import lru_cache

from analysis.grid import grid
from analysis.indicator import Indicator
from analysis.judged import forecasts
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Quarter
from data.release import Release

QUARTERS_TESTED = 12


@dataclass(frozen=True)
class Coverage:
    """Forecasts whose 80 % interval held the count, and how many were made."""

    held: int
    made: int


@lru_cache(maxsize=256)
def forecast_coverage(release: Release, indicator: Indicator, until: Quarter) -> Coverage:
    """Return how the forecasts of the last twelve final quarters up to `until` went, the district among the places.

    Each forecast is made again as it would have been: from what was known the quarter before.
    """
    counts = grid(release, indicator)
    if counts is None:
        return Coverage(0, 0)
    tested = [q for q in counts.quarters if q <= until][-QUARTERS_TESTED:]
    outcomes = []
    for quarter in tested:
        told = forecasts(release, indicator, quarter.plus(-1))
        for place in (*municipality_codes(), DISTRICT):
            count = counts.count(place, quarter)
            if place in told and count is not None and counts.is_final(place, quarter):
                outcomes.append(told[place].low80 <= count <= told[place].high80)
    return Coverage(sum(outcomes), len(outcomes))
