"""What was delivered: the state of every municipality x category x quarter or year."""

from enum import StrEnum

import pandas as pd

from data.catalogue import CATEGORIES
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes

MONTHS_IN_QUARTER = 3
QUARTERS_IN_YEAR = 4


class State(StrEnum):
    """`final`: every month delivered and closed. `provisional`: some month is still open. `missing`: not delivered."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    MISSING = "missing"


_RANKS = {State.MISSING.value: 0, State.PROVISIONAL.value: 1, State.FINAL.value: 2}


def quarter_states(coverage: pd.DataFrame) -> pd.DataFrame:
    """Return `municipality, year, quarter, category, state` for the whole spine of places, quarters and categories.

    The spine runs from the first covered quarter to the last, over the district's municipalities, `998` and `kreds`.
    A quarter with an open month is provisional with what is there; otherwise all three months must be there. The
    district needs every municipality; for categories that exist for the district only, any covered place will do.
    """
    months = coverage.assign(quarter=(coverage["month"] + 2) // 3)
    months = pd.concat([months, _district_only(months)], ignore_index=True)
    found = months.groupby(["municipality", "year", "quarter", "category"], as_index=False).agg(
        months=("month", "nunique"), open_months=("is_open", "sum")
    )
    spine = _spine(months)
    joined = spine.merge(found, on=list(spine.columns), how="left").fillna({"months": 0, "open_months": 0})
    state = pd.Series(State.MISSING.value, index=joined.index)
    state[joined["months"] == MONTHS_IN_QUARTER] = State.FINAL.value
    state[joined["open_months"] > 0] = State.PROVISIONAL.value
    return _with_district(joined.assign(state=state)[[*spine.columns, "state"]])


def _district_only(months: pd.DataFrame) -> pd.DataFrame:
    """Return the coverage of the district for the categories that have no number below it."""
    only = months[months["category"].isin([c.code for c in CATEGORIES.values() if c.district_only])]
    return only.assign(municipality=DISTRICT)


def _spine(months: pd.DataFrame) -> pd.DataFrame:
    quarters = months["year"] * 4 + months["quarter"] - 1
    span = range(int(quarters.min()), int(quarters.max()) + 1)
    rows = [
        (place, index // 4, index % 4 + 1, category.code)
        for category in CATEGORIES.values()
        for place in ((DISTRICT,) if category.district_only else (*municipality_codes(), UNKNOWN))
        for index in span
    ]
    return pd.DataFrame(rows, columns=["municipality", "year", "quarter", "category"])


def worst_state(states: pd.DataFrame, keys: list[str], needed: int) -> pd.DataFrame:
    """Return `keys, state`: the worst state among the rows of each key; missing where there are fewer than needed."""
    ranked = states.assign(rank=states["state"].map(_RANKS))
    worst = ranked.groupby(keys, as_index=False).agg(rank=("rank", "min"), rows=("rank", "size"))
    worst.loc[worst["rows"] < needed, "rank"] = _RANKS[State.MISSING]
    return worst.assign(state=worst["rank"].map({rank: state for state, rank in _RANKS.items()}))[[*keys, "state"]]


def _with_district(states: pd.DataFrame) -> pd.DataFrame:
    """Add the district: as complete as its least complete municipality. A missing `998` takes nothing away."""
    places = states[states["municipality"].isin(municipality_codes())]
    district = worst_state(places, ["year", "quarter", "category"], needed=len(municipality_codes()))
    return pd.concat([states, district.assign(municipality=DISTRICT)[states.columns]], ignore_index=True)


def closed_years(states: pd.DataFrame) -> pd.DataFrame:
    """Return `year, category` where all four quarters of the whole district are final."""
    district = states[(states["municipality"] == DISTRICT) & (states["state"] == State.FINAL.value)]
    years = district.groupby(["year", "category"], as_index=False).agg(quarters=("quarter", "nunique"))
    return years.loc[years["quarters"] == QUARTERS_IN_YEAR, ["year", "category"]]
