"""Cells of the Danish square grid: `1km_6200_705` and `100m_62003_7051` name their south-western corner in UTM 32."""

from functools import lru_cache

METRES = {"1km": 1000, "100m": 100}

# A district has a few thousand cells of 1 km and some ten thousand of 100 m in which something happened.
CELLS_KEPT = 50_000


def side(cell: str) -> int:
    """Return how long the cell's side is, in metres."""
    return METRES[cell.split("_")[0]]


@lru_cache(maxsize=CELLS_KEPT)
def centre(cell: str) -> tuple[float, float]:
    """Return the cell's middle as (easting, northing) in metres."""
    _, north, east = cell.split("_")
    length = side(cell)
    return (int(east) + 0.5) * length, (int(north) + 0.5) * length
