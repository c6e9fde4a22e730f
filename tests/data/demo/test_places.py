import csv
from collections import defaultdict
from pathlib import Path

import duckdb
import numpy as np
import pytest
from scipy.spatial import cKDTree
from shapely import box, contains, contains_xy

from data.borders import municipality_borders
from data.demo.files import DWELLINGS
from data.demo.shipped import households
from data.municipalities import municipality_codes


def _polygons() -> dict[str, object]:
    borders = municipality_borders()
    return dict(zip(borders["code"], borders.geometry, strict=True))


def test_hectares_lie_wholly_inside_their_municipality(demo: duckdb.DuckDBPyConnection) -> None:
    cells: dict[str, list[str]] = defaultdict(list)
    for code, cell in demo.execute(
        "SELECT DISTINCT kommunekode, celle_100m FROM rows WHERE celle_100m IS NOT NULL"
    ).fetchall():
        cells[code].append(cell)
    assert set(cells) == set(municipality_codes())
    for code, names in cells.items():
        north = np.array([int(name[5:10]) * 100 for name in names])
        east = np.array([int(name[11:15]) * 100 for name in names])
        assert contains(_polygons()[code], box(east, north, east + 100, north + 100)).all()


def test_squares_have_their_centre_in_their_municipality(demo: duckdb.DuckDBPyConnection) -> None:
    for code, name in demo.execute(
        "SELECT DISTINCT kommunekode, celle_1km FROM rows WHERE celle_1km IS NOT NULL"
    ).fetchall():
        north, east = int(name[4:8]) * 1000 + 500, int(name[9:12]) * 1000 + 500
        assert contains_xy(_polygons()[code], east, north), (code, name)


def test_the_small_cell_lies_in_the_large_one(demo: duckdb.DuckDBPyConnection) -> None:
    apart = (
        "SELECT count(*) FROM rows WHERE celle_100m IS NOT NULL AND (celle_1km IS NULL OR "
        "celle_1km <> '1km_' || substr(celle_100m, 6, 4) || '_' || substr(celle_100m, 12, 3))"
    )
    assert demo.execute(apart).fetchall() == [(0,)]


def test_some_cells_are_missing_and_unknown_places_have_none(demo: duckdb.DuckDBPyConnection) -> None:
    square, hectare = demo.execute(
        "SELECT 1 - count(celle_1km) / count(*), 1 - count(celle_100m) / count(*) "
        "FROM rows WHERE kategori = 'indbrud_beboelse'"
    ).fetchall()[0]
    assert 0 < square < hectare < 0.1
    assert demo.execute(
        "SELECT count(celle_1km) + count(celle_100m) FROM rows WHERE kommunekode = '998'"
    ).fetchall() == [(0,)]


@pytest.mark.parametrize("category", ["narkotikasalg_skole", "vold_naere_relationer", "digital_sexkraenkelse"])
def test_no_cell_points_out_a_school_or_a_victims_home(demo: duckdb.DuckDBPyConnection, category: str) -> None:
    cells = "SELECT count(celle_1km) + count(celle_100m) FROM rows WHERE kategori = $category"
    assert demo.execute(cells, {"category": category}).fetchall() == [(0,)]


def test_dwellings_sum_to_the_households_of_the_municipality(demo_folder: Path) -> None:
    sums: dict[str, int] = defaultdict(int)
    with (demo_folder / DWELLINGS).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            sums[row["kommunekode"]] += int(row["boliger"])
    assert sums == households()
    assert sums["157"] == 34_024


def test_every_incidents_square_stands_in_the_dwellings_file(
    demo: duckdb.DuckDBPyConnection, demo_folder: Path
) -> None:
    with (demo_folder / DWELLINGS).open(encoding="utf-8", newline="") as file:
        known = {(row["celle_1km"], row["kommunekode"]) for row in csv.DictReader(file)}
    used = demo.execute("SELECT DISTINCT celle_1km, kommunekode FROM rows WHERE celle_1km IS NOT NULL").fetchall()
    assert set(used) <= known


def _close_pairs(points: np.ndarray, days: np.ndarray) -> tuple[int, float]:
    """Return pairs within 200 m and 14 days, and those expected if place and time were independent (Knox)."""
    near = cKDTree(points).query_pairs(200.5, output_type="ndarray")
    both = int((np.abs(days[near[:, 0]] - days[near[:, 1]]) <= 14).sum())
    number, ordered = len(days), np.sort(days)
    soon = (np.searchsorted(ordered, ordered + 14, side="right") - np.arange(number) - 1).sum()
    return both, len(near) * soon / (number * (number - 1) / 2)


@pytest.mark.parametrize("year", [2017, 2023, 2025])
def test_burglaries_repeat_nearby_more_often_than_by_chance(demo: duckdb.DuckDBPyConnection, year: int) -> None:
    rows = demo.execute(
        "SELECT celle_100m, epoch(reported) / 86400 FROM rows "
        "WHERE kategori = 'indbrud_beboelse' AND celle_100m IS NOT NULL AND year(reported) = $year",
        {"year": year},
    ).fetchall()
    points = np.array([[int(cell[11:15]) * 100, int(cell[5:10]) * 100] for cell, _ in rows])
    found, expected = _close_pairs(points, np.array([day for _, day in rows]))
    # The excess must stand out of chance many times over: four standard deviations of a Poisson count.
    assert found > expected + 4 * expected**0.5
    assert 1.3 < found / expected < 3
