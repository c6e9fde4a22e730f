"""CSV row by row: slow, and right for every file of the contract."""

import csv
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from data.errors import UserError
from data.profile import plain

SEPARATORS = (";", ",", "\t")
_LINE_ENDS = ("\n", "\r")


@dataclass(frozen=True)
class CsvForm:
    """How a CSV file is written. `header_line`: the line on which its header stands, counted from 1."""

    encoding: str
    separator: str
    names: tuple[str, ...]
    header_line: int = 1


def csv_form(path: Path, encoding: str, skip_rows: int, known: Container[str]) -> CsvForm:
    """Return the form of the file: the separator is the one that makes most known names out of the header."""
    with _text(path, encoding) as file:
        for _ in range(skip_rows):
            file.readline()
        header = file.readline()
    if not header.strip():
        raise UserError(f"{path.name}: linje {skip_rows + 1} skal være overskriften, men den er tom.")
    candidates = [(separator, tuple(next(csv.reader([header], delimiter=separator)))) for separator in SEPARATORS]
    separator, names = max(candidates, key=lambda it: (sum(plain(name) in known for name in it[1]), len(it[1])))
    return CsvForm(encoding, separator, names, skip_rows + 1)


def csv_rows(path: Path, form: CsvForm, only: Container[int] | None = None) -> Iterator[tuple[int, list[str]]]:
    """Yield every row after the header: the line where it starts, and its fields. Empty lines are no rows.

    `only`: in a file where a line is a row, the lines that are wanted.
    """
    with _text(path, form.encoding) as file:
        if only is None:
            yield from _records(file, form)
            return
        for number, line in enumerate(file, start=1):
            if number in only and number > form.header_line:
                yield number, line.rstrip("\r\n").split(form.separator)


def _records(file: TextIO, form: CsvForm) -> Iterator[tuple[int, list[str]]]:
    for _ in range(form.header_line):
        file.readline()
    lines = _Remembered(file)
    first = form.header_line + 1
    reader = csv.reader(lines, delimiter=form.separator)
    while True:
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a field longer than any text: its quote was never closed
            fields = []
            reader = csv.reader(lines, delimiter=form.separator)
        taken = lines.taken()
        if len(taken) == 1 or _is_one_row(fields, form):
            if fields and (len(fields) > 1 or fields[0].strip()):
                yield first, fields
        else:
            yield from _line_by_line(taken, first, form)
        first += len(taken)


class _Remembered:
    """The lines of a file, and those that the CSV reader took for its last row."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._lines: list[str] = []

    def __iter__(self) -> "_Remembered":
        return self

    def __next__(self) -> str:
        line = next(self._file)
        self._lines.append(line)
        return line

    def taken(self) -> list[str]:
        lines, self._lines = self._lines, []
        return lines


def _is_one_row(fields: list[str], form: CsvForm) -> bool:
    """Return whether a row over several lines is one: as wide as the header, and its last quote was closed."""
    return len(fields) == len(form.names) and not fields[-1].endswith(_LINE_ENDS)


def _line_by_line(lines: list[str], first: int, form: CsvForm) -> Iterator[tuple[int, list[str]]]:
    """Yield rows whose quote stands astray: as a sign like any other it spoils its own line only."""
    for number, line in enumerate(lines, start=first):
        if line.strip():
            yield number, line.rstrip("\r\n").split(form.separator)


def _text(path: Path, encoding: str) -> TextIO:
    return path.open(encoding=encoding, newline="")
