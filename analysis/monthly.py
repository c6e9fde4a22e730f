"""Monthly counts for the analyst's watch list; they never leave the analysts' room."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.arrays import Floats
from data.municipalities import municipality_codes
from data.periods import Month
from data.release import Release


@dataclass(frozen=True)
class MonthlyGrid:
    """Counts of one category: municipalities x closed months, NaN where a month was not delivered.

    `counts` is in the category's own unit (cases or reports), `reports` always counts reports.
    """

    months: tuple[Month, ...]
    counts: Floats
    reports: Floats


@lru_cache(maxsize=4)
def monthly_grids(release: Release) -> dict[str, MonthlyGrid]:
    """Return category -> its months. Only a release with its internal file has any."""
    rows = release.query("count_month", municipalities=list(municipality_codes()))
    rows["row"] = rows["municipality"].map({code: row for row, code in enumerate(municipality_codes())})
    rows["column"] = rows["year"] * 12 + rows["month"] - 1
    grids = {}
    for category in rows["category"].unique():
        of = rows[rows["category"] == category]
        first, last = int(of["column"].min()), int(of["column"].max())
        counts = np.full((2, len(municipality_codes()), last - first + 1), np.nan)
        at = (of["row"].to_numpy(), of["column"].to_numpy() - first)
        counts[0][at], counts[1][at] = of["cases"].to_numpy(), of["incidents"].to_numpy()
        months = tuple(Month(index // 12, index % 12 + 1) for index in range(first, last + 1))
        grids[str(category)] = MonthlyGrid(months, counts[0], counts[1])
    return grids
