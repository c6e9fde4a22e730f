"""Personal data in a finished file: every text of every part of it, before anybody is given it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.personal.kinds import Kind
from data.personal.numbers import is_cpr, phone_numbers
from data.personal.parts import texts_of_file
from data.personal.text import personal_kinds

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
# Sums of money are rounded to thousands before they are published; other counts here have fewer digits.
_ROUNDED = "000"
_PHONE_DIGITS, _CPR_DIGITS = 8, 10


@dataclass(frozen=True)
class Finding:
    """Where personal data seems to stand. `part`: the file, or a file within it; `place`: row, page, table."""

    part: str
    place: str
    kind: Kind


def personal_data_in_export(name: str, content: bytes) -> list[Finding]:
    """Return what seems to be personal data in a finished file of any kind that the product makes; never the data.

    CSV, JSON, HTML, SVG and text; PowerPoint, Word, Excel and other zip files with all that lies in them; PDF; the
    texts in pictures' files; DuckDB and SQLite. Raises UserError for a file that cannot be opened as what it is.
    """
    return list(dict.fromkeys(_findings(name, content)))


def _findings(name: str, content: bytes) -> Iterator[Finding]:
    seen: dict[str, tuple[Kind, ...]] = {}
    for part, place, text in texts_of_file(name, content):
        if text not in seen:
            seen[text] = _kinds(text)
        for kind in seen[text]:
            yield Finding(part, place, kind)


def _kinds(text: str) -> tuple[Kind, ...]:
    """Return the kinds in a text of its own. A number alone in its cell is one only when nothing else can be meant."""
    alone = text.strip()
    if not _NUMBER.fullmatch(alone):
        return personal_kinds(text)
    if len(alone) == _CPR_DIGITS and is_cpr(alone):
        return (Kind.CPR,)
    if len(alone) == _PHONE_DIGITS and not alone.endswith(_ROUNDED) and phone_numbers(alone):
        return (Kind.PHONE,)
    return ()
