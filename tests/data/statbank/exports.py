"""Files as Statistics Denmark writes them, made for the tests."""

from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

import xlsxwriter

HEADER = "OMRÅDE;OVERTRÆD;TID;INDHOLD"

Row = Sequence[object]


def api_file(path: Path, rows: Iterable[Row], header: str = HEADER, encoding: str = "utf-8", mark: str = ";") -> Path:
    """Write a file of the API's layout."""
    lines = [header.replace(";", mark), *(mark.join(map(str, row)) for row in rows)]
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
    return path


def web_csv(path: Path, rows: Iterable[Row], encoding: str = "iso-8859-1", mark: str = ",") -> Path:
    """Write the web's CSV: texts in quotation marks, numbers not."""
    lines = [mark.join(str(cell) if isinstance(cell, int) else f'"{cell}"' for cell in row) for row in rows]
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
    return path


def workbook(path: Path, rows: Iterable[Row]) -> Path:
    """Write a workbook with one sheet."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell != "":
                    sheet.write(at, column, cell)
    return path


def grid(*variables: Sequence[object], value: int = 7) -> list[Row]:
    """Return a row for every combination, all with the same value."""
    return [(*labels, value) for labels in product(*variables)]
