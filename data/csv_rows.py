"""CSV row by row: slow, and right for every file of the contract."""

import csv
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from data.errors import UserError
from data.profile import plain

if TYPE_CHECKING:
    import _csv

SEPARATORS = (";", ",", "\t")


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

    `only`: in a plain file, where a line is a row, the lines that are wanted.
    """
    if only is None:
        with _text(path, form.encoding) as file:
            yield from _records(file, form)
        return
    with path.open("rb") as lines:  # a few lines of many: only those are worth decoding
        for number, line in enumerate(lines, start=1):
            if number in only and number > form.header_line:
                fields = line.decode(form.encoding).rstrip("\r\n").split(form.separator)
                if _is_row(fields):
                    yield number, fields


def _records(file: TextIO, form: CsvForm) -> Iterator[tuple[int, list[str]]]:
    for _ in range(form.header_line):
        file.readline()
    lines = _Remembered(file)
    first = form.header_line + 1
    reader = _reader(lines, form)
    while True:
        fields: list[str] | None
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a quote that closes within a field, or never: what it held together is not for certain
            fields = None
            reader = _reader(lines, form)
        taken = lines.taken()
        if fields is None or (len(taken) > 1 and len(fields) != len(form.names)):
            yield from _line_by_line(taken, first, form)
        elif _is_row(fields):
            yield first, fields
        first += len(taken)


def _is_row(fields: list[str]) -> bool:
    """Return whether a line is more than an empty one: separators alone, tabs too, are a row without values."""
    return len(fields) > 1 or "".join(fields).strip() != ""


def _reader(lines: Iterable[str], form: CsvForm) -> "_csv.Reader":
    return csv.reader(lines, delimiter=form.separator, strict=True)


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


def _line_by_line(lines: list[str], first: int, form: CsvForm) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows where a quote stands astray: as a sign like any other it spoils its own line only."""
    for number, line in enumerate(lines, start=first):
        fields = _fields(line, form)
        if _is_row(fields):
            yield number, fields


def _fields(line: str, form: CsvForm) -> list[str]:
    try:
        fields = next(_reader([line], form))
    except csv.Error:
        fields = []
    return fields if len(fields) == len(form.names) else line.rstrip("\r\n").split(form.separator)


def _text(path: Path, encoding: str) -> TextIO:
    return path.open(encoding=encoding, newline="")
