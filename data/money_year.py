"""The table of what victims lost, by place and closed year."""

from collections.abc import Container

import numpy as np
import pandas as pd

from data.catalogue import CATEGORIES, Category
from data.cubes import Cubes
from data.disclosure import REST, Partition
from data.frames import MAYBE_WHOLE, TEXT, WHOLE, frame_of
from data.issued import Issued
from data.money import NO_LOSSES, Losses, count_partition, median, pooled, rounded_sum, sum_partition
from data.municipalities import DISTRICT
from data.told_once import ToldOnce, told_once
from data.year_totals import Decisions, places_of, tellable_totals

MONEY_YEAR = "money_year"
KEYS = {"municipality": TEXT, "year": WHOLE, "category": TEXT}
COLUMNS = KEYS | dict.fromkeys(["median", "low", "high", "count", "total"], MAYBE_WHOLE)

KEY = ["category", "year", "municipality"]

LossesByPlace = dict[str, Losses]
LossesByKey = dict[tuple[str, int, str], Losses]
Row = tuple[str, int, str, int | None, int | None, int | None, int | None, int | None]


def money_year(cubes: Cubes, closed: pd.DataFrame, totals: Decisions, issued: Issued) -> ToldOnce:
    """Return what became of each year, and the table.

    municipality (or `oevrige`, or `kreds`), year, category, median, low, high, count, total.

    In kroner. `count` is how many lost something. Every column but the first three may be missing: held back.
    """
    losses = _losses(cubes.loss_year)

    def fresh(category: Category, year: int) -> pd.DataFrame | None:
        by_place = {place: losses.get((category.code, year, place), NO_LOSSES) for place in places_of(category)}
        if not any(of.count for of in by_place.values()):
            return None
        tellable = tellable_totals(category, year, totals)
        rows = _rows(category.code, year, by_place, tellable.places) if tellable.current else []
        return frame_of(rows, COLUMNS)

    told = [category for category in CATEGORIES.values() if category.losses and not category.sensitive]
    return told_once(MONEY_YEAR, frame_of([], COLUMNS), told, closed, issued, fresh, cubes.extracted)


def _rows(category: str, year: int, losses: LossesByPlace, tellable: Container[str]) -> list[Row]:
    counts, sums = count_partition(losses, tellable), sum_partition(losses, tellable)
    everyone = {place: of for place, of in losses.items() if place in tellable}
    everyone[DISTRICT] = pooled(list(losses.values()))
    rows: list[Row] = []
    for place, of in everyone.items():
        told = median(of)
        values = (told.median, told.low, told.high) if told else (None, None, None)
        count = of.count if _is_told(place, counts) else None
        rows.append((place, year, category, *values, count, rounded_sum(of) if _is_told(place, sums) else None))
    rows.append((REST, year, category, None, None, None, *_rest(losses, counts, sums)))
    return [row for row in rows if any(number is not None for number in row[3:])]


def _is_told(place: str, partition: Partition | None) -> bool:
    return partition is not None and (place == DISTRICT or place in partition.shown)


def _rest(losses: LossesByPlace, counts: Partition | None, sums: Partition | None) -> tuple[int | None, int | None]:
    counted = pooled([losses[place] for place in counts.rest]) if counts and counts.rest else None
    summed = pooled([losses[place] for place in sums.rest]) if sums and sums.rest else None
    return counted.count if counted else None, rounded_sum(summed) if summed else None


def _losses(loss_year: pd.DataFrame) -> LossesByKey:
    """Return (category, year, place) -> losses; the district's own categories have theirs under the district."""
    own = loss_year["category"].isin([each.code for each in CATEGORIES.values() if each.district_only])
    frame = loss_year.assign(municipality=loss_year["municipality"].astype("str").mask(own, DISTRICT))
    lost = frame[frame["loss"] > 0].sort_values("loss")
    kroner, times = lost["loss"].to_numpy(np.int64), lost["incidents"].to_numpy(np.int64)
    rows = lost.reset_index(drop=True).groupby(KEY).indices
    found: LossesByKey = {}
    for category, year, place, reports in frame.groupby(KEY, as_index=False)["incidents"].sum().itertuples(index=False):
        at = rows.get((category, year, place), [])
        found[category, int(year), place] = Losses(kroner[at], times[at], int(reports - times[at].sum()))
    return found
