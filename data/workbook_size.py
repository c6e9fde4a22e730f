"""Whether a workbook can be held: the reader takes room for every cell up to the outermost one, empty or not."""

import re
import zipfile
import zlib
from pathlib import Path

from data.errors import UserError
from data.files import CHUNK

# With these a sheet of the contract's columns stays below half a gigabyte in memory.
LARGEST_UNPACKED = 250 << 20
LAST_ROW = 400_000
_SHEETS = "xl/worksheets/"
_ROW = re.compile(rb'<row [^>]*?\br="(\d+)"')
_BEYOND_DZ = re.compile(rb'<c r="(?:[E-Z][A-Z]|[A-Z]{3})\d')
_TAIL = 1 << 16  # a row of the contract's columns is a few kilobytes


def refuse_what_cannot_be_held(path: Path) -> None:
    """Raise UserError when the workbook is damaged, unpacks beyond measure, or has cells far out."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
                raise UserError(
                    f"{path.name} fylder for meget, når Excel-filen pakkes ud. Gem den som CSV eller Parquet."
                )
            for entry in entries:
                if entry.filename.startswith(_SHEETS) and entry.filename.endswith(".xml"):
                    _refuse_far_cells(archive, entry, path)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError):
        raise UserError(
            f"{path.name} kan ikke læses som en Excel-fil: den er beskadiget eller har en adgangskode. "
            "Gem den igen, eller brug CSV."
        ) from None


def _refuse_far_cells(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> None:
    tail, last_row, far = b"", 0, False
    with archive.open(entry) as sheet:
        while chunk := sheet.read(CHUNK):
            joint = tail + chunk
            far = far or _BEYOND_DZ.search(joint) is not None
            last_row = max(last_row, int((_ROW.findall(joint[-_TAIL:]) or [b"0"])[-1]))
            tail = joint[-_TAIL:]
    if far or last_row > LAST_ROW:
        raise UserError(
            f"{path.name} har celler længere ude end kolonne DZ eller række {LAST_ROW:,}. ".replace(",", ".")
            + "Slet dem (også tomme celler med formatering), eller gem arket som CSV."
        )
