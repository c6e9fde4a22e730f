"""Where burglaries lie close, and whether last year's map would have found this year's. For police analysts alone."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.arrays import Floats
from analysis.hotspots import LEAST_DWELLINGS, HotSpots, gi_star, hot_spots, prediction_accuracy_index
from data.cells import centre
from data.release import Release

YEARS_POOLED = 3  # a cell of 1 km has fewer than five burglaries in most years
RAISED = 1.96  # z of one test; most cells above it are there by chance when five hundred are tested
# Fixed beforehand: how much of the area the map that is tested points out (Chainey et al. 2008).
MAPPED_SHARE = 0.05


@dataclass(frozen=True)
class HotCell:
    """A cell of 1 km: cases in the pooled years, dwellings, Gi*'s z and Benjamini-Hochberg value, and whether hot."""

    cell: str
    cases: int
    dwellings: int
    z: float
    q: float
    hot: bool


@dataclass(frozen=True)
class Accuracy:
    """How a map of the years before did in the year after: its `cells` of `of` held `cases` of `all_cases`."""

    first: int
    last: int
    year: int
    cells: int
    of: int
    cases: int
    all_cases: int
    index: float | None


@dataclass(frozen=True)
class Densities:
    """Cells of `first` to `last` with enough dwellings: `raised` (z first) lie above chance, some of them hot."""

    first: int
    last: int
    raised: tuple[HotCell, ...]
    others: tuple[str, ...]
    accuracy: Accuracy | None

    @property
    def hot(self) -> tuple[HotCell, ...]:
        return tuple(each for each in self.raised if each.hot)


@lru_cache(maxsize=32)
def densities(release: Release, category: str, year: int) -> Densities | None:
    """Return the cells of the three years that end with `year`; None where no dwellings by cell are loaded."""
    settled = _settled(release, category, year - YEARS_POOLED + 1, year)
    if not settled["incidents"].sum():
        return None
    spots = hot_spots(*_arrays(settled))
    order = [at for at in np.argsort(-spots.z, kind="stable") if spots.z[at] >= RAISED or spots.hot[at]]
    raised = tuple(_cell(settled, spots, int(at)) for at in order)
    others = tuple(settled["cell"][~settled["cell"].isin([each.cell for each in raised])])
    return Densities(year - YEARS_POOLED + 1, year, raised, others, _accuracy(release, category, year))


def _settled(release: Release, category: str, first: int, last: int) -> pd.DataFrame:
    """Return `cell, dwellings, incidents` of the cells with enough dwellings for a rate."""
    cells = release.query("cell_count", category=category, first=first, last=last)
    return cells[cells["dwellings"] >= LEAST_DWELLINGS].reset_index(drop=True)


def _arrays(settled: pd.DataFrame) -> tuple[Floats, Floats, Floats]:
    """Return metres (cells x 2), cases and dwellings."""
    metres = np.array([centre(cell) for cell in settled["cell"]], dtype=np.float64)
    return metres, settled["incidents"].to_numpy(np.float64), settled["dwellings"].to_numpy(np.float64)


def _cell(settled: pd.DataFrame, spots: HotSpots, at: int) -> HotCell:
    cell, cases, dwellings = (settled[column].iloc[at] for column in ("cell", "incidents", "dwellings"))
    return HotCell(str(cell), int(cases), int(dwellings), float(spots.z[at]), float(spots.q[at]), bool(spots.hot[at]))


def _accuracy(release: Release, category: str, year: int) -> Accuracy | None:
    """Return how the densest twentieth of the three years before did in `year`; None where they held nothing."""
    first, last = year - YEARS_POOLED, year - 1
    settled = _settled(release, category, first, last)
    if not settled["incidents"].sum():
        return None
    mapped = int(np.ceil(MAPPED_SHARE * len(settled)))
    densest = settled["cell"].iloc[np.argsort(-gi_star(*_arrays(settled)), kind="stable")[:mapped]]
    after = _settled(release, category, year, year).set_index("cell")["incidents"].reindex(settled["cell"])
    cases, everywhere = int(after[list(densest)].sum()), int(after.sum())
    index = prediction_accuracy_index(cases, everywhere, mapped, len(settled))
    return Accuracy(first, last, year, mapped, len(settled), cases, everywhere, index)
