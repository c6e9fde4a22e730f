"""Breakdowns that may be shown: one attribute at a time, whole pools of closed years, every group of at least five."""

from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd

from data.act_hours import whole_cases
from data.attributes import ATTRIBUTES
from data.catalogue import CATEGORIES, Category
from data.cubes import Cubes
from data.delivered import QUARTERS_IN_YEAR
from data.frames import TEXT, WHOLE, frame_of
from data.issued import Issued, Subject, decide
from data.municipalities import DISTRICT
from data.pools import pool_years, told_otherwise
from data.protected import Breakdown, Grid, Protectable, Refused
from data.year_totals import Decisions, TellableTotals, places_of, tellable_totals

BREAKDOWN = "breakdown"
COLUMNS = {"municipality": TEXT, "year": WHOLE, "years": WHOLE, "category": TEXT} | {
    "attribute": TEXT,
    "level": WHOLE,
    "value": TEXT,
    "count": WHOLE,
}

Values = Counter[tuple[str, str]]
Grids = dict[tuple[str, int], dict[tuple[str, int], int]]


def breakdowns(
    cubes: Cubes, counts: pd.DataFrame, pools: Iterable[tuple[Category, int]], totals: Decisions, issued: Issued
) -> Decisions:
    """Return the decision on each attribute of each category in each pool of closed years (category, its last year).

    `counts`: `municipality, year, quarter, category, count`, public where the category is. `totals`: the decisions on
    the yearly numbers that the groups add up to.
    """
    values = _values(pd.concat([cubes.attribute_quarter, whole_cases(cubes.act_hour_year)], ignore_index=True))
    grids = _grids(counts)
    counted = cubes.extracted
    decisions: Decisions = {}
    for category, last in pools:
        years = pool_years(category, last)
        tellable = _tellable(category, years, totals)
        grid = _grid(grids, category.code, years)
        for attribute in category.breakdowns:
            subject = Subject(BREAKDOWN, category.code, last, attribute, len(years))
            of = sum((values.get((category.code, year, attribute), Counter()) for year in years), Counter())
            numbers = _numbers(category, attribute, of, tellable, grid)
            if numbers is not None and told_otherwise(subject, issued):
                numbers = Refused()
            decisions[subject] = decide(subject, numbers, issued, counted)
    return decisions


def _tellable(category: Category, years: Sequence[int], totals: Decisions) -> TellableTotals:
    """Return the places whose total may be told in each of the years; `current`: and whether today's numbers may."""
    every = [tellable_totals(category, year, totals) for year in years]
    places = tuple(place for place in places_of(category) if all(place in of.places for of in every))
    return TellableTotals(places, all(of.current for of in every))


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


def _grid(grids: Grids, code: str, years: Sequence[int]) -> dict[tuple[str, int], int]:
    """Return (place, quarter) -> the public count; the quarters are numbered on from the first of the years."""
    return {
        (place, QUARTERS_IN_YEAR * at + quarter): count
        for at, year in enumerate(years)
        for (place, quarter), count in grids.get((code, year), {}).items()
    }


def _grids(counts: pd.DataFrame) -> Grids:
    """Return (category, year) -> (place, quarter) -> the public count."""
    public = counts[counts["category"].isin([each.code for each in CATEGORIES.values() if each.quarterly])]
    columns = ["category", "year", "municipality", "quarter", "count"]
    found: Grids = {}
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
    """Return `municipality (or oevrige, or kreds), year, years, category, attribute, level, value, count`.

    Held back = no row. `years`: how many years up to `year` are counted as one. `value` is a group's code at the ladder
    level, or `uoplyst`. Categories that are sensitive, or exist for the district only, are broken down for the district
    alone.
    """
    rows = [
        (
            place,
            subject.year,
            subject.years,
            subject.category,
            subject.attribute,
            decision.protected.level,
            value,
            count,
        )
        for subject, decision in decisions.items()
        if subject.protected_table == BREAKDOWN and decision.protected
        for (place, value), count in decision.protected.cells.items()
    ]
    return frame_of(rows, COLUMNS)
