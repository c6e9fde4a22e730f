"""Where a count and its expected range stand on a bar that begins at 0."""

import math
from dataclasses import dataclass

NICE_TOPS = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
AIR = 1.1  # the largest value stands a little inside the bar's end


@dataclass(frozen=True)
class RangeScale:
    """The bar's end, and each value's place on it in percent of its length."""

    top: int
    low: float
    high: float
    observed: float


def range_scale(observed: int, low: int, high: int) -> RangeScale:
    """Return the places of a count and its expected range on a bar with a round end."""
    needed = max(observed, high, 9) * AIR
    size = math.pow(10, math.floor(math.log10(needed)))
    top = round(next(nice * size for nice in NICE_TOPS if nice * size >= needed))
    return RangeScale(top, 100 * low / top, 100 * high / top, 100 * observed / top)
