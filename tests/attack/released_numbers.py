"""Which numbers may stand in a page, a picture or a file of a release: those of its tables, and their open sums.

Exports are searched for any other count. What is reckoned from these (a rate, an expected range, a share) is its own
kind of number, and the search leaves it out by where it stands.
"""

from itertools import combinations

import pandas as pd

from data.catalogue import AREAS
from data.municipalities import DISTRICT
from data.release import Release

LONGEST_SUM = 3  # years that a traffic sum spans
QUARTERS = 4


def released_numbers(release: Release) -> frozenset[int]:
    """Return every whole number of the published tables, and every sum of them that a page may show.

    The sums: an area's headline categories; four quarters of a place; up to three years in a row; killed and seriously
    injured together; the places of a protected table, which together are the district.
    """
    tables = _published(release)
    found: set[int] = set()
    for table in tables.values():
        for column in table.select_dtypes("number"):
            found |= {int(number) for number in table[column].dropna() if number == int(number)}
    return frozenset(
        found
        | _postponed(tables)
        | _grid_sums(tables["count_quarter"])
        | _casualties(tables["casualties_year"])
        | _rests(tables)
    )


def _postponed(tables: dict[str, pd.DataFrame]) -> set[int]:
    """Return how many were left out of a share for another reason than that another promise holds for them."""
    shares = pd.concat([tables["share_quarter"], tables["share_year"]])
    return set((shares["excluded"] - shares["elsewhere"]).dropna().astype(int))


def _published(release: Release) -> dict[str, pd.DataFrame]:
    with release.connection.cursor() as cursor:
        names = cursor.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'published'").fetchall()
        return {name: cursor.execute(f'SELECT * FROM published."{name}"').df() for (name,) in names}


def _grid_sums(grid: pd.DataFrame) -> set[int]:
    groups = [*(area.headline for area in AREAS.values()), *((code,) for code in grid["category"].unique())]
    found: set[int] = set()
    for codes in groups:
        of = grid[grid["category"].isin(codes)].dropna(subset="count")
        quarters = of.groupby(["municipality", "year", "quarter"])["count"].sum()
        years = quarters.groupby(["municipality", "year"])
        found |= set(quarters.astype(int)) | set(years.sum()[years.size() == QUARTERS].astype(int))
    return found


def _casualties(casualties: pd.DataFrame) -> set[int]:
    """Return the sums of a place's persons over one to three years in a row, by severity, severe and all together."""
    found: set[int] = set()
    for _, of in casualties.dropna().sort_values("year").groupby("municipality"):
        severe = of["killed"] + of["serious"]
        for persons in (of["killed"], of["serious"], of["slight"], severe, severe + of["slight"]):
            for first, last in combinations(range(len(of) + 1), 2):
                found |= {int(persons.iloc[first:last].sum())} if last - first <= LONGEST_SUM else set()
    return found


def _rests(tables: dict[str, pd.DataFrame]) -> set[int]:
    """Return what all places of a protected table are together."""
    found: set[int] = set()
    for name, keys in (
        ("count_year", ["year", "category"]),
        ("report_year", ["year", "category"]),
        ("breakdown", ["year", "years", "category", "attribute", "value"]),
    ):
        of = tables[name]
        found |= set(of[of["municipality"] != DISTRICT].groupby(keys)["count"].sum().astype(int))
    return found
