"""How many of those who were hit the police followed up on: rule P3, public from five cases on.

Beside each share stands how many cases say nothing: together they are the cases of the public grid.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from data.catalogue import CATEGORIES
from data.cubes import Cubes
from data.delivered import State
from data.follow_ups import QUARTERS_FOLLOWED
from data.issued import Status
from data.municipalities import DISTRICT
from data.periods import Quarter
from data.process_shares import share
from data.year_totals import places_of

COUNTS = ["kept", "counted", "unknown"]
QUARTER_KEYS = ["municipality", "year", "quarter", "category"]


def follow_up_quarter(cubes: Cubes, states: pd.DataFrame) -> pd.DataFrame:
    """Return `municipality, year, quarter, category, follow_up, status, kept, counted, unknown, provisional`.

    One row for everything that is followed in every final quarter of every place; numbers are missing where `status` is
    not `shown`. `provisional`: not everybody has been followed for a year, so the share still grows.
    """
    final = states.loc[states["state"] == State.FINAL.value, QUARTER_KEYS].merge(_followed(), on="category")
    return _shares(final, cubes.follow_up_quarter)


def follow_up_year(cubes: Cubes, closed: pd.DataFrame) -> pd.DataFrame:
    """Return the same of every closed year, without `quarter`."""
    followed = closed[["year", "category"]].merge(_followed(), on="category")
    places = [(code, place) for code in _followed()["category"].unique() for place in _places(code)]
    spine = followed.merge(pd.DataFrame(places, columns=["category", "municipality"]), on="category")
    return _shares(spine[["municipality", "year", "category", "follow_up", "within_days"]], cubes.follow_up_quarter)


def _followed() -> pd.DataFrame:
    """Return `category, follow_up, within_days` of the public grid's categories."""
    rows = [
        (category.code, each.code, each.within_days)
        for category in CATEGORIES.values()
        if category.quarterly
        for each in category.follow_ups
    ]
    return pd.DataFrame(rows, columns=["category", "follow_up", "within_days"])


def _places(category: str) -> Sequence[str]:
    return (*places_of(CATEGORIES[category]), DISTRICT)


def _shares(spine: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Return the spine with what each of its rows may show."""
    keys = [key for key in spine.columns if key != "within_days"]
    joined = spine.merge(_summed(counts, keys), on=keys, how="left").fillna(dict.fromkeys(COUNTS, 0))
    joined = joined.astype(dict.fromkeys(COUNTS, "int64"))
    known = joined["kept"].where(joined["within_days"].notna(), joined["counted"])
    # A charge that nobody in the whole district has met is a column that was not delivered, not a share of nothing.
    delivered = known.groupby([joined[key] for key in keys if key != "municipality"]).transform("sum") > 0
    rows = [share(kept, counted, 0, 0, unknown) for kept, counted, unknown in joined[COUNTS].itertuples(index=False)]
    shown = delivered & pd.Series([row is not None for row in rows], index=joined.index)
    hidden = np.where(delivered, Status.HELD_BACK.value, Status.NOT_DELIVERED.value)
    for column in COUNTS:
        joined[column] = joined[column].astype("Int64").where(shown)
    joined["status"] = pd.Series(hidden, index=joined.index).mask(shown, Status.SHOWN.value)
    joined["provisional"] = joined["within_days"].notna() & ~_all_followed(joined)
    return joined[[*keys, "status", *COUNTS, "provisional"]]


def _summed(counts: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    both = pd.concat([counts, counts.assign(municipality=DISTRICT)]).astype({"municipality": "str"})
    by_key = both.groupby(keys, as_index=False, observed=True)
    return by_key[COUNTS].sum().merge(by_key["extracted"].min(), on=keys)


def _all_followed(shares: pd.DataFrame) -> pd.Series:
    """Return whether the extract is from so late that the last of the period has been followed for a year."""
    quarters = shares["quarter"] if "quarter" in shares else pd.Series(4, index=shares.index)
    ends = [
        Quarter(int(year), int(quarter)).plus(QUARTERS_FOLLOWED).last_day
        for year, quarter in zip(shares["year"], quarters, strict=True)
    ]
    return pd.to_datetime(shares["extracted"]) > pd.to_datetime(pd.Series(ends, index=shares.index))
