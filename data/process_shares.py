"""How often the police did what they promised: rule P3. The numbers describe the police's work, not the citizens.

So what was kept, and of how many, is public from five cases on; who was left out of the count is told only where it
could not be one or two persons.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.catalogue import CATEGORIES
from data.cubes import Cubes
from data.delivered import State
from data.disclosure import SMALLEST_GROUP, none_or_enough
from data.issued import Status
from data.municipalities import DISTRICT
from data.year_totals import Decisions, tellable_totals

SMALLEST_FOR_QUANTILES = 20  # the tenth that waited longest is then two visits or more
NINE_TENTHS = 0.9

COUNTS = ["kept", "counted", "excluded", "elsewhere", "unknown"]
SHOWN_COUNTS = [*COUNTS, "other"]
QUANTILES = ["median_minutes", "nine_tenths_minutes"]


@dataclass(frozen=True)
class Share:
    """`kept` of `counted`; None where the promise has no limit to keep.

    Left out are `excluded`, for `elsewhere` of whom another promise holds, and `unknown`; they are None where only
    their sum, `other`, may be told.
    """

    kept: int | None
    counted: int
    excluded: int | None
    elsewhere: int | None
    unknown: int | None
    other: int


def share(kept: int | None, counted: int, excluded: int, elsewhere: int, unknown: int) -> Share | None:
    """Return the share as it may be shown, or None under five cases (P3).

    `elsewhere` is counted by the other promise: what is left of `excluded` without it is a part of its own.
    """
    if counted < SMALLEST_GROUP:
        return None
    other = excluded + unknown
    if not all(map(none_or_enough, (elsewhere, excluded - elsewhere, unknown))):
        return Share(kept, counted, None, None, None, other)
    return Share(kept, counted, excluded, elsewhere, unknown, other)


def may_have_quantiles(counted: int) -> bool:
    """Return whether the distribution of the times may be told."""
    return counted >= SMALLEST_FOR_QUANTILES


def share_quarter(cubes: Cubes, states: pd.DataFrame) -> pd.DataFrame:
    """Return `municipality, year, quarter, category, share, status, kept, counted, …, other`.

    One row for every promise in every final quarter of every place; numbers are missing where `status` is not `shown`.
    """
    keys = ["municipality", "year", "quarter", "category"]
    quarterly = _promised()["category"].map(lambda code: CATEGORIES[code].quarterly)
    final = states.loc[states["state"] == State.FINAL.value, keys].merge(_promised()[quarterly], on="category")
    return _shares(final, _with_district(cubes.promise_quarter, list(final.columns), COUNTS))


def share_year(cubes: Cubes, closed: pd.DataFrame, totals: Decisions) -> pd.DataFrame:
    """Return the same of every closed year, without `quarter`, and how many minutes half and nine tenths took at most.

    Of a category outside the public grid only the places are told whose number is.
    """
    keys = ["municipality", "year", "category", "share"]
    spine = pd.DataFrame(list(_year_spine(closed, totals)), columns=keys[:-1]).merge(_promised(), on="category")
    shares = _shares(spine, _with_district(cubes.promise_quarter, keys, COUNTS))
    quantiles = _quantiles(_with_district(cubes.response_year, [*keys, "minutes"], ["visits"]), keys)
    found = shares.merge(quantiles, on=keys, how="left")
    enough = found["counted"].fillna(0).map(lambda counted: may_have_quantiles(int(counted)))
    for column in QUANTILES:
        found[column] = found[column].astype("Int64").where(enough)
    return found


def _promised() -> pd.DataFrame:
    """Return `category, share`: every promise of the catalogue."""
    rows = [(category.code, each.code) for category in CATEGORIES.values() for each in category.promises]
    return pd.DataFrame(rows, columns=["category", "share"])


def _year_spine(closed: pd.DataFrame, totals: Decisions) -> Iterator[tuple[str, int, str]]:
    for year, code in closed[["year", "category"]].itertuples(index=False, name=None):
        if not CATEGORIES[code].promises:
            continue
        tellable = tellable_totals(CATEGORIES[code], year, totals)
        if tellable.current:
            yield from ((place, year, code) for place in (*tellable.places, DISTRICT))


def _with_district(counts: pd.DataFrame, keys: list[str], columns: list[str]) -> pd.DataFrame:
    both = pd.concat([counts, counts.assign(municipality=DISTRICT)]).astype({"municipality": "str"})
    return both.groupby(keys, as_index=False, observed=True)[columns].sum()


def _shares(spine: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Return the spine with what each of its rows may show."""
    keys = list(spine.columns)
    joined = spine.merge(counts, on=keys, how="left").fillna(dict.fromkeys(COUNTS, 0))
    joined = joined.astype(dict.fromkeys(COUNTS, "int64"))
    times = [key for key in keys if key != "municipality"]
    delivered = joined.groupby(times)["counted"].transform("sum") > 0
    rows = [share(*numbers) for numbers in joined[COUNTS].itertuples(index=False, name=None)]
    for column in SHOWN_COUNTS:
        joined[column] = pd.array([None if row is None else getattr(row, column) for row in rows], dtype="Int64")
    joined["kept"] = joined["kept"].mask(joined["share"].isin(_without_a_limit()))
    held_back = np.where(delivered, Status.HELD_BACK.value, Status.NOT_DELIVERED.value)
    shown = joined["counted"].notna()
    joined["status"] = pd.Series(held_back, index=joined.index).mask(shown, Status.SHOWN.value)
    return joined[[*keys, "status", *SHOWN_COUNTS]]


def _without_a_limit() -> list[str]:
    return [each.code for category in CATEGORIES.values() for each in category.promises if each.at_most is None]


def _quantiles(visits: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Return `keys` and the least number of minutes within which half, and nine tenths, of the visits came."""
    ordered = visits.sort_values([*keys, "minutes"])
    reached = ordered.groupby(keys)["visits"].cumsum() / ordered.groupby(keys)["visits"].transform("sum")
    columns = [ordered[reached >= part].groupby(keys)["minutes"].min() for part in (0.5, NINE_TENTHS)]
    return pd.concat(columns, axis=1, keys=QUANTILES).reset_index()
