"""Persons killed or injured by municipality and year, such that every published three-year sum is met.

Statistics Denmark's sums overlap: each next year follows from the year three before it and two sums,
x(y + 3) = x(y) + S(y + 1) - S(y). So three years of a municipality decide all of them. They are chosen to make
the yearly numbers as even as possible; the sums are real, the single years are not.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from data.demo.shipped import three_year_casualties

FIRST_YEAR, LAST_YEAR = 2016, 2025


def _sums(area: str) -> list[int]:
    sums = three_year_casualties()
    return [sums[area, first] for first in range(FIRST_YEAR, LAST_YEAR - 1)]


@cache
def yearly_casualties(area: str) -> tuple[int, ...]:
    """Return persons killed or injured in each year 2016-2025; any three years in a row meet the published sum."""
    sums = np.array(_sums(area))
    first, second = (axis.ravel() for axis in np.meshgrid(np.arange(sums[0] + 1), np.arange(sums[0] + 1)))
    years = [first, second, sums[0] - first - second]
    for step in np.diff(sums):
        years.append(years[-3] + step)
    candidates: NDArray[np.int64] = np.stack(years)
    unevenness = candidates.var(axis=0) + np.where(candidates.min(axis=0) < 0, np.inf, 0)
    best = int(np.argmin(unevenness))
    if not np.isfinite(unevenness[best]):
        raise ValueError("The published three-year sums cannot be met by yearly numbers.")
    return tuple(int(persons) for persons in candidates[:, best])
