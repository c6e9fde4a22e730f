"""A file to be loaded: what it is, its column names, and its rows as text."""

import csv
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from data.csv_rows import CsvForm, csv_form, csv_rows
from data.errors import UserError
from data.files import FileKind, file_kind, sha256
from data.header import Layout
from data.parquet_file import parquet_survey, parquet_texts
from data.profile import Profile
from data.text_survey import damaged, survey
from data.texts import DAMAGED, DamagedTextError, batch, batches
from data.workbook import Sheet, read_sheet

Refuse = Callable[[int, str], None]


@dataclass(frozen=True)
class Source:
    """A file of any kind.

    `lines`: of a text or Parquet file, its header too. `plain`: each of them is a row, as DuckDB would see it too.
    """

    path: Path
    sha256: str
    names: tuple[str, ...]
    form: CsvForm | None = None
    sheet: Sheet | None = None
    lines: int | None = None
    plain: bool = False

    def batches(
        self, layout: Layout, profile: Profile | None, refuse: Refuse, only: Container[int] | None = None
    ) -> Iterator[pa.RecordBatch]:
        """Yield the rows as text under the contract's names (see `data.texts`); `only` these lines of a plain file."""
        with _as_damage(self.path):
            if self.form:
                yield from batches(csv_rows(self.path, self.form, only), layout, profile, refuse)
            elif self.sheet:
                yield from batches(self.sheet.rows(), layout, profile, refuse)
            else:
                for lines, texts in parquet_texts(self.path, layout.places):
                    yield batch(lines, texts, profile)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows of a small file: the line and all its fields as text. Raises UserError for lost letters."""
        with _as_damage(self.path):
            for line, fields in self._rows():
                if any(DAMAGED in field for field in fields):
                    raise DamagedTextError
                yield line, fields

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        if self.form:
            yield from csv_rows(self.path, self.form)
        elif self.sheet:
            yield from self.sheet.rows()
        else:
            places = {name: (place,) for place, name in enumerate(self.names)}
            for lines, texts in parquet_texts(self.path, places):
                columns = [[text or "" for text in texts[name].to_pylist()] for name in self.names]
                yield from zip(lines.to_pylist(), map(list, zip(*columns, strict=True)), strict=True)


@contextmanager
def _as_damage(path: Path) -> Iterator[None]:
    """Tell text that is none as a damaged file."""
    try:
        yield
    except DamagedTextError:
        raise damaged(path) from None
    except (UnicodeError, csv.Error):  # UTF-16 with a byte lost, or a header that goes on and on
        raise UserError(
            f"{path.name} er beskadiget: den kan ikke læses som tekst. Bed om den oprindelige fil."
        ) from None


def open_source(path: Path, profile: Profile | None, sheet: str | None, known: Container[str]) -> Source:
    """Return what the file is and which columns it has. Raises UserError when it cannot be read.

    `known` are the column names, in lower case, by which a CSV's separator is recognised.
    """
    kind = file_kind(path)
    skip_rows = profile.skip_rows if profile else 0
    if sheet and kind is not FileKind.XLSX:
        raise UserError(f"{path.name} er ikke en Excel-fil, så --sheet kan ikke bruges.")
    if kind is FileKind.CSV:
        seen = survey(path)
        with _as_damage(path):
            form = csv_form(path, seen.encoding, skip_rows, known)
        return Source(path, seen.sha256, form.names, form=form, lines=seen.lines, plain=seen.plain)
    if kind is FileKind.XLSX:
        found = read_sheet(path, sheet or (profile.sheet if profile else None), skip_rows)
        return Source(path, sha256(path), found.names, sheet=found)
    names, rows = parquet_survey(path)
    return Source(path, sha256(path), names, lines=rows + 1)
