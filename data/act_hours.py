"""When it happened, where nobody saw it: shares of cases by hour become whole cases by part of the day.

A breakdown that the council sees counts whole cases, five or more in each group: so the shares of a municipality's year
are rounded, and still add up to the cases that could be timed (METHODS, 9).
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from data.attributes import ACT_BANDS, ATTRIBUTES, UNKNOWN_VALUE
from data.catalogue import CATEGORIES
from data.frames import TEXT, WHOLE, frame_of

BILLION = 1_000_000_000
KEYS = ["municipality", "year", "category"]
COLUMNS = {"municipality": TEXT, "year": WHOLE, "category": TEXT, "attribute": TEXT} | {
    "value": TEXT,
    "incidents": WHOLE,
}


def shared_attribute(category: str) -> str | None:
    """Return the attribute between whose groups a category's cases are shared, or None."""
    return next((code for code in CATEGORIES[category].breakdowns if ATTRIBUTES[code].shared), None)


def whole_cases(act_hour_year: pd.DataFrame) -> pd.DataFrame:
    """Return `municipality, year, category, attribute, value, incidents`: whole cases by part of the day.

    `act_hour_year`: `municipality, year, category, hour, billionths`. What cannot be timed has the value `uoplyst`.
    """
    return frame_of(list(_rows(act_hour_year)), COLUMNS)


def _rows(act_hour_year: pd.DataFrame) -> Iterator[tuple[str, int, str, str | None, str, int]]:
    values = [*ACT_BANDS, UNKNOWN_VALUE]
    band = (act_hour_year["hour"] // (24 // len(ACT_BANDS))).fillna(len(ACT_BANDS)).astype("int64")
    parts = act_hour_year.assign(value=band.map(dict(enumerate(values))))
    sums = parts.pivot_table("billionths", KEYS, "value", "sum", fill_value=0, observed=True)
    sums = sums.reindex(columns=values, fill_value=0).reset_index()
    for place, year, category, *shares, untimed in sums.itertuples(index=False, name=None):
        for value, count in zip(values, (*rounded(shares), untimed // BILLION), strict=True):
            yield place, year, category, shared_attribute(category), value, count


def rounded(billionths: Sequence[int]) -> list[int]:
    """Return whole cases that add up to the whole, each less than one from its own: the largest remainders go up."""
    shares = np.array(billionths, dtype=np.int64)
    whole = shares // BILLION
    missing = round(int(shares.sum()) / BILLION) - int(whole.sum())
    whole[np.argsort(-(shares % BILLION), kind="stable")[:missing]] += 1
    return [int(count) for count in whole]
