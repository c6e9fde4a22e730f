"""Recognises the layout of a file and reads it as cells."""

import csv
import io
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from data.errors import UserError
from data.statbank.cells import Cells, Layout
from data.statbank.long import is_long_header, long_cells, long_cells_from_rows
from data.statbank.matrix import matrix_cells
from data.statbank.text import LINES_THAT_SHOW_THE_SEPARATOR, decoded, refusal, separator

# A zip file (.xlsx) and the older compound file (.xls).
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

Rows = list[list[str]]


def read_cells(path: Path) -> Cells:
    """Return the cells of a downloaded file. Raises UserError when it is missing, damaged or no table."""
    if not path.is_file():
        raise UserError(f"Filen {path} findes ikke. Intet er ændret.")
    with path.open("rb") as file:
        if file.read(4) in _WORKBOOKS:
            return _workbook_cells(path)
    return _text_cells(path)


def _text_cells(path: Path) -> Cells:
    text = decoded(path)
    if text.count('"') % 2:
        raise refusal(path.name, "Filen slutter midt i en tekst: den er afkortet. Hent den igen i Statistikbanken.")
    ends_in_a_line_break = text.endswith("\n")
    try:
        mark = separator(text)
        first_lines = list(islice(csv.reader(io.StringIO(text), delimiter=mark), LINES_THAT_SHOW_THE_SEPARATOR))
        header = next((at for at, row in enumerate(first_lines) if is_long_header(row)), None)
        if header is not None:
            return long_cells(path.name, text, mark, header, first_lines, ends_in_a_line_break)
        rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error:  # a field of more than 131,072 characters
        raise refusal(path.name, "Filen er ikke en tabel. Hent tallene igen som CSV eller Excel.") from None
    return matrix_cells(path.name, Layout.MATRIX, rows, ends_in_a_line_break)


def _workbook_cells(path: Path) -> Cells:
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = (book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names)
        rows = next(([[_as_text(value) for value in row] for row in sheet] for sheet in sheets if sheet), [])
    except (CalamineError, OSError):
        raise refusal(
            path.name, "Regnearket kan ikke læses; det er beskadiget. Hent det igen i Statistikbanken."
        ) from None
    header = next((at for at, row in enumerate(rows) if is_long_header(row)), None)
    if header is not None:
        return long_cells_from_rows(path.name, rows, header)
    return matrix_cells(path.name, Layout.EXCEL, rows, ends_in_a_line_break=True)


def _as_text(value: object) -> str:
    """Return a cell as it was downloaded: Excel keeps 2025 as the number 2025.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
