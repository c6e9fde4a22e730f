"""Breakdowns that may be shown: one attribute at a time, closed years only, every group of at least five."""

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from data.act_hours import whole_cases
from data.attributes import ATTRIBUTES
from data.catalogue import CATEGORIES, Category
from data.cubes import Cubes
from data.frames import TEXT, WHOLE, frame_of
from data.issued import Issued, Subject, decide
from data.municipalities import DISTRICT
from data.protected import Breakdown, Grid, Protectable, Refused
from data.year_totals import Decisions, TellableTotals, places_of, tellable_totals

BREAKDOWN = "breakdown"
COLUMNS = {"municipality": TEXT, "year": WHOLE, "category": TEXT, "attribute": TEXT, "level": WHOLE} | {
    "value": TEXT,
    "count": WHOLE,
}

Values = Counter[tuple[str, str]]


def breakdowns(
    cubes: Cubes, counts: pd.DataFrame, closed: pd.DataFrame, totals: Decisions, issued: Issued
) -> Decisions:
    """Return the decision on each attribute of each category in each closed year.

    `counts`: `municipality, year, quarter, category, count`, public where the category is. `totals`: the decisions on
    the yearly numbers that the groups add up to.
    """
    values = _values(pd.concat([cubes.attribute_quarter, whole_cases(cubes.act_hour_year)], ignore_index=True))
    grids = _grids(counts)
    counted = cubes.extracted
    decisions: Decisions = {}
    for year, category in _closed(closed):
        tellable = tellable_totals(category, year, totals)
        for attribute in category.breakdowns:
            subject = Subject(BREAKDOWN, category.code, year, attribute)
            of = values.get((category.code, year, attribute), Counter())
            grid = grids.get((category.code, year), {})
            decisions[subject] = decide(subject, _numbers(category, attribute, of, tellable, grid), issued, counted)
    return decisions


def _numbers(
    category: Category, attribute: str, values: Values, tellable: TellableTotals, grid: Grid
) -> Protectable | None:
    """Return what is to be protected, or None where no incident has a value: then it was not delivered."""
    if all(value not in ATTRIBUTES[attribute].values for _, value in values):
        return None
    if not tellable.current:
        return Refused()
    ladder = ATTRIBUTES[attribute].ladder
    if category.sensitive or category.district_only:
        district: Values = Counter()
        for (_, value), count in values.items():
            district[DISTRICT, value] += count
        return Breakdown(district, ladder, [DISTRICT], {DISTRICT}, grid)
    return Breakdown(values, ladder, places_of(category), tellable.places, grid)


def _closed(closed: pd.DataFrame) -> Iterator[tuple[int, Category]]:
    for year, code in sorted(closed[["year", "category"]].itertuples(index=False, name=None)):
        yield int(year), CATEGORIES[code]


def _grids(counts: pd.DataFrame) -> dict[tuple[str, int], dict[tuple[str, int], int]]:
    """Return (category, year) -> (place, quarter) -> the public count."""
    public = counts[counts["category"].isin([each.code for each in CATEGORIES.values() if each.quarterly])]
    columns = ["category", "year", "municipality", "quarter", "count"]
    found: dict[tuple[str, int], dict[tuple[str, int], int]] = {}
    for category, year, place, quarter, count in public[columns].dropna().itertuples(index=False, name=None):
        found.setdefault((category, int(year)), {})[place, int(quarter)] = int(count)
    return found


def _values(attribute_quarter: pd.DataFrame) -> dict[tuple[str, int, str], Values]:
    found: dict[tuple[str, int, str], Values] = {}
    columns = ["category", "year", "attribute", "municipality", "value"]
    sums = attribute_quarter.groupby(columns, observed=True)["incidents"].sum()
    for category, year, attribute, place, value, count in sums.reset_index().itertuples(index=False, name=None):
        found.setdefault((category, int(year), attribute), Counter())[str(place), str(value)] = int(count)
    return found


def breakdown_table(decisions: Decisions) -> pd.DataFrame:
    """Return `municipality (or oevrige, or kreds), year, category, attribute, level, value, count`; held back = no row.

    `value` is a group's code at the ladder level, or `uoplyst`. Categories that are sensitive, or exist for the
    district only, are broken down for the district alone.
    """
    rows = [
        (place, subject.year, subject.category, subject.attribute, decision.protected.level, value, count)
        for subject, decision in decisions.items()
        if subject.protected_table == BREAKDOWN and decision.protected
        for (place, value), count in decision.protected.cells.items()
    ]
    return frame_of(rows, COLUMNS)
