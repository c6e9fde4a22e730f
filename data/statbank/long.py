"""The API's layout (CSV and BULK): one row per cell, the value last."""

import io
from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow_csv

from data.errors import UserError
from data.statbank.cells import LINE, TEXT, Cells, Layout
from data.statbank.codes import area_code, offence_code, period_code
from data.statbank.text import plain, refusal, wrong_width
from data.statbank.variables import PERIOD


def is_long_header(row: Sequence[str]) -> bool:
    """Return whether a row is the header of one row per cell: the time is a column of its own, the value follows.

    In the other layouts, the time's values (or an area's, an offence's) are the headers.
    """
    names = [name for name in row if name.strip()]
    if not any(plain(name) in PERIOD.headers for name in names[:-1]):
        return False
    return not any(period_code(name) or area_code(name) or offence_code(name) for name in names)


def long_cells(
    file: str, text: str, mark: str, header: int, first_lines: Sequence[Sequence[str]], ends_in_a_line_break: bool
) -> Cells:
    """Return the cells below the header (index `header`). Raises UserError when a row has another width than it."""
    names = list(first_lines[header])
    titles = [" ".join(filter(None, row)) for row in first_lines[:header]]
    invalid: list[arrow_csv.InvalidRow] = []

    def remember(row: arrow_csv.InvalidRow) -> str:
        if row.text:  # an empty line is no row
            invalid.append(row)
        return "skip"

    columns = [str(number) for number in range(len(names))]
    try:
        table = arrow_csv.read_csv(
            io.BytesIO(text.encode()),
            # Only one thread knows which line it is at.
            arrow_csv.ReadOptions(column_names=columns, skip_rows=header + 1, use_threads=False),
            arrow_csv.ParseOptions(delimiter=mark, ignore_empty_lines=False, invalid_row_handler=remember),
            arrow_csv.ConvertOptions(column_types=dict.fromkeys(columns, pa.dictionary(pa.int32(), pa.string()))),
        )
    except pa.ArrowInvalid:
        raise _no_rows(file) from None
    if invalid:
        raise wrong_width(file, invalid[0].number or header + 2, invalid[0].actual_columns, len(names))
    frame = table.to_pandas()
    return _cells(file, Layout.API, names, titles, frame, header + 2, ends_in_a_line_break)


def long_cells_from_rows(file: str, rows: Sequence[Sequence[str]], header: int) -> Cells:
    """Return the cells of a workbook that holds the API's rows."""
    names = list(rows[header])
    filled = [list(row) for row in rows[header + 1 :]]
    for line, row in enumerate(filled, header + 2):
        if len(row) != len(names):
            raise wrong_width(file, line, len(row), len(names))
    frame = pd.DataFrame(filled, columns=[str(number) for number in range(len(names))], dtype="category")
    titles = [" ".join(filter(None, row)) for row in rows[:header]]
    return _cells(file, Layout.API, names, titles, frame, header + 2, ends_in_a_line_break=True)


def _cells(
    file: str,
    layout: Layout,
    names: Sequence[str],
    titles: Sequence[str],
    frame: pd.DataFrame,
    first_line: int,
    ends_in_a_line_break: bool,
) -> Cells:
    last = max(number for number, name in enumerate(names) if name.strip())
    cells = frame.iloc[:, :last].set_axis(range(last), axis=1)
    cells[TEXT] = frame.iloc[:, last]
    cells[LINE] = np.arange(first_line, first_line + len(frame))
    cells = cells[(frame != "").any(axis=1)]
    if cells.empty:
        raise _no_rows(file)
    return Cells(file, layout, cells, tuple(names[:last]), (*titles, names[last]), ends_in_a_line_break)


def _no_rows(file: str) -> UserError:
    return refusal(file, "Filen har en overskrift, men ingen tal. Hent den igen i Statistikbanken.")
