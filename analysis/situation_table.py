"""One period's situations as a table: the places in the order given, which is alphabetical and never a ranking."""

from collections.abc import Sequence

from analysis.answers import Situation
from analysis.tables import Cell, Column, Table


def situation_table(title: str, situations: Sequence[Situation]) -> Table:
    """Return count, count a year before and rate with its interval; expected range and verdict where there are any."""
    ranged = any(situation.expected for situation in situations)
    unit = next((situation.rate.unit for situation in situations if situation.rate), "")
    columns = (
        Column("Sted"),
        Column("Antal", 0),
        Column("Året før", 0),
        *((Column("Ventet fra", 0), Column("Ventet til", 0), Column("Vurdering")) if ranged else ()),
        *((Column(unit.capitalize(), 1), Column("Usikkerhed fra", 1), Column("Usikkerhed til", 1)) if unit else ()),
    )
    rows = tuple(_row(situation, ranged, bool(unit)) for situation in situations)
    return Table(title, columns, rows, situations[0].source if situations else "")


def _row(situation: Situation, ranged: bool, rated: bool) -> tuple[Cell, ...]:
    cells: list[Cell] = [situation.name, situation.observed, situation.observed_last_year]
    if ranged:
        expected = situation.expected
        cells += [expected.low, expected.high] if expected else [None, None]
        cells.append(situation.verdict_text or "")
    if rated:
        rate = situation.rate
        cells += [rate.value, rate.low, rate.high] if rate else [None, None, None]
    return tuple(cells)
