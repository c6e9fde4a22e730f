"""The trial of lower speed limits as one protected table: road sections pooled by traffic, before and after.

No single section is published. A group is shown only when it holds enough sections, and enough accidents in every
year of it, so that no later release can tell a small year by subtraction; else the groups are pooled further.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from data.catalogue import AREAS, Measure
from data.disclosure import may_show
from data.frames import TEXT, WHOLE, frame_of
from data.reference import structural_breaks

ROAD_TRIAL = {
    "role": TEXT,
    "traffic_from": WHOLE,
    "sections": WHOLE,
    "km": "float64",
    "first_change": TEXT,
    "last_change": TEXT,
    "years_before": TEXT,
    "years_after": TEXT,
    "accidents_before": WHOLE,
    "accidents_after": WHOLE,
    "squares": "float64",
}
TRIAL, COMPARISON = "trial", "comparison"

# Vehicles a day from which a class begins: the finest grouping that may be shown is taken, all classes or none.
TRAFFIC_CLASSES = ((0, 3000, 6000), (0, 4000), (0,))
# Without a safety performance function the method of moments needs ten sections (Hauer; METHODS, section 7).
LEAST_SECTIONS = 10
# As many whole years as the verdicts on traffic rest on.
MOST_YEARS = 3


def road_trial(sections: pd.DataFrame, accidents: pd.DataFrame, final_years: Sequence[int]) -> pd.DataFrame:
    """Return one row for each role and traffic class; empty while the trial cannot be judged or may not be shown.

    `sections`: section, municipality, km, adt, lowered_from, lowered_until (publish_road_section.sql). `accidents`:
    section (missing: on none), year, accidents (publish_road_accident_year.sql). `squares`: the sum over sections of
    (accidents before - rate x km) squared, the rate per km being that of the whole traffic class: from it the spread
    between like sections is estimated. Before the trial none was treated, so that both roles tell of it.
    """
    lowered = sections["lowered_from"].notna()
    if not lowered.any():
        return frame_of([], ROAD_TRIAL)
    first, last = sections["lowered_from"].min(), sections["lowered_from"].max()
    years = _comparable(final_years)
    before = [year for year in years if year < first.year][-MOST_YEARS:]
    after = [year for year in years if year > last.year][:MOST_YEARS]
    if not before or not after:
        return frame_of([], ROAD_TRIAL)
    ended = sections["lowered_until"].notna() & (pd.to_datetime(sections["lowered_until"]).dt.year <= after[-1])
    used = sections.assign(role=lowered.map({True: TRIAL, False: COMPARISON}))[~ended]
    counts = _counts(used, accidents, [*before, *after])
    classed = _classed(used, counts) if _rest_may_show(counts, accidents) else None
    if classed is None:
        return frame_of([], ROAD_TRIAL)
    shared = (*(str(day.date()) for day in (first, last)), *(" ".join(map(str, years)) for years in (before, after)))
    rows = [
        (role, traffic, sections, km, *shared, earlier, later, round(squares, 3))
        for role, traffic, sections, km, earlier, later, squares in _pooled(classed, counts, before, after)
    ]
    return frame_of(rows, ROAD_TRIAL)


def _comparable(final_years: Sequence[int]) -> list[int]:
    """Return the years that no excluded time touches and no break makes another measure, oldest first."""
    areas = [area for area in AREAS.values() if area.measure is Measure.SEVERE_CASUALTIES]
    touched = {"*", *(area.code for area in areas), *(code for area in areas for code in area.headline)}
    changes = [change for change in structural_breaks() if touched & set(change.affects)]
    closed = {
        year
        for change in changes
        if change.effect == "exclude"
        for year in range(change.start.year, (change.end or change.start).year + 1)
    }
    earliest = max((change.start.year for change in changes if change.effect == "break"), default=0)
    return sorted(year for year in set(final_years) - closed if year >= earliest)


def _counts(used: pd.DataFrame, accidents: pd.DataFrame, years: Sequence[int]) -> pd.DataFrame:
    """Return accidents, sections x years; 0 where a section had none."""
    on_sections = accidents.dropna(subset="section")
    table = on_sections.pivot_table(index="section", columns="year", values="accidents", aggfunc="sum")
    return table.reindex(index=used["section"], columns=list(years)).fillna(0).astype("int64")


def _rest_may_show(counts: pd.DataFrame, accidents: pd.DataFrame) -> bool:
    """Return whether the accidents elsewhere are none or enough in every year: all accidents of a year are public."""
    everywhere = accidents.groupby("year")["accidents"].sum().reindex(counts.columns).fillna(0)
    elsewhere = everywhere - counts.sum()
    return may_show([int(number) for number in elsewhere if number])


def _classed(used: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame | None:
    """Return the sections with `traffic`, the class they are in, at the finest level whose every group may be shown."""
    for starts in TRAFFIC_CLASSES:
        if len(starts) > 1 and used["adt"].isna().any():
            continue
        traffic = pd.cut(used["adt"].fillna(0), [*starts, float("inf")], right=False, labels=list(starts)).astype(int)
        classed = used.assign(traffic=traffic)
        groups = [group for _, group in classed.groupby(["role", "traffic"])]
        if len(groups) == 2 * len(starts) and all(_may_show(group, counts) for group in groups):
            return classed
    return None


def _may_show(group: pd.DataFrame, counts: pd.DataFrame) -> bool:
    return len(group) >= LEAST_SECTIONS and may_show(counts.loc[group["section"]].sum().astype(int).tolist())


def _pooled(
    classed: pd.DataFrame, counts: pd.DataFrame, before: Sequence[int], after: Sequence[int]
) -> Iterator[tuple[Any, ...]]:
    """Yield role, class, sections, km, accidents before, accidents after and squares of each group."""
    earlier, later = (counts[list(years)].sum(axis=1).to_numpy() for years in (before, after))
    counted = classed.assign(earlier=earlier, later=later)
    totals = counted.groupby("traffic")[["earlier", "km"]].transform("sum")
    squared = (counted["earlier"] - totals["earlier"] / totals["km"] * counted["km"]) ** 2
    groups = counted.assign(squares=squared).groupby(["role", "traffic"], as_index=False)
    yield from groups.agg(
        sections=("section", "size"),
        km=("km", "sum"),
        earlier=("earlier", "sum"),
        later=("later", "sum"),
        squares=("squares", "sum"),
    ).itertuples(index=False, name=None)
