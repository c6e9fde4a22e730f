"""What the readers of the bench choose: every place and period once, in an order that is the same in every run."""

from collections.abc import Iterator
from itertools import cycle
from random import Random

from data.municipalities import DISTRICT, municipality_codes

FIRST_YEAR, LAST_YEAR = 2019, 2025
SEED = 20260112


def choices(seed: int = SEED) -> Iterator[dict[str, str]]:
    """Yield choices as they stand in the address, without end; the first few hundred are all different."""
    periods = [f"{year}K{quarter}" for year in range(FIRST_YEAR, LAST_YEAR + 1) for quarter in range(1, 5)]
    all_of_them = [(place, period) for place in (DISTRICT, *municipality_codes()) for period in periods]
    Random(seed).shuffle(all_of_them)
    return cycle({"kommune": place, "periode": period} for place, period in all_of_them)
