"""What a file is: its kind by content, and whether it stayed the same while it was read."""

import hashlib
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from data.errors import UserError

CHUNK = 1 << 20


class FileKind(StrEnum):
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


_EXTENSIONS = {
    ".csv": FileKind.CSV,
    ".txt": FileKind.CSV,
    ".tsv": FileKind.CSV,
    ".parquet": FileKind.PARQUET,
    ".xlsx": FileKind.XLSX,
    ".xlsm": FileKind.XLSX,
}
_PARQUET_MARK = b"PAR1"
# What people also send, and what to do about it.
_UNREADABLE = {
    b"\xd0\xcf\x11\xe0": "en gammel Excel-fil eller en med adgangskode. Gem den som .xlsx uden adgangskode",
    b"\x1f\x8b": "pakket med gzip. Pak den ud først",
    b"7z\xbc\xaf": "pakket med 7-Zip. Pak den ud først",
    b"%PDF": "en PDF. Bed om udtrækket som CSV, Parquet eller Excel",
}


@dataclass(frozen=True)
class Snapshot:
    """A file as it was at one moment; two that are equal mean that nobody has written to it between."""

    size: int
    modified_ns: int
    changed_ns: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> "Snapshot":
        state = path.stat()
        return cls(state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)


def file_kind(path: Path) -> FileKind:
    """Return the kind of the file. Raises UserError when it cannot be read, is empty or is not what its name says."""
    with opened(path) as file:
        head = file.read(8)
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - len(_PARQUET_MARK)))
        tail = file.read()
    if not head:
        raise UserError(f"{path.name} er tom.")
    for mark, what in _UNREADABLE.items():
        if head.startswith(mark):
            raise UserError(f"{path.name} er {what}.")
    kind = _kind_of_content(path, head, tail)
    named = _EXTENSIONS.get(path.suffix.lower())
    if named and named is not kind:
        raise UserError(
            f"{path.name} hedder {path.suffix}, men indholdet er {_NAMES[kind]}. Giv filen det rigtige navn, "
            "eller gem den igen."
        )
    return kind


_NAMES = {FileKind.CSV: "tekst (CSV)", FileKind.PARQUET: "Parquet", FileKind.XLSX: "en Excel-fil (zip)"}


def _kind_of_content(path: Path, head: bytes, tail: bytes) -> FileKind:
    if head.startswith(_PARQUET_MARK):
        if tail != _PARQUET_MARK or path.stat().st_size <= 2 * len(_PARQUET_MARK):
            raise UserError(f"{path.name} er en Parquet-fil, som mangler sin slutning. Hent eller kopiér den igen.")
        return FileKind.PARQUET
    return FileKind.XLSX if head.startswith(b"PK\x03\x04") else FileKind.CSV


def opened(path: Path) -> BinaryIO:
    """Open a regular file for reading bytes. Raises UserError when that cannot be done."""
    try:
        if not path.is_file():
            missing = "findes ikke" if not path.exists() else "er ikke en fil"
            raise UserError(f"{path} {missing}.")
        return path.open("rb")
    except PermissionError:
        raise UserError(f"{path} må ikke læses af denne bruger. Ret adgangen til filen.") from None


def sha256(path: Path) -> str:
    """Return the SHA-256 of the file's bytes, in hexadecimal."""
    digest = hashlib.sha256()
    with opened(path) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
