"""The municipalities' borders, for the map."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import geopandas as gpd
from shapely.geometry import MultiPolygon, Polygon

from data.municipalities import municipalities
from data.reference import project_rows

CRS = "EPSG:25832"

Point = tuple[float, float]
Ring = tuple[Point, ...]


@cache
def border_rings() -> Mapping[str, tuple[Ring, ...]]:
    """Return municipality code -> closed rings of (easting, northing) in metres, one ring for each piece of land.

    Neighbours walk the same arc, one of them backwards (`-k` is arc `k-1` from its end): no gap can open between them.
    """
    arcs = _arcs()
    rings: dict[str, list[Ring]] = defaultdict(list)
    for row in project_rows("border_rings"):
        rings[row["municipality_code"]].append(_ring([_walked(arcs, int(step)) for step in row["arcs"].split()]))
    return {code: tuple(pieces) for code, pieces in rings.items()}


@cache
def municipality_borders() -> gpd.GeoDataFrame:
    """Return `code`, `name` and `geometry` (EPSG:25832, metres) of each municipality, in the order of their names."""
    rings = border_rings()
    members = municipalities()
    return gpd.GeoDataFrame(
        {"code": [member.code for member in members], "name": [member.name for member in members]},
        geometry=[MultiPolygon([Polygon(ring) for ring in rings[member.code]]) for member in members],
        crs=CRS,
    )


def _arcs() -> dict[int, list[Point]]:
    arcs: dict[int, list[Point]] = defaultdict(list)
    for row in project_rows("border_arcs"):
        arcs[int(row["arc"])].append((float(row["easting_m"]), float(row["northing_m"])))
    return arcs


def _walked(arcs: Mapping[int, list[Point]], step: int) -> list[Point]:
    return arcs[step] if step >= 0 else arcs[~step][::-1]


def _ring(arcs: Sequence[list[Point]]) -> Ring:
    """Return the arcs end to end; each begins where the one before it ended."""
    first, *others = arcs
    return tuple(first) + tuple(point for arc in others for point in arc[1:])
