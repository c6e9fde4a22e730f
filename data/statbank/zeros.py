"""The cells that BULK leaves out because they are zero.

Only in a file of the API's layout, of a table of events, that says no 0 itself; only for areas, codes and periods that
occur in it. And only when zero is believable: where the same series, or the same offence elsewhere, is always far
larger, rows are missing instead (the file was picked by hand), and nothing is filled in. When it is only the last of
many areas that lacks such rows, the file is cut off. A single surprising zero is taken as such, and pointed out.
"""

from dataclasses import dataclass
from itertools import product

import pandas as pd

from data.municipalities import area_name, municipality_codes
from data.reference import SERIES_KEYS, VALUE, reference_table
from data.statbank.cells import Cells, Layout
from data.statbank.decision import Decision
from data.statbank.text import refusal

# A series at this level comes to zero by chance once in three million: exp(-15).
NEVER_ZERO = 15
# How many of the nearest periods, and how many other municipalities, must agree that it is at that level.
NEAREST_PERIODS = 4
OTHER_MUNICIPALITIES = 3

Key = tuple[str, ...]
Series = dict[Key, dict[str, int]]


@dataclass(frozen=True)
class Filled:
    """The cells with zeros filled in; `zeros` is how many; `notes` are told to the user."""

    table: pd.DataFrame
    zeros: int
    notes: tuple[str, ...] = ()


def with_zeros(cells: Cells, table: pd.DataFrame, decision: Decision, has_zeros: bool) -> Filled:
    """Return the table with the zeros that the file leaves out. Raises UserError when its end is missing."""
    if cells.layout is not Layout.API or not decision.table.leaves_out_zeros:
        return Filled(table, 0)
    name = decision.table.name
    keys = list(SERIES_KEYS[name])
    present = set(table[keys].itertuples(index=False, name=None))
    missing = [key for key in product(*(dict.fromkeys(table[key]) for key in keys)) if key not in present]
    if has_zeros or not missing:
        return Filled(table, 0, _left_out(len(missing)))
    surprising = _never_zero(name, missing, table)
    areas = list(dict.fromkeys(table["area"]))
    if len(surprising) > 1 and len(areas) > OTHER_MUNICIPALITIES and {area for area, *_ in surprising} == {areas[-1]}:
        raise refusal(
            cells.file,
            "Det sidste område mangler tal, som ikke kan være nul: filen er afkortet. Hent den igen i Statistikbanken.",
        )
    known = set(reference_table(name)[keys].itertuples(index=False, name=None))
    if len(surprising) > 1 or known & set(surprising):
        return Filled(table, 0, _left_out(len(missing)))
    zeros = pd.DataFrame(missing, columns=keys).assign(**{VALUE: 0}).astype(table.dtypes.to_dict())
    return Filled(pd.concat([table, zeros], ignore_index=True), len(missing), tuple(map(_surprise, surprising)))


def _left_out(number: int) -> tuple[str, ...]:
    if not number:
        return ()
    return (
        f"Filen er ikke et fuldt udtræk: {number} tal mangler og er ikke sat til nul. Er den afkortet, så hent "
        "den igen.",
    )


def _surprise(key: Key) -> str:
    area, period, *rest = key
    what = "".join(f", {code}" for code in rest)
    return (
        f"{area_name(area)}, {period}{what} mangler i filen og er derfor 0, men plejer at være højere. Kontrollér det."
    )


def _never_zero(name: str, missing: list[Key], table: pd.DataFrame) -> list[Key]:
    """Return the missing cells that can hardly be zero: the series is far larger nearby, or the offence elsewhere."""
    series: Series = {}
    elsewhere: dict[Key, list[int]] = {}
    for area, period, *rest, value in reference_table(name).itertuples(index=False):
        series.setdefault((area, *rest), {})[period] = value
    for area, period, *rest, value in table.dropna().itertuples(index=False):
        series.setdefault((area, *rest), {})[period] = value
        if area in municipality_codes():
            elsewhere.setdefault((period, *rest), []).append(value)

    def is_never_zero(key: Key) -> bool:
        area, period, *rest = key
        nearby = _nearest(series.get((area, *rest), {}), period)
        if nearby:
            return min(nearby) >= NEVER_ZERO
        others = elsewhere.get((period, *rest), [])
        return area in municipality_codes() and len(others) >= OTHER_MUNICIPALITIES and min(others) >= NEVER_ZERO

    return [key for key in missing if is_never_zero(key)]


def _nearest(values: dict[str, int], period: str) -> list[int]:
    """Return the value of the period itself where it is known, else those of the periods nearest to it."""
    if period in values:
        return [values[period]]

    def distance(other: str) -> int:
        return abs(_quarters(other) - _quarters(period))

    return [values[other] for other in sorted(values, key=distance)[:NEAREST_PERIODS]]


def _quarters(period: str) -> int:
    return int(period[:4]) * 4 + int(period[5:] or 0)
