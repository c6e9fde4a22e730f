"""The map of 1 km cells: rule P5. A cell is a class of counts or it is blank, and blank does not mean none."""

from collections.abc import Mapping, Sequence

import pandas as pd

from data.catalogue import CATEGORIES, Category
from data.cubes import Cubes
from data.disclosure import SMALLEST_GROUP, Gate
from data.frames import TEXT, WHOLE, frame_of
from data.issued import Issued
from data.municipalities import municipality_codes
from data.told_once import ToldOnce, told_once

CELL_CLASS_YEAR = "cell_class_year"
LEAST_DWELLINGS = 100  # with fewer, a cell is a handful of homes that everybody there knows
LEAST_BLANK = 2  # cells: what one blank cell alone holds would be the municipality's number less the others
# The least count of each class; what lies under the first is blank.
CLASSES = {20: "20+", 10: "10-19", SMALLEST_GROUP: "5-9"}
COLUMNS = {"municipality": TEXT, "year": WHOLE, "category": TEXT, "cell": TEXT, "class": TEXT}


def cell_class(count: int) -> str | None:
    """Return the class that a cell is shown in; None: blank."""
    return next((name for least, name in CLASSES.items() if count >= least), None)


def shown_cells(counts: Mapping[str, int], dwellings: Mapping[str, int]) -> tuple[str, ...]:
    """Return the cells of one municipality that may be shown; the rest holds five cases or more in two cells or more.

    `counts`: cell -> cases, of the cells that have any; `dwellings`: cell -> the municipality's dwellings there.
    """

    def may_stand(cell: str) -> bool:
        return cell_class(counts[cell]) is not None and dwellings.get(cell, 0) >= LEAST_DWELLINGS

    def rest_may_stand(rest: Sequence[str]) -> bool:
        return len(rest) >= LEAST_BLANK and sum(counts[cell] for cell in rest) >= SMALLEST_GROUP

    allowed = Gate(counts, may_stand, rest_may_stand).partition()
    return allowed.shown if allowed else ()


def cell_class_year(cubes: Cubes, closed: pd.DataFrame, issued: Issued) -> ToldOnce:
    """Return `municipality, year, category, cell, class` of the shown cells, and what became of each year.

    A cell on a border is two: the part in each municipality is counted for itself.
    """
    counts = _by_municipality(cubes.cell_year.dropna(subset="cell"), ["category", "year"], "incidents")
    dwellings = _by_municipality(cubes.cell_dwellings, [], "dwellings")

    def fresh(category: Category, year: int) -> pd.DataFrame | None:
        places = [place for place in municipality_codes() if (category.code, year, place) in counts]
        if not places or not dwellings:
            return None
        rows = []
        for place in places:
            found = counts[category.code, year, place]
            shown = shown_cells(found, dwellings.get((place,), {}))
            rows += [(place, year, category.code, cell, cell_class(found[cell])) for cell in shown]
        return frame_of(rows, COLUMNS)

    mapped = [each for each in CATEGORIES.values() if each.mapped and not (each.sensitive or each.district_only)]
    return told_once(CELL_CLASS_YEAR, frame_of([], COLUMNS), mapped, closed, issued, fresh, cubes.extracted)


def _by_municipality(frame: pd.DataFrame, keys: list[str], column: str) -> dict[tuple[object, ...], dict[str, int]]:
    """Return (keys, municipality) -> cell -> number."""
    found: dict[tuple[object, ...], dict[str, int]] = {}
    for *key, cell, number in frame[[*keys, "municipality", "cell", column]].itertuples(index=False, name=None):
        found.setdefault(tuple(key), {})[cell] = int(number)
    return found
