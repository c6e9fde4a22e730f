"""Inhabitants by age group and by sex: what a group of victims is set against (FOLK1A)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from data.attributes import ATTRIBUTES, Group
from data.denominators import counts_by_area, in_year
from data.frames import TEXT, WHOLE, frame_of
from data.municipalities import DISTRICT, municipality_codes
from data.reference import VALUE, reference_table

POPULATION_GROUP = "population_group"
COLUMNS = {"attribute": TEXT, "value": TEXT, "municipality": TEXT, "year": WHOLE, "people": WHOLE, "date": TEXT}

# The suspects' ages are not here: nobody knows that they live where the case is.
VICTIM_AGE, VICTIM_SEX = "offer_alder", "offer_koen"
AGE_TABLE, SEX_TABLE = "folk1a_age", "folk1a_sex"
TABLES: Mapping[str, str] = {VICTIM_AGE: AGE_TABLE, VICTIM_SEX: SEX_TABLE}


@dataclass(frozen=True)
class AgeSpan:
    """Whole years of age, both ends included; `last` is None where it has no end."""

    first: int
    last: int | None

    def within(self, other: "AgeSpan") -> bool:
        """Return whether every age of it is one of the other's."""
        return self.first >= other.first and _end(self.last) <= _end(other.last)

    def meets(self, other: "AgeSpan") -> bool:
        """Return whether the two share an age."""
        return self.first <= _end(other.last) and other.first <= _end(self.last)


def age_groups() -> dict[str, AgeSpan]:
    """Return code -> ages of every group of victims' ages, on each step of the ladder."""
    return {group.code: _ages(group) for grouping in ATTRIBUTES[VICTIM_AGE].ladder for group in grouping}


def population_groups(years: Iterable[int]) -> pd.DataFrame:
    """Return `attribute, value (a group's code), municipality (or kreds), year, people, date`; unknown = no row.

    As in data/denominators.py: the mean of two 1 January where both are known, else the nearest.
    """
    wanted = list(years)
    rows = [
        (attribute, str(value), area, year, *in_year(counts[area], year))
        for attribute, table in TABLES.items()
        for value, group in reference_table(table).groupby(table.removeprefix("folk1a_"))
        for counts in [counts_by_area(group[["area", "period", VALUE]])]
        for area in (*municipality_codes(), DISTRICT)
        if counts.get(area)
        for year in wanted
    ]
    return frame_of(rows, COLUMNS)


def _ages(group: Group) -> AgeSpan:
    ends = [value.removesuffix("+").split("-") for value in group.values]
    is_open = any(value.endswith("+") for value in group.values)
    return AgeSpan(min(int(end[0]) for end in ends), None if is_open else max(int(end[-1]) for end in ends))


def _end(last: int | None) -> float:
    return float("inf") if last is None else last
