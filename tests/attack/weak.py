"""Two policies that look safe and are not (METHODS, 11.4). The attack must succeed against them, or it proves nothing.

Threshold only: every number under five is left out, whatever is asked for. With complementary suppression: where one
number of a row or column was left out, a second one is, in each table by itself.
"""

from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.attributes import ATTRIBUTES, UNKNOWN_VALUE
from data.catalogue import CATEGORIES
from data.disclosure import SMALLEST_GROUP
from data.municipalities import DISTRICT
from tests.attack.attack import Released
from tests.attack.microdata import PLACES

# The questions that a dashboard with free filters answers: a quarter, a half-year, a year.
PERIODS: dict[str, Callable[[pd.Series], pd.Series]] = {
    "quarter": lambda quarter: quarter,
    "half": lambda quarter: (quarter + 1) // 2,
    "year": lambda quarter: quarter * 0,
}

Counts = NDArray[np.int64]
Hidden = NDArray[np.bool_]
Policy = Callable[[Counts], Hidden]


def threshold_only(counts: Counts) -> Hidden:
    """Return what is left out of a table of places (the last row: all) by groups: every number from 1 to 4."""
    return _small(counts)


def with_complementary(counts: Counts) -> Hidden:
    """Return the same, and the next smallest number of each row and column in which one alone is left out."""
    hidden = _small(counts)
    while True:
        before = hidden.sum()
        for table, left_out in ((counts, hidden), (counts.T, hidden.T)):
            for at in np.flatnonzero(left_out.sum(axis=1) == 1):
                left_out[at, np.where(left_out[at], np.iinfo(np.int64).max, table[at]).argmin()] = True
        if hidden.sum() == before:
            return hidden


def _small(counts: Counts) -> Hidden:
    return (counts > 0) & (counts < SMALLEST_GROUP)


def weakly_published(released: Released, incidents: pd.DataFrame, policy: Policy) -> Released:
    """Return a release whose public grid is the real one and whose breakdowns follow the weak policy."""
    kept = {name: table for name, table in released.items() if name in ("count_quarter", "count_year")}
    return kept | {
        f"breakdown_{period}": pd.DataFrame(list(_rows(incidents, period, policy))).assign(count=_whole)
        for period in PERIODS
    }


def _whole(table: pd.DataFrame) -> pd.Series:
    return table["count"].astype("int64")


def _rows(incidents: pd.DataFrame, period: str, policy: Policy) -> Iterator[dict[str, object]]:
    codes = [code for code in incidents["kategori"].unique() if CATEGORIES[code].quarterly]
    for code in codes:
        of = incidents[incidents["kategori"] == code].assign(period=PERIODS[period](incidents["quarter"]))
        for (year, number), asked in of.groupby(["year", "period"]):
            for attribute in CATEGORIES[code].breakdowns:
                keys = {"year": year, "category": code, "attribute": attribute}
                yield from _table(asked, keys | ({} if period == "year" else {period: number}), policy)


def _table(asked: pd.DataFrame, keys: dict[str, object], policy: Policy) -> Iterator[dict[str, object]]:
    """Return the rows of one table: an attribute at its finest level, by place and for the district."""
    attribute = str(keys["attribute"])
    values = asked[attribute].where(asked[attribute].isin(ATTRIBUTES[attribute].values), UNKNOWN_VALUE)
    groups = {value: group.code for group in ATTRIBUTES[attribute].ladder[0] for value in group.values}
    counted = pd.crosstab(asked["kommunekode"], values.map(groups | {UNKNOWN_VALUE: UNKNOWN_VALUE}))
    counted = counted.reindex(list(PLACES), fill_value=0)
    counts = np.vstack([counted.to_numpy(), counted.to_numpy().sum(axis=0)])
    hidden = policy(counts)
    for row, place in enumerate([*PLACES, DISTRICT]):
        for column, value in enumerate(counted.columns):
            if not hidden[row, column]:
                count = counts[row, column]
                yield keys | {"municipality": place, "level": 0, "value": value, "count": count}
