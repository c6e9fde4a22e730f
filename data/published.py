"""The tables of `published.duckdb` that come from incidents: finished, protected, no incident and no key in them.

Beyond the public grid every row has passed data/disclosure.py; no other module makes a published table.
"""

from dataclasses import dataclass

import pandas as pd

from data.breakdowns import BREAKDOWN, breakdown_table, breakdowns
from data.casualties import casualties_year, final_district_years
from data.catalogue import CATEGORIES
from data.cubes import Cubes
from data.delivered import State, closed_years, quarter_states
from data.earlier import PROTECTED_YEAR, ROAD_TRIAL, protected_year_table, told_table
from data.follow_up_shares import follow_up_quarter, follow_up_year
from data.issued import Issued
from data.map_cells import CELL_CLASS_YEAR, cell_class_year
from data.money_year import MONEY_YEAR, money_year
from data.municipalities import DISTRICT
from data.pools import closed_pools
from data.process_shares import share_quarter, share_year
from data.roads import road_trial
from data.told_once import as_told
from data.year_totals import (
    COUNT_YEAR,
    REPORT_YEAR,
    Decisions,
    count_year_table,
    report_year_table,
    year_totals,
)

Tables = dict[str, pd.DataFrame]

# What the pooled table of the trial is of; its numbers are told once.
TRIAL_YEARS = ["first_change", "last_change", "years_before", "years_after"]
QUARTER_KEYS = ["municipality", "year", "quarter", "category"]


@dataclass(frozen=True)
class PublishedTables:
    """The tables by name, and `told`: every number of a protected table that this release or an earlier one tells."""

    tables: Tables
    told: pd.DataFrame


def published_tables(cubes: Cubes, issued: Issued) -> PublishedTables:
    """Return the published tables. `issued`: what earlier releases have told.

    count_quarter     municipality, year, quarter, category, count (missing = not delivered), state
    casualties_year   municipality, year, killed, serious, slight, state
    count_year        municipality (or `oevrige`), year, category, count: categories outside the quarterly grid
    report_year       municipality (or `oevrige`), year, category, cases, count: reports, where the grid counts cases
    breakdown         municipality (or `oevrige`), year, years, category, attribute, level, value, count: of the
                      `years` up to `year` as one
    share_quarter     municipality, year, quarter, category, share (a promise), status, kept, counted, excluded,
                      elsewhere, unknown, other
    share_year        the same without quarter; median_minutes, nine_tenths_minutes
    follow_up_quarter municipality, year, quarter, category, follow_up, status, kept, counted, unknown, provisional
    follow_up_year    the same without quarter
    money_year        municipality (or `oevrige`), year, category, median, low, high, count, total
    cell_class_year   municipality, year, category, cell, class
    road_trial        role, traffic_from, …: pooled road sections, as data/roads.py tells
    protected_year    protected_table, category, year, attribute, years, status, counted
    """
    states = quarter_states(cubes.coverage)
    counts, closed = quarter_counts(cubes, states), closed_years(states)
    public = _public_tables(cubes, counts, states)
    final = final_district_years(public["casualties_year"])
    totals = _earlier(issued, COUNT_YEAR, REPORT_YEAR) | year_totals(cubes, counts, closed, issued)
    groups = _earlier(issued, BREAKDOWN) | breakdowns(cubes, counts, closed_pools(closed, final), totals, issued)
    money, cells = money_year(cubes, closed, totals, issued), cell_class_year(cubes, closed, issued)
    protected = {
        COUNT_YEAR: count_year_table(totals),
        REPORT_YEAR: report_year_table(totals),
        BREAKDOWN: breakdown_table(groups),
        "share_year": share_year(cubes, closed, totals),
        "follow_up_year": follow_up_year(cubes, closed),
        MONEY_YEAR: money.table,
        CELL_CLASS_YEAR: cells.table,
        PROTECTED_YEAR: protected_year_table(totals | groups | money.decisions | cells.decisions),
    }
    trial = {ROAD_TRIAL: _road_trial(cubes, final, issued)}
    return PublishedTables(public | protected | trial, told_table(totals | groups, issued))


def _public_tables(cubes: Cubes, counts: pd.DataFrame, states: pd.DataFrame) -> Tables:
    """Return what describes no person, or the police's own work: exact (rules P1, P1b and P3)."""
    return {
        "count_quarter": counts[counts["category"].isin(_quarterly_codes())],
        "casualties_year": casualties_year(cubes, states),
        "share_quarter": share_quarter(cubes, states),
        "follow_up_quarter": follow_up_quarter(cubes, states),
    }


def _road_trial(cubes: Cubes, final: list[int], issued: Issued) -> pd.DataFrame:
    trial = road_trial(cubes.road_section, cubes.road_accident_year, final)
    return as_told(ROAD_TRIAL, trial, TRIAL_YEARS, issued)


def _earlier(issued: Issued, *tables: str) -> Decisions:
    """Return what earlier releases decided: what has been told stays, also of a year that is not closed any more."""
    return {subject: told for subject, told in issued.decisions.items() if subject.protected_table in tables}


def quarter_counts(cubes: Cubes, states: pd.DataFrame) -> pd.DataFrame:
    """Return `municipality, year, quarter, category, count, state` over the whole spine; 0 only where delivered.

    The count is in the category's own unit. The district is the sum of its municipalities and `998`.
    """
    months = cubes.count_month.assign(count=lambda frame: frame["cases"].fillna(frame["incidents"]).astype("int64"))
    counted = months.groupby(QUARTER_KEYS, as_index=False)["count"].sum()
    district = counted.groupby(QUARTER_KEYS[1:], as_index=False)["count"].sum().assign(municipality=DISTRICT)
    joined = states.merge(pd.concat([counted, district]), on=QUARTER_KEYS, how="left")
    count = joined["count"].fillna(0).astype("Int64").mask(joined["state"] == State.MISSING)
    return joined.assign(count=count)[[*QUARTER_KEYS, "count", "state"]]


def _quarterly_codes() -> list[str]:
    return [category.code for category in CATEGORIES.values() if category.quarterly]
