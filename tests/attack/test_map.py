"""The map of 1 km cells: what can be reckoned of a blank cell from the classes of the others and the public total."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

from data.map_cells import LEAST_DWELLINGS, cell_class
from data.municipalities import municipality_codes
from tests.attack.attack import WIDE, Released, Rng
from tests.attack.microdata import YEARS, District, random_district, with_derived
from tests.attack.release import released

CLASS_LIMITS = {"5-9": (5, 9), "10-19": (10, 19), "20+": (20, None)}
MOST_CELLS = 12


def mapped_district(rng: Rng) -> tuple[District, pd.DataFrame]:
    """Return burglaries in cells, some of them without one, and the dwellings in each cell of each municipality."""
    incidents = random_district(rng, ("indbrud_beboelse",)).incidents
    grid = {
        place: [f"1km_{6100 + at}_{500 + cell}" for cell in range(rng.integers(2, MOST_CELLS))]
        for at, place in enumerate(municipality_codes())
    }
    shares = {place: rng.dirichlet(np.full(len(cells), 0.4)) for place, cells in grid.items()}
    placed = [
        rng.choice(grid[place], p=shares[place]) if place in grid and rng.random() > 0.05 else None
        for place in incidents["kommunekode"]
    ]
    dwellings = [(cell, place, int(rng.integers(20, 900))) for place, cells in grid.items() for cell in cells]
    district = District(with_derived(incidents.assign(celle_1km=placed)))
    return district, pd.DataFrame(dwellings, columns=["celle_1km", "kommunekode", "boliger"])


def blank_cells(release: Released, district: District, dwellings: pd.DataFrame) -> list[tuple[str, float]]:
    """Return each blank cell that holds 1 to 4 burglaries, with the width of what can be reckoned of it.

    The attacker knows every cell of a municipality, the municipality's public number, and what the classes mean.
    """
    grid, shown = release["count_quarter"], release["cell_class_year"]
    found = []
    for year in YEARS:
        of = district.incidents[district.incidents["year"] == year]
        held = of.groupby("celle_1km").size()
        totals = (
            grid[(grid["year"] == year) & (grid["category"] == "indbrud_beboelse")]
            .groupby("municipality")["count"]
            .sum()
        )
        for place, cells in dwellings.groupby("kommunekode")["celle_1km"]:
            classes = shown[(shown["year"] == year) & (shown["municipality"] == place)].set_index("cell")["class"]
            limits = [CLASS_LIMITS[classes[cell]] if cell in classes else (0, None) for cell in cells]
            if len(classes):
                blank = [at for at, cell in enumerate(cells) if cell not in classes and 1 <= held.get(cell, 0) <= 4]
                found += [(f"{year} {place}", width(limits, int(totals[place]), at)) for at in blank]
    return found


def width(limits: list[tuple[int, int | None]], total: int, at: int) -> float:
    """Return how far apart the least and the greatest number in a cell are; some burglaries have no cell."""
    ends = [
        linprog(sign * np.eye(len(limits))[at], A_ub=np.ones((1, len(limits))), b_ub=[total], bounds=limits).fun
        for sign in (1, -1)
    ]
    return -ends[1] - ends[0]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_blank_cell_can_hold_five_or_none(seed: int) -> None:
    district, dwellings = mapped_district(np.random.default_rng(seed))
    release = released(district, dwellings=dwellings)
    blank = blank_cells(release, district, dwellings)
    assert blank
    assert not [cell for cell in blank if cell[1] < WIDE]


def test_without_the_rule_of_the_rest_it_could_not() -> None:
    district, dwellings = mapped_district(np.random.default_rng(1))
    release = released(district, dwellings=dwellings)
    counts = district.incidents.groupby(["kommunekode", "year", "celle_1km"]).size().reset_index(name="count")
    named = counts.rename(columns={"kommunekode": "municipality", "celle_1km": "cell"})
    every_class = named.assign(**{"class": named["count"].map(cell_class)}).dropna(subset="class")
    weak = release | {"cell_class_year": every_class}
    assert [cell for cell in blank_cells(weak, district, dwellings) if cell[1] < WIDE]


def test_every_shown_cell_has_the_cases_and_the_dwellings() -> None:
    district, dwellings = mapped_district(np.random.default_rng(4))
    shown = released(district, dwellings=dwellings)["cell_class_year"]
    assert len(shown)
    counts = district.incidents.groupby(["kommunekode", "year", "celle_1km"]).size()
    homes = dwellings.set_index(["kommunekode", "celle_1km"])["boliger"]
    for place, year, _, cell, name in shown.itertuples(index=False):
        least, most = CLASS_LIMITS[name]
        assert least <= counts[place, year, cell] <= (most or counts.sum())
        assert homes[place, cell] >= LEAST_DWELLINGS


def test_cells_are_told_of_in_one_table_and_by_class_alone() -> None:
    district, dwellings = mapped_district(np.random.default_rng(4))
    release = released(district, dwellings=dwellings)
    assert [name for name, table in release.items() if any("cel" in column for column in table)] == ["cell_class_year"]
    assert list(release["cell_class_year"]) == ["municipality", "year", "category", "cell", "class"]
