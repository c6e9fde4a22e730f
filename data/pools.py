"""Which closed years a breakdown counts: one, or as many as the catalogue says, told as one and never one by one.

Pools share no year (2017–2019, 2020–2022, 2023–2025): two that did, or a pool beside one of its years, would give the
other years away by subtraction (METHODS, 11.3, P2 e).
"""

from collections.abc import Container

import pandas as pd

from data.catalogue import CATEGORIES, Category, Kind
from data.issued import Issued, Status, Subject


def pool_years(category: Category, last: int) -> range:
    """Return the years of the pool that ends in `last`."""
    return range(last - category.breakdown_years + 1, last + 1)


def closed_pools(closed: pd.DataFrame, final: Container[int]) -> list[tuple[Category, int]]:
    """Return each category with the last year of every pool whose years are all closed, in the order of the years.

    `closed`: `year, category`. `final`: the years in which no accident can change any more. Of accidents a pool waits
    for them, since three years are told once.
    """
    years = sorted((int(year), code) for year, code in closed[["year", "category"]].itertuples(index=False, name=None))
    told = {(year, code) for year, code in years if CATEGORIES[code].kind is not Kind.ACCIDENT or year in final}
    return [
        (CATEGORIES[code], last)
        for last, code in years
        if _ends_a_pool(CATEGORIES[code], last)
        and all((year, code) in told for year in pool_years(CATEGORIES[code], last))
    ]


def _ends_a_pool(category: Category, year: int) -> bool:
    """Return whether a pool ends here: 2019, 2022 and 2025 are the years that three divides."""
    return year % category.breakdown_years == 0


def told_otherwise(subject: Subject, issued: Issued) -> bool:
    """Return whether an earlier release has told a year of the subject in another pool, or by itself."""
    return any(
        decision.status is Status.SHOWN and _same_but_for_years(told, subject) and _overlap(told, subject)
        for told, decision in issued.decisions.items()
    )


def _same_but_for_years(one: Subject, other: Subject) -> bool:
    of = (one.protected_table, one.category, one.attribute) == (other.protected_table, other.category, other.attribute)
    return of and one != other


def _overlap(one: Subject, other: Subject) -> bool:
    return one.year - one.years < other.year and other.year - other.years < one.year
