"""What a breakdown's groups are set against their inhabitants: the rows of bars, the table's cells and a sentence."""

from analysis.answers import Breakdown, Rate
from analysis.danish import interval, number
from analysis.tables import Cell, Column

UNKNOWN_LEFT_OUT = "Anmeldelser, hvor oplysningen mangler, er ikke med i tallene pr. 1.000, som derfor er for lave."
PER_GROUP = "pr. 1.000 indbyggere i gruppen"
RATE_COLUMNS = (Column("Pr. 1.000 i gruppen", 1), Column("Nedre grænse", 1), Column("Øvre grænse", 1))


def rate_rows(breakdown: Breakdown) -> list[tuple[str, float, str, str]]:
    """Return label, rate, and rate and interval as written, of the groups whose inhabitants are known."""
    return [(label, rate.value, number(rate.value, 1), _interval(rate)) for label, rate in _known(breakdown)]


def rate_cells(breakdown: Breakdown, rows: int) -> list[tuple[Cell, ...]]:
    """Return the rate and its interval beside each of the breakdown's rows: its groups, and what has none."""
    none: tuple[Cell, ...] = (None,) * len(RATE_COLUMNS)
    cells = [(rate.value, rate.low, rate.high) if rate else none for rate in breakdown.rates]
    return cells + [none] * (rows - len(cells))


def highest_rate(breakdown: Breakdown) -> str:
    """Return where the rate is highest, after a space; empty where no group's inhabitants are known."""
    known = _known(breakdown)
    if not known:
        return ""
    label, rate = max(known, key=lambda each: each[1].value)
    return f" Pr. 1.000 indbyggere i gruppen er tallet højest for {label}: {number(rate.value, 1)} ({_interval(rate)})."


def _known(breakdown: Breakdown) -> list[tuple[str, Rate]]:
    labels = [label for label, _ in breakdown.groups or ()]
    return [(label, rate) for label, rate in zip(labels, breakdown.rates, strict=False) if rate]


def _interval(rate: Rate) -> str:
    return interval(rate.low, rate.high, 1)
