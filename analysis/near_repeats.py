"""Do burglaries follow each other, here and in the neighbourhood? For police analysts alone."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
import pandas as pd
from scipy.spatial import KDTree

from analysis.arrays import Floats
from analysis.repeats import LEAST_POINTS, NEAR_DAYS, NEAR_METRES, NearRepeat, near_repeat, pairs_in_time
from data.cells import centre
from data.municipalities import DISTRICT
from data.release import Release

SHUFFLES = 999


class Season(StrEnum):
    """Which acts of the year are looked at; the value stands in the address."""

    ALL = "hele"
    DARK = "moerk"
    LIGHT = "lys"


MONTHS = {Season.ALL: range(1, 13), Season.DARK: (10, 11, 12, 1, 2, 3), Season.LIGHT: range(4, 10)}


@dataclass(frozen=True)
class Repeats:
    """Near repeats of one category, place, year and season.

    `points`: incidents whose place is known. `test` is None with fewer than 50. `same_cell`: of its pairs, those in one
    and the same cell of 100 m. `cells`: how many cells had one incident, two, three, and so on.
    """

    points: int
    test: NearRepeat | None
    same_cell: int
    cells: tuple[tuple[int, int], ...]


@lru_cache(maxsize=128)
def repeats(release: Release, category: str, place: str, year: int, season: Season) -> Repeats:
    """Return the near repeats of what was reported in a year.

    A municipality's neighbours are with it: incidents across the border, as near as the method looks.
    """
    found = _points(release, category, year, season)
    own = found if place == DISTRICT else found[found["municipality"] == place]
    per_cell = own.groupby("cell").size().value_counts().sort_index()
    cells = tuple(zip(per_cell.index.tolist(), per_cell.tolist(), strict=True))
    if len(own) < LEAST_POINTS:
        return Repeats(len(own), None, 0, cells)
    looked_at = found if place == DISTRICT else found[_within_reach(found["cell"], own["cell"])]
    metres, days = _metres(looked_at["cell"]), looked_at["day"].to_numpy(np.float64)
    test = near_repeat(metres, days, permutations=SHUFFLES)
    return Repeats(len(own), test, _same_cell_pairs(looked_at["cell"], days), cells)


@lru_cache(maxsize=8)
def _points(release: Release, category: str, year: int, season: Season) -> pd.DataFrame:
    """Return `municipality, cell, day`, one row an incident."""
    rows = release.query("act_point", category=category, year=year)
    months = pd.to_datetime(rows["day"], unit="D").dt.month
    inside = rows[months.isin(list(MONTHS[season]))]
    return inside.loc[inside.index.repeat(inside["incidents"])].reset_index(drop=True)


def _metres(of_points: "pd.Series[str]") -> Floats:
    """Return points x 2: the middle of each one's cell."""
    of_point, cells = pd.factorize(of_points)
    return np.array([centre(cell) for cell in cells], dtype=np.float64).reshape(len(cells), 2)[of_point]


def _within_reach(everyone: "pd.Series[str]", own: "pd.Series[str]") -> "pd.Series[bool]":
    """Return whether each one's cell is near one of our own, as far as the method looks."""
    cells = pd.Series(everyone.unique())
    distance, _ = KDTree(_metres(pd.Series(own.unique()))).query(_metres(cells), distance_upper_bound=NEAR_METRES + 1)
    return everyone.isin(cells[distance <= NEAR_METRES])


def _same_cell_pairs(cells: "pd.Series[str]", days: Floats) -> int:
    """Return the pairs within the days that lie in one and the same cell: as if each cell had years of its own."""
    of_point, _ = pd.factorize(cells)
    return pairs_in_time(days + of_point * (np.ptp(days) + NEAR_DAYS + 1), NEAR_DAYS)
