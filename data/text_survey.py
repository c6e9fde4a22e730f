"""One look at every byte of a text file before it is read: its encoding, and whether DuckDB may read it directly."""

import codecs
import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.errors import UserError
from data.files import CHUNK, opened

_DAMAGED = "\ufffd".encode()
# A row of the contract is below 1 kB; two chunks without a line end are no row, and must not fill the memory.
_LONGEST_LINE = CHUNK


@dataclass(frozen=True)
class TextSurvey:
    """A text file: its SHA-256, Python's name of its encoding, and its number of lines.

    `plain`: ASCII without quotes, one kind of line end, no empty line. Then a line is a row, and DuckDB and Python
    split it alike; any other file is read row by row.
    """

    sha256: str
    encoding: str
    lines: int
    plain: bool


def survey(path: Path) -> TextSurvey:
    """Return what the text file is. Raises UserError when it is damaged or in no encoding of the contract."""
    digest = hashlib.sha256()
    ends = _LineEnds()
    plain = True
    # The digest is worked out beside the rest, block by block: it lets go of Python meanwhile.
    with opened(path) as file, ThreadPoolExecutor(1) as beside:
        start = file.read(len(codecs.BOM_UTF8))
        hashed = beside.submit(digest.update, start)
        rest = b"" if start == codecs.BOM_UTF8 else start
        while chunk := rest + file.read(CHUNK):
            hashed.result()
            hashed = beside.submit(digest.update, chunk[len(rest) :])
            ends.count(chunk)
            if ends.unbroken >= _LONGEST_LINE:
                raise UserError(f"{path.name} har en linje på over 1 MB: den er beskadiget eller ikke et udtræk.")
            plain = plain and chunk.isascii() and b'"' not in chunk and b"\0" not in chunk
            rest = b""
    encoding = "utf-8-sig" if plain else _encoding(path, start)
    return TextSurvey(digest.hexdigest(), encoding, ends.lines, plain and ends.are_of_one_kind)


class _LineEnds:
    """The line ends seen so far; NumPy looks at them four times faster than bytes.count."""

    def __init__(self) -> None:
        self.feeds = self.returns = self.pairs = self.unbroken = 0
        self.empty_line = False
        self.last = b"\n"

    def count(self, chunk: bytes) -> None:
        joint = self.last + chunk
        is_feed = np.frombuffer(joint, dtype=np.uint8) == ord("\n")
        feeds = int(np.count_nonzero(is_feed[1:]))
        self.empty_line = self.empty_line or bool((is_feed[1:] & is_feed[:-1]).any())
        returns = chunk.count(b"\r") if b"\r" in chunk else 0
        if returns or self.last == b"\r":
            self.pairs += joint.count(b"\r\n")
            self.empty_line = self.empty_line or b"\n\r" in joint
        self.feeds += feeds
        self.returns += returns
        self.unbroken = 0 if feeds or returns else self.unbroken + len(chunk)
        self.last = chunk[-1:]

    @property
    def lines(self) -> int:
        return max(self.feeds, self.returns) + (self.last not in (b"\n", b"\r"))

    @property
    def are_of_one_kind(self) -> bool:
        return not self.empty_line and (self.returns == 0 or self.returns == self.pairs == self.feeds)


def _encoding(path: Path, start: bytes) -> str:
    """Return the first encoding of the contract in which every byte of the file has a meaning."""
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    for encoding in ("utf-8-sig", "cp1252"):
        if _decodes(path, encoding):
            return encoding
    raise UserError(f"{path.name} er hverken UTF-8, UTF-16 eller Windows-1252. Gem filen igen som UTF-8.")


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with opened(path) as file:
        try:
            while chunk := file.read(CHUNK):
                if _DAMAGED in chunk:
                    raise damaged(path)
                if b"\0" in chunk:
                    raise UserError(
                        f"{path.name} er UTF-16 uden mærke (BOM) eller slet ikke tekst. Gem den igen som UTF-8."
                    )
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def damaged(path: Path) -> UserError:
    """Return the refusal of a file whose Danish letters were lost when somebody saved it again."""
    return UserError(
        f"{path.name} er beskadiget: bogstaver som æ, ø og å er blevet til tegnet \ufffd, da filen blev gemt. "
        "Bed om den oprindelige fil."
    )
