"""Comparison with figures that are already known: what makes a file certain that does not say what it counts."""

import pandas as pd

from data.denominators import january_counts
from data.municipalities import municipality_codes
from data.reference import VALUE, reference_table, three_year_casualties

# Two series that agree in nine of ten figures, and in eight at least, count the same; revisions explain the tenth.
ENOUGH_FIGURES = 8
ENOUGH_EQUAL = 0.9
# ... unless the figures are so small that they agree by chance.
ENOUGH_COUNTED = 100

# Within a few years a place's population, households and casualties stay within this range of each other; a part
# chosen by mistake (one sex, one age, one kind of household) does not.
SAME_SIZE = (0.75, 1.35)
# Fewer than this vary too much by chance to tell: two standard deviations are 14 %.
ENOUGH_FOR_SIZE = 200

Sizes = dict[str, dict[float, float]]


def offence_with_these_counts(rows: pd.DataFrame) -> str | None:
    """Return the offence that `area, period, value` are the known counts of; None when no single one is certain."""
    certain = [str(code) for code, known in reference_table("straf11").groupby("code") if _are_the_same(known, rows)]
    return certain[0] if len(certain) == 1 else None


def has_known_figures(table: str, rows: pd.DataFrame) -> bool:
    """Return whether `area, period, value` are that table's known figures."""
    known = reference_table(table)
    return list(known.columns) == ["area", "period", VALUE] and _are_the_same(known, rows)


def _are_the_same(known: pd.DataFrame, rows: pd.DataFrame) -> bool:
    pairs = known.merge(rows, on=["area", "period"], suffixes=("", "_here"))
    equal = pairs[VALUE] == pairs[f"{VALUE}_here"]
    return len(pairs) >= ENOUGH_FIGURES and pairs[VALUE].sum() >= ENOUGH_COUNTED and equal.mean() >= ENOUGH_EQUAL


def is_known_size(table: str, rows: pd.DataFrame) -> bool | None:
    """Return whether `area, period, value` are as large as that table's figures are; None when too little is known."""
    sizes = _known_sizes(table)
    here = rows[rows["area"].isin(municipality_codes())].dropna(subset=VALUE)
    pairs = [
        (float(value), _nearest(sizes[area], float(period[:4])))
        for area, period, value in zip(here["area"], here["period"], here[VALUE], strict=True)
        if sizes.get(area)
    ]
    expected = sum(known for _, known in pairs)
    if expected < ENOUGH_FOR_SIZE:
        return None
    low, high = SAME_SIZE
    return low <= sum(value for value, _ in pairs) / expected <= high


def _known_sizes(table: str) -> Sizes:
    """Return area -> year -> how many there usually are. Dwellings are about as many as households."""
    if table == "uheldk1":
        windows = three_year_casualties()
        middles = windows["first_year"] + 1
        sizes: Sizes = {}
        for area, year, total in zip(windows["area"], middles, windows["killed_and_injured"], strict=True):
            sizes.setdefault(str(area), {})[float(year)] = total / 3
        return sizes
    if table not in {"folk1a", "fam55n", "bol101"}:
        return {}
    counts = january_counts("fam55n" if table == "bol101" else table)
    return {area: {float(year): float(count) for year, count in years.items()} for area, years in counts.items()}


def _nearest(known: dict[float, float], year: float) -> float:
    return known[min(known, key=lambda candidate: abs(candidate - year))]
