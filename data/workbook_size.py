"""Whether a workbook can be held: the reader takes room for every cell up to the outermost one, empty or not.

Every part of the file is looked at, whatever its name: the workbook itself decides which of them is a sheet.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from data.errors import UserError
from data.files import CHUNK

# With these a sheet of the contract's columns stays below half a gigabyte in memory.
LARGEST_UNPACKED = 250 << 20
# A text that several cells refer to stands once in a part of its own, and is copied to each of them.
LARGEST_TEXTS = 100 << 20
LARGEST_COPIED = 300 << 20
# Cells beyond column DZ or row 400,000; with cells beyond column AN (the contract has 37) only 120,000 rows fit.
_AT = rb"""\br\s*=\s*["']"""
_FAR = re.compile(_AT + rb"(?:(?:[E-Z][A-Z]|[A-Z]{3,})\d|[A-Z]*(?:4(?!00000\D)\d{5}|[5-9]\d{5}|\d{7}))", re.I)
_WIDE = re.compile(_AT + rb"(?:A[O-Z]|[B-Z][A-Z])\d", re.I)
_LONG = re.compile(_AT + rb"[A-Z]*(?:1(?!20000\D)[2-9]\d{4}|[2-9]\d{5})", re.I)
_TEXTS = re.compile(rb"<(?:[\w.-]+:)?sst[\s>]")
_TEXT_END = re.compile(rb"</(?:[\w.-]+:)?si\s*>|<(?:[\w.-]+:)?si\s*/>")
_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?:>(\d{1,9})<|[\s>])")
# Cells and rows need not say where they are: then they stand beside and below those before them.
_PLACELESS = re.compile(rb"""<(?:[\w.-]+:)?c(?:\s+(?!r\s*=)[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*/?>""")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row[\s/>]")
_MOST_ROWS, _MOST_CELLS = 120_000, 130
_TAIL = 1 << 10  # a cell that lies across two chunks is seen whole


def refuse_what_cannot_be_held(path: Path) -> None:
    """Raise UserError when the workbook is damaged, unpacks beyond measure, or has cells far out."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
                raise _too_large(path)
            lengths = [length for entry in entries for length in _text_lengths(archive, entry, path)]
            for entry in entries:
                _refuse_far_cells(archive, entry, path)
                _refuse_copied_texts(archive, entry, lengths, path)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError):
        raise UserError(
            f"{path.name} kan ikke læses som en Excel-fil: den er beskadiget eller har en adgangskode. "
            "Gem den igen, eller brug CSV."
        ) from None


def _text_lengths(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> Iterator[int]:
    """Yield how long each common text is, markup included, if the part holds those."""
    with archive.open(entry) as part:
        if not _TEXTS.search(part.read(CHUNK)):
            return
    if entry.file_size > LARGEST_TEXTS:
        raise _too_large(path)
    before = 0
    for end in _TEXT_END.finditer(archive.read(entry)):
        yield end.start() - before
        before = end.end()


def _refuse_far_cells(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> None:
    far = wide = long = placeless = False
    for piece in _pieces(archive, entry):
        far = far or _FAR.search(piece) is not None
        wide = wide or _WIDE.search(piece) is not None
        long = long or _LONG.search(piece) is not None
        placeless = placeless or _PLACELESS.search(piece) is not None
    if far or (wide and long):
        raise _too_far(path, "kolonne DZ eller række 400.000" if far else "både kolonne AN og række 120.000")
    if placeless and _stands_far_out(archive, entry):
        raise _too_far(path, "kolonne DZ eller række 120.000")


def _stands_far_out(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Return whether the part has very many rows, or a row of very many cells."""
    rows = cells = most = 0
    for piece in _pieces(archive, entry, tail=0):
        first, *others = _ROW.split(piece)
        cells += len(_CELL.findall(first))
        most = max(most, cells)
        for row in others:
            cells = len(_CELL.findall(row))
            most = max(most, cells)
        rows += len(others)
    return rows > _MOST_ROWS or most > _MOST_CELLS


def _refuse_copied_texts(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, lengths: list[int], path: Path) -> None:
    """Raise UserError when the texts that the cells of a part refer to are too much in all."""
    longest = max(lengths, default=0)
    if entry.file_size // len("<v>0</v>") * longest <= LARGEST_COPIED:
        return
    copied = 0
    for piece in _pieces(archive, entry, tail=0):
        for (number,) in (match.groups() for match in _VALUE.finditer(piece)):
            known = number is not None and int(number) < len(lengths)
            copied += lengths[int(number)] if known else 0
        if copied > LARGEST_COPIED:
            raise _too_large(path)


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, tail: int = _TAIL) -> Iterator[bytes]:
    """Yield the part piece by piece, each with the end of the one before."""
    before = b""
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            yield before + chunk
            before = chunk[-tail:] if tail else b""


def _too_far(path: Path, beyond: str) -> UserError:
    return UserError(
        f"{path.name} har celler længere ude end {beyond}. "
        "Slet dem (også tomme celler med formatering), eller gem arket som CSV."
    )


def _too_large(path: Path) -> UserError:
    return UserError(f"{path.name} fylder for meget, når Excel-filen pakkes ud. Gem den som CSV eller Parquet.")
