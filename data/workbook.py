"""Excel workbooks: a sheet's cells as text."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import python_calamine

from data.errors import UserError
from data.personal.labels import kinds_in_label
from data.texts import TYPED_MOMENT
from data.workbook_size import refuse_what_cannot_be_held

_HALF_SECOND = dt.timedelta(milliseconds=500)


@dataclass(frozen=True)
class Sheet:
    """A sheet: the names in its header, and on which of its rows the header stands, counted from 1."""

    names: tuple[str, ...]
    header_line: int
    content: python_calamine.CalamineSheet

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield every row after the header that holds anything: its number in the sheet, and its cells as text."""
        for number, cells in enumerate(self.content.iter_rows(), start=1):
            if number > self.header_line and any(cell != "" for cell in cells):
                yield number, [_text(cell) for cell in cells]


def read_sheet(path: Path, name: str | None, skip_rows: int) -> Sheet:
    """Return the named sheet or the first. Raises UserError when it cannot be read or is too large to hold."""
    refuse_what_cannot_be_held(path)
    try:
        workbook = python_calamine.CalamineWorkbook.from_path(path)
        if name is not None and name not in workbook.sheet_names:
            names = (
                known if not kinds_in_label(known) else f"nr. {n}" for n, known in enumerate(workbook.sheet_names, 1)
            )
            raise UserError(f"{path.name} har ikke et ark »{name}«. Arkene hedder: {', '.join(names)}.")
        content = workbook.get_sheet_by_name(name) if name else workbook.get_sheet_by_index(0)
        rows = enumerate(content.iter_rows(), start=1)
        for number, cells in rows:
            if number > skip_rows and any(cell != "" for cell in cells):
                return Sheet(tuple(_text(cell) for cell in cells), number, content)
    except (python_calamine.CalamineError, OSError, IndexError):
        raise _unreadable(path) from None
    raise UserError(f"{path.name}: arket er tomt.")


def _unreadable(path: Path) -> UserError:
    return UserError(f"{path.name} kan ikke læses som en Excel-fil: den er beskadiget. Gem den igen, eller brug CSV.")


def _text(cell: Any) -> str:
    """Return a cell as the contract would write it; whole numbers without decimals, true and false as ja and nej."""
    match cell:
        case bool():
            return "ja" if cell else "nej"
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime():  # Excel counts days in fractions: 10:29:59.999 is half past ten
            return (cell + _HALF_SECOND).strftime(TYPED_MOMENT)
        case dt.date():
            return cell.strftime(TYPED_MOMENT)
    return str(cell)
