"""Where things happen: squares of 1 km and 100 m of the Danish grid, with invented towns and dwellings.

Towns lie at random: the maps of the demo do not show where people live. The households of a municipality are real.
A 1 km square belongs to the municipality that holds its centre; only 100 m squares that lie wholly inside both
are used, so a square is never shared. Squares are numbers: their place in the arrays below.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from data.borders import municipality_borders
from data.demo.columns import Codes
from data.demo.counts import generator
from data.demo.days import MISSING, Floats
from data.demo.shipped import households
from data.municipalities import municipality_codes

Numbers32 = NDArray[np.int32]

_HECTARE, _SQUARE = 100, 1000  # metres a side
_PER_SQUARE = _SQUARE // _HECTARE
_GRID = 100_000  # more hectares than the grid is wide: north * _GRID + east is unique
_TOWN_RADIUS = (4.0, 14.0)  # hectares
_COUNTRYSIDE = 0.03  # level of dwellings outside towns, where 1 is the municipality's mean
_UNEVEN_DWELLINGS = 0.7  # standard deviations, log
_UNEVEN_BURGLARY = 0.5


@dataclass(frozen=True)
class Places:
    """The hectares (100 m squares) of the district, ordered by municipality, and their 1 km squares.

    `north`, `east`: the hectare's south-western corner in hundreds of metres (EPSG:25832). `square`: its 1 km square.
    `dwellings` invented, summing to the municipality's households. `burglary`, `road`: weights of where things happen.
    """

    area: Codes
    north: Numbers32
    east: Numbers32
    square: Numbers32
    square_names: tuple[str, ...]
    square_area: Codes
    dwellings: NDArray[np.int64]
    burglary: Floats
    road: Floats

    def hectare_names(self) -> tuple[str, ...]:
        return tuple(f"100m_{north:05d}_{east:04d}" for north, east in zip(self.north, self.east, strict=True))

    def dwellings_by_square(self) -> NDArray[np.int64]:
        return np.bincount(self.square, self.dwellings, len(self.square_names)).astype(np.int64)


def _corners(bounds: tuple[float, float, float, float], side: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return north and east of the south-western corners of all squares within bounds, in metres."""
    east_from, north_from, east_to, north_to = (int(bound) // side * side for bound in bounds)
    north, east = np.meshgrid(np.arange(north_from, north_to + 1, side), np.arange(east_from, east_to + 1, side))
    return north.ravel(), east.ravel()


def _hectares(polygon: shapely.Geometry) -> tuple[Numbers32, Numbers32]:
    """Return north and east of the hectares inside the polygon whose 1 km square has its centre there too."""
    shapely.prepare(polygon)
    north, east = _corners(polygon.bounds, _SQUARE)
    inside = shapely.contains_xy(polygon, east + _SQUARE / 2, north + _SQUARE / 2)
    steps = np.arange(0, _SQUARE, _HECTARE)
    rows = (north[inside][:, None, None] + steps[:, None] + 0 * steps).ravel()
    columns = (east[inside][:, None, None] + 0 * steps[:, None] + steps).ravel()
    whole = shapely.contains(polygon, shapely.box(columns, rows, columns + _HECTARE, rows + _HECTARE))
    return (rows[whole] // _HECTARE).astype(np.int32), (columns[whole] // _HECTARE).astype(np.int32)


def _town_density(rng: np.random.Generator, north: Numbers32, east: Numbers32) -> Floats:
    """Return an invented density of dwellings: a few round towns of unequal size, and a thin countryside."""
    towns = 3 + len(north) // 4000
    density: Floats = np.zeros(len(north))
    for centre in rng.integers(0, len(north), towns):
        distance = (north - north[centre]) ** 2.0 + (east - east[centre]) ** 2.0
        radius = rng.uniform(*_TOWN_RADIUS)
        density += rng.lognormal(0, 0.6) * np.exp(-distance / (2 * radius**2))
    uneven = (density / density.mean() + _COUNTRYSIDE) * rng.lognormal(0, _UNEVEN_DWELLINGS, len(north))
    return np.asarray(uneven / uneven.sum(), dtype=np.float64)


def district_places(seed: int) -> Places:
    """Return the squares of the district; where the towns lie follows from the seed."""
    rng = generator(seed, "places")
    parts = []
    borders = municipality_borders()
    for area, (code, polygon) in enumerate(zip(borders["code"], borders.geometry, strict=True)):
        north, east = _hectares(polygon)
        density = _town_density(rng, north, east)
        dwellings = rng.multinomial(households()[code], density)
        parts.append((np.full(len(north), area, dtype=np.int8), north, east, density, dwellings))
    area_of, north, east, density, dwellings = (np.concatenate(part) for part in zip(*parts, strict=True))
    squares, first, square = np.unique(
        north // _PER_SQUARE * _GRID + east // _PER_SQUARE, return_index=True, return_inverse=True
    )
    uneven = rng.lognormal(0, _UNEVEN_BURGLARY, len(squares))[square]
    return Places(
        area=area_of,
        north=north,
        east=east,
        square=square.astype(np.int32),
        square_names=tuple(f"1km_{number // _GRID:04d}_{number % _GRID:03d}" for number in squares),
        square_area=area_of[first],
        dwellings=dwellings,
        burglary=dwellings * uneven,
        road=density + density.mean(),
    )


def hectares_in(rng: np.random.Generator, places: Places, weights: Floats, area: Codes) -> Numbers32:
    """Return a hectare for each row, drawn by weight within its municipality; empty where that is unknown."""
    edges = np.concatenate([[0.0], np.cumsum(weights)])
    numbers = np.arange(len(municipality_codes()))
    start, end = (edges[np.searchsorted(places.area, numbers, side)] for side in ("left", "right"))
    known = area < len(numbers)
    there = np.where(known, area, 0)
    target = start[there] + rng.random(len(area)) * (end - start)[there]
    return np.where(known, np.searchsorted(edges, target, side="right") - 1, MISSING).astype(np.int32)


def squares_of(places: Places, hectare: Numbers32) -> Numbers32:
    return np.where(hectare == MISSING, MISSING, places.square[hectare])


def moved(places: Places, hectare: Numbers32, north: Numbers32, east: Numbers32) -> Numbers32:
    """Return the hectare that many steps away; the same one where that is not in the same municipality."""
    keys = places.north.astype(np.int64) * _GRID + places.east
    order = np.argsort(keys)
    target = (places.north[hectare] + north).astype(np.int64) * _GRID + places.east[hectare] + east
    found = order[np.searchsorted(keys, target, sorter=order).clip(max=len(keys) - 1)]
    there = (keys[found] == target) & (places.area[found] == places.area[hectare])
    return np.where(there, found, hectare).astype(np.int32)
