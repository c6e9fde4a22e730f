"""Hot spots of 1 km cells, and how much of the next period's crime a map would have held. Internal only."""

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from analysis.arrays import Flags, Floats
from analysis.multiplicity import adjusted_p

if TYPE_CHECKING:
    from esda.getisord import G_Local

HOT = 0.10
# In a cell of few dwellings one burglary is a high rate.
LEAST_DWELLINGS = 100
# Between the diagonal neighbour's 1,414 m and the next but one's 2,000 m: the eight neighbours of a 1 km cell.
QUEEN_METRES = 1500.0
PERMUTATIONS = 999
SEED = 1995


@dataclass(frozen=True)
class HotSpots:
    """Gi* of each cell: z, two-sided permutation p, its Benjamini-Hochberg value, and whether it is hot.

    NaN and not hot where the cell has fewer than 100 dwellings.
    """

    z: Floats
    p: Floats
    q: Floats
    hot: Flags


def local_g(
    metres: Floats, values: Floats, within: float, star: bool, transform: Literal["B", "R"] = "B", permutations: int = 0
) -> "G_Local":
    """Return Getis and Ord's Gi (star: Gi*, the place itself included) with neighbours within a distance.

    Ord & Getis 1995, Geogr. Anal. 27:286; `.Zs` are z-scores of the normal approximation, NaN for a place without
    neighbours, `.p_sim` the permutation p of the side it lies on.
    """
    # Imported by the one page that needs them: they and what comes along weigh 50 MB in each process of the server.
    from esda.getisord import G_Local
    from libpysal.weights import DistanceBand

    with np.errstate(invalid="ignore", divide="ignore"), warnings.catch_warnings():
        # Islands are expected in a district of coast and forest, and the cell's own weight is meant.
        warnings.filterwarnings("ignore", message="Gi\\* requested|The weights matrix", category=UserWarning)
        # It is deprecated numpy inside, and its next release doubles the permutation p, as `hot_spots` does itself.
        warnings.simplefilter("ignore", DeprecationWarning)
        near = DistanceBand(metres, threshold=within, binary=True, silence_warnings=True)
        return G_Local(values, near, transform=transform, star=star, permutations=permutations, seed=SEED, n_jobs=1)


def gi_star(metres: Floats, cases: Floats, dwellings: Floats) -> Floats:
    """Return Gi* of cases per dwelling over 1 km cells that all have enough dwellings: z, without its p."""
    z: Floats = local_g(metres, cases / dwellings, QUEEN_METRES, star=True).Zs
    return z


def hot_spots(metres: Floats, cases: Floats, dwellings: Floats) -> HotSpots:
    """Return Gi* of cases per dwelling over 1 km cells, permutation p with Benjamini-Hochberg.

    metres: cells x 2, any corner of each. Rare counts are far from normal, hence permutations; with fewer than five
    cases a cell, three years of cases.
    """
    settled = dwellings >= LEAST_DWELLINGS
    statistic = local_g(
        metres[settled], cases[settled] / dwellings[settled], QUEEN_METRES, star=True, permutations=PERMUTATIONS
    )
    z, p = np.full(len(cases), np.nan), np.full(len(cases), np.nan)
    z[settled], p[settled] = statistic.Zs, np.minimum(1.0, 2 * statistic.p_sim)
    q = adjusted_p(p)
    return HotSpots(z, p, q, (q <= HOT) & (z > 0))


def prediction_accuracy_index(crimes_in: float, crimes_all: float, area_in: float, area_all: float) -> float | None:
    """Return (crimes_in / crimes_all) / (area_in / area_all) (Chainey, Tompson & Uhlig 2008, Security J. 21:4).

    Crimes are those of the next period, not of the one that was mapped. None without crimes or without area.
    """
    if not crimes_all or not area_in or not area_all:
        return None
    return (crimes_in / crimes_all) / (area_in / area_all)
