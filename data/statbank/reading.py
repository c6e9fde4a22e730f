"""One file, from disk to a table's cells, with what there is to say about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from data.reference import VALUE
from data.statbank.cells import Layout
from data.statbank.coding import coded
from data.statbank.cutoff import check_last_number
from data.statbank.decision import decide
from data.statbank.layouts import read_cells
from data.statbank.population import population_parts
from data.statbank.sums import table_cells
from data.statbank.tables import Table, columns_of, period_type
from data.statbank.text import listed, refusal
from data.statbank.zeros import with_zeros


@dataclass(frozen=True)
class ReadFile:
    """A file that was read: `cells` are the table's keys and `value` (int64), without what the file says is unknown.

    `parts`: what it also says, as further tables of that kind (population.py).
    """

    file: str
    table: Table
    layout: Layout
    cells: pd.DataFrame
    rows: int
    skipped_rows: int
    skipped_areas: int
    unknown: int
    zero_filled: int
    notes: tuple[str, ...]
    parts: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    @property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        """Return name -> rows of every table that the file has figures for."""
        return {self.table.name: self.cells, **self.parts}

    @property
    def first_period(self) -> str:
        return str(self.cells["period"].min())

    @property
    def last_period(self) -> str:
        return str(self.cells["period"].max())


def read_file(path: Path) -> ReadFile:
    """Return what a downloaded file says. Raises UserError when it is damaged, unknown or not certain."""
    cells = read_cells(path)
    columns = columns_of(cells)
    kind = period_type(cells, columns)
    found = coded(cells, columns)
    decision = decide(cells, columns, kind, found.rows)
    check_last_number(cells, found.rows, decision)
    filled = with_zeros(cells, table_cells(cells, found.rows, decision, found.has_zeros), decision, found.has_zeros)
    parts, told_of_parts = population_parts(cells, found.rows, decision, found.has_zeros)
    notes = [*decision.assumptions, *filled.notes, *told_of_parts]
    if found.unknown_areas:
        notes.append(f"Ukendte områder er sprunget over: {listed(found.unknown_areas)}.")
    known = filled.table.dropna(subset=VALUE)
    if known.empty:
        raise refusal(cells.file, "Alle tal for kredsens områder er uoplyst i filen. Der er intet at importere.")
    return ReadFile(
        cells.file,
        decision.table,
        cells.layout,
        known.astype({VALUE: "int64"}),
        found.read,
        found.skipped_rows,
        found.skipped_areas,
        unknown=len(filled.table) - len(known),
        zero_filled=filled.zeros,
        notes=tuple(notes),
        parts=parts,
    )
