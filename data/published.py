"""The tables of `published.duckdb` that come from incidents: finished, protected, no incident and no key in them.

Beyond the public grid every row has passed data/disclosure.py; no other module makes a published table.
"""

import pandas as pd

from data.breakdowns import breakdowns
from data.casualties import casualties_year
from data.catalogue import CATEGORIES
from data.cubes import Cubes
from data.delivered import State, closed_years, quarter_states
from data.disclosure import protected_totals
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes

Tables = dict[str, pd.DataFrame]

QUARTER_KEYS = ["municipality", "year", "quarter", "category"]


def published_tables(cubes: Cubes) -> Tables:
    """Return the published tables by name.

    count_quarter     municipality, year, quarter, category, count (missing = not delivered), state
    count_year        municipality (or `oevrige`), year, category, count: categories outside the quarterly grid
    report_year       municipality (or `oevrige`), year, category, count: reports, where the other tables count cases
    breakdown         municipality (or `oevrige`), year, category, attribute, level, value, count
    casualties_year   municipality, year, killed, serious, slight, state
    """
    states = quarter_states(cubes.coverage)
    counts = quarter_counts(cubes, states)
    closed = closed_years(states)
    return {
        "count_quarter": counts[counts["category"].isin(_codes(quarterly=True))],
        "count_year": _count_year(counts, closed),
        "report_year": _report_year(cubes, closed),
        "breakdown": breakdowns(cubes.attribute_quarter, closed),
        "casualties_year": casualties_year(cubes, states),
    }


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


def _codes(*, quarterly: bool) -> list[str]:
    return [category.code for category in CATEGORIES.values() if category.quarterly is quarterly]


def _count_year(counts: pd.DataFrame, closed: pd.DataFrame) -> pd.DataFrame:
    """Return protected yearly counts of the categories that are not public by quarter (rules P2 and P6)."""
    places = counts[counts["category"].isin(_codes(quarterly=False)) & (counts["municipality"] != DISTRICT)]
    return _protected_years(places.dropna(subset="count"), closed)


def _report_year(cubes: Cubes, closed: pd.DataFrame) -> pd.DataFrame:
    """Return protected yearly counts of reports where the grid counts cases; both must be at least five.

    A municipality's cases are never more than its reports (a case counts where its first report does), so the rule
    is applied to the cases.
    """
    counted = cubes.count_month.dropna(subset="cases").astype({"cases": "int64"})
    return _protected_years(counted.assign(count=counted["cases"]), closed, shown="incidents")


def _protected_years(counts: pd.DataFrame, closed: pd.DataFrame, shown: str = "count") -> pd.DataFrame:
    """Return `municipality, year, category, count`: the column `shown`, where `count` lets each place be shown."""
    rows: list[tuple[str, int, str, int]] = []
    years = counts.merge(closed, on=["year", "category"])
    for category, year in years[["category", "year"]].drop_duplicates().itertuples(index=False, name=None):
        of = years[(years["category"] == category) & (years["year"] == year)]
        judged, told = _by_place(of, "count"), _by_place(of, shown)
        rows += [(place, year, category, number) for place, number in (protected_totals(judged, told) or {}).items()]
    return pd.DataFrame(rows, columns=["municipality", "year", "category", "count"])


def _by_place(counts: pd.DataFrame, column: str) -> dict[str, int]:
    totals = dict.fromkeys([*municipality_codes(), UNKNOWN], 0)
    for place, number in counts[["municipality", column]].itertuples(index=False, name=None):
        totals[place] += int(number)
    return totals
