"""One writing of many, before anything is looked for: what an eye takes for the same reads the same."""

import re
import unicodedata

HYPHENS = "\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_HYPHEN = re.compile(f"[{HYPHENS}]")
_BLANK = re.compile(r"[^\S\n]+")
# Hash values and UUIDs: digits within them are nobody's number.
_HASH = re.compile(
    r"\b(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=[0-9]*[a-f])[0-9a-f]{16,128})\b", re.IGNORECASE
)
_CELL = re.compile(r"\b(?:1km_\d{4}_\d{3}|100m_\d{5}_\d{4})\b")

_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_])_|_(?=[^\W\d_])")


def without_underscores(text: str) -> str:
    """Return a value or a file's name with blanks for the underscores beside its words; between digits they stay."""
    return _BETWEEN_WORDS.sub(" ", text)


def plain_writing(text: str) -> str:
    """Return the text with one kind of hyphen and blank, wide digits as narrow, invisible signs and hashes left out."""
    normal = unicodedata.normalize("NFKC", text)
    if not normal.isascii():
        normal = "".join(sign for sign in normal if unicodedata.category(sign) != "Cf")
    return _CELL.sub(" ; ", _HASH.sub(" ; ", _BLANK.sub(" ", _HYPHEN.sub("-", normal))))
