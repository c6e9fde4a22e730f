"""The web's layout (CSV and Excel): labels in the left columns, periods (or another variable) as columns.

Titles and the unit stand above, footnotes below. A block's outer label is given once, on its first row or on a row of
its own; a variable that was not chosen leaves a blank column.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from data.statbank.cells import LINE, TEXT, Cells, Layout
from data.statbank.codes import area_code, is_other_period, measure_code, offence_code, period_code, severity_code
from data.statbank.text import is_number_or_unknown, refusal, wrong_width

Row = Sequence[str]
Found = tuple[str | int, ...]

# What can stand as columns; periods first, because a title may hold an offence's whole label.
_ACROSS: tuple[Callable[[str], str | None], ...] = (period_code, area_code, offence_code, measure_code, severity_code)


@dataclass(frozen=True)
class Head:
    """The header: index of its first and last row and of the first data column; `across`: the data columns' labels."""

    first: int
    last: int
    start: int
    across: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> int:
        return self.start + len(self.across[0])


def matrix_cells(file: str, layout: Layout, rows: Sequence[Row], ends_in_a_line_break: bool) -> Cells:
    """Return the cells of a web export. Raises UserError when it is no table or is cut off."""
    cleaned = [[cell.strip() for cell in row] for row in rows]
    head = _head(file, cleaned)
    last = max((at for at, row in enumerate(cleaned) if at > head.last and _is_data(row, head)), default=0)
    if last == 0:
        raise refusal(file, "Filen har en overskrift, men ingen tal. Hent den igen i Statistikbanken.")
    if not ends_in_a_line_break and any(cell for row in cleaned[last + 1 :] for cell in row[1:]):
        raise refusal(file, "Filen slutter midt i en linje: den er afkortet. Hent den igen.", len(cleaned))
    labels = [*range(head.start + 1 + len(head.across))]
    frame = pd.DataFrame(_read_rows(file, cleaned[: last + 1], head), columns=[*labels, TEXT, LINE])
    names = [cleaned[head.last][at] for at in range(head.start)]
    titles = [" ".join(filter(None, row)) for row in cleaned[: head.first]]
    return Cells(
        file,
        layout,
        frame.astype(dict.fromkeys([*labels, TEXT], "category")),
        (*names, *[""] * (1 + len(head.across))),
        tuple(filter(None, titles)),
        ends_in_a_line_break,
    )


def _head(file: str, rows: Sequence[Row]) -> Head:
    """Return the header: a row whose right part is the values of one variable, and the like above and below it."""
    for read in _ACROSS:
        for at, row in enumerate(rows):
            start = _start(row, read)
            # A number is a code of something, but in a row of its own it is a number.
            if start is not None and (read is period_code or not any(map(is_number_or_unknown, row[start:]))):
                return _with_other_levels(rows, at, start)
    for at, row in enumerate(rows):
        if any(is_other_period(cell) for cell in row[1:]):
            raise refusal(file, "Perioderne er hverken kvartaler (2025K1) eller år (2025).", at + 1)
    raise refusal(file, "Filen er ikke en tabel fra Statistikbanken, som kan genkendes. Hent den som CSV eller Excel.")


def _start(row: Row, read: Callable[[str], str | None]) -> int | None:
    """Return where the values of one variable begin and go on to the end of the row; None when they do not."""
    told = [at for at, cell in enumerate(row) if cell]
    known = [at for at in told if read(row[at])]
    if not known or known[0] == 0 or known != told[told.index(known[0]) :]:
        return None
    return known[0]


def _with_other_levels(rows: Sequence[Row], found: int, start: int) -> Head:
    """Return the header with the rows beside it that also have nothing on the left and labels on the right."""

    def is_level(row: Row) -> bool:
        return not any(row[:start]) and any(row[start:]) and not all(is_number_or_unknown(cell) for cell in row[start:])

    first = last = found
    while first > 0 and is_level(rows[first - 1]):
        first -= 1
    while last + 1 < len(rows) and is_level(rows[last + 1]):
        last += 1
    width = max(at for row in rows[first : last + 1] for at, cell in enumerate(row) if cell) + 1
    return Head(first, last, start, tuple(_filled(rows[at], start, width) for at in range(first, last + 1)))


def _filled(row: Row, start: int, width: int) -> tuple[str, ...]:
    """Return the labels of one header row; a label holds for the blank columns after it."""
    labels: list[str] = []
    for at in range(start, width):
        label = row[at] if at < len(row) else ""
        labels.append(label or (labels[-1] if labels else ""))
    return tuple(labels)


def _is_data(row: Row, head: Head) -> bool:
    """Return whether a row holds numbers; a note below the table may have commas, and so several fields."""
    told = [cell for cell in row[head.start :] if cell]
    return bool(told) and (len(row) >= head.width or any(is_number_or_unknown(cell) for cell in told))


def _read_rows(file: str, rows: Sequence[Row], head: Head) -> list[Found]:
    """Return `labels…, group, labels across…, text, line` of each cell; a row without numbers heads what follows."""
    found: list[Found] = []
    labels, group = [""] * head.start, ""
    for line, row in enumerate(rows[head.last + 1 :], head.last + 2):
        for at, label in enumerate(row[: head.start]):
            if label:
                # A new outer label ends the inner ones.
                labels[at:] = [label] + [""] * (head.start - at - 1)
        if any(row[head.start :]):
            # Where the rows below have their own label in its column, the block's is kept beside them.
            found += _row_cells(file, row, line, head, (*labels, "" if group in labels else group))
        else:
            group = next(filter(None, row), group)
    return found


def _row_cells(file: str, row: Row, line: int, head: Head, labels: tuple[str, ...]) -> list[Found]:
    if len(row) < head.width or any(row[head.width :]):
        raise wrong_width(file, line, len(row), head.width)
    numbers = row[head.start : head.width]
    return [(*labels, *across, text, line) for *across, text in zip(*head.across, numbers, strict=True)]
