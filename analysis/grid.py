"""The counts of one indicator as arrays: places x quarters."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.arrays import Flags, Floats
from analysis.indicator import Indicator
from analysis.question import SeriesName
from data.municipalities import COUNTRY, DISTRICT, REGION, UNKNOWN, municipality_codes
from data.periods import Quarter
from data.release import Release

GRIDS_KEPT = 256  # every indicator of several releases


@dataclass(frozen=True)
class Grid:
    """Counts of one indicator. Rows follow `places`, columns `quarters`, which have no gaps.

    `counts`: NaN where not delivered; a provisional quarter holds what is there so far. `final`: every month is
    delivered and closed.
    """

    quarters: tuple[Quarter, ...]
    places: tuple[str, ...]
    counts: Floats
    final: Flags

    def column(self, quarter: Quarter) -> int | None:
        """Return the quarter's column, or None when the series does not reach it."""
        return self.quarters.index(quarter) if quarter in self.quarters else None

    def rows(self, places: tuple[str, ...]) -> list[int]:
        return [self.places.index(place) for place in places]

    def final_counts(self, places: tuple[str, ...]) -> Floats:
        """Return the counts of these places, NaN where a quarter is not final."""
        rows = self.rows(places)
        return np.where(self.final[rows], self.counts[rows], np.nan)

    def count(self, place: str, quarter: Quarter) -> int | None:
        """Return one count; None where it was not delivered."""
        column = self.column(quarter)
        if column is None or place not in self.places:
            return None
        value = self.counts[self.places.index(place), column]
        return None if np.isnan(value) else int(value)

    def is_final(self, place: str, quarter: Quarter) -> bool:
        column = self.column(quarter)
        return column is not None and place in self.places and bool(self.final[self.places.index(place), column])


@lru_cache(maxsize=GRIDS_KEPT)
def grid(release: Release, indicator: Indicator) -> Grid | None:
    """Return the indicator's counts by quarter, or None when the series has none.

    In the extract the district is its municipalities and `998`; in Statistics Denmark's series it is the sum of its
    municipalities, for `998` there is the whole country's.
    """
    own = municipality_codes()
    if indicator.series is SeriesName.PUBLISHED:
        if not indicator.codes:
            return None
        rows = release.query("published_quarter", codes=list(indicator.codes), municipalities=list(own))
        return _arrays(rows, (*own, DISTRICT, UNKNOWN, REGION, COUNTRY))
    if not indicator.quarterly:
        return None
    return _arrays(release.query("count_quarter", categories=list(indicator.categories)), (*own, DISTRICT, UNKNOWN))


def _arrays(rows: pd.DataFrame, places: tuple[str, ...]) -> Grid | None:
    """Return the grid of rows `municipality, year, quarter, count, final`, or None when there is no row."""
    if rows.empty:
        return None
    columns = rows["year"] * 4 + rows["quarter"] - 1
    first, last = int(columns.min()), int(columns.max())
    counts = np.full((len(places), last - first + 1), np.nan)
    final = np.zeros(counts.shape, np.bool_)
    known = rows["municipality"].isin(places).to_numpy()
    at = (rows["municipality"][known].map(places.index).to_numpy(), (columns[known] - first).to_numpy())
    counts[at] = rows["count"][known].astype("Float64").to_numpy(np.float64, na_value=np.nan)
    final[at] = rows["final"][known].to_numpy(np.bool_)
    quarters = tuple(Quarter(index // 4, index % 4 + 1) for index in range(first, last + 1))
    return Grid(quarters, places, counts, final)
