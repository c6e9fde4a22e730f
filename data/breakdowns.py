"""Breakdowns that may be shown: one attribute at a time, closed years only, every group of at least five."""

from collections import Counter

import pandas as pd

from data.attributes import ATTRIBUTES
from data.catalogue import CATEGORIES
from data.disclosure import protected_breakdown
from data.municipalities import UNKNOWN, municipality_codes

Row = tuple[str, int, str, str, int, str, int]


def breakdowns(attribute_quarter: pd.DataFrame, closed: pd.DataFrame) -> pd.DataFrame:
    """Return `municipality (or oevrige), year, category, attribute, level, value, count`; held back = no row.

    `value` is a group's code at the ladder level, or `uoplyst`. Sensitive categories have no breakdown, nor have
    those that exist for the district only.
    """
    years = attribute_quarter.merge(closed, on=["year", "category"])
    rows: list[Row] = []
    for category in CATEGORIES.values():
        if category.sensitive or category.district_only:
            continue
        for attribute in category.breakdowns:
            of = years[(years["category"] == category.code) & (years["attribute"] == attribute)]
            for year in sorted(of["year"].unique()):
                rows += _rows(category.code, attribute, int(year), of[of["year"] == year])
    return pd.DataFrame(rows, columns=["municipality", "year", "category", "attribute", "level", "value", "count"])


def _rows(category: str, attribute: str, year: int, values: pd.DataFrame) -> list[Row]:
    counts: Counter[tuple[str, str]] = Counter()
    for place, value, number in values[["municipality", "value", "incidents"]].itertuples(index=False, name=None):
        counts[str(place), str(value)] += int(number)
    protected = protected_breakdown(counts, ATTRIBUTES[attribute].ladder, [*municipality_codes(), UNKNOWN])
    if protected is None:
        return []
    return [
        (place, year, category, attribute, protected.level, value, int(count))
        for (place, value), count in protected.cells.items()
    ]
