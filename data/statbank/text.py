"""From bytes to text and numbers; what is damaged is refused, never guessed at."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from data.errors import UserError
from data.personal.labels import kinds_in_label

SEPARATORS = (";", "\t", ",")
# Enough lines to see the separator past titles and group rows.
LINES_THAT_SHOW_THE_SEPARATOR = 200

# Statistics Denmark writes zero as 0 (the web export of STRAF11 has Christiansø's zeros). What stands instead of a
# number is therefore unknown, also the hyphen that means zero in printed tables: unknown can be filled in later.
UNKNOWN_TOKENS = frozenset({"", ".", "..", "...", "…", "-", "–", "x"})

# Nothing that is counted in Denmark has ten digits.
_WHOLE_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:([. ,'])\d{3})(?:\1\d{3})?", re.ASCII)
_WHOLE_WITH_DECIMALS = re.compile(r"(\d{1,9})[.,]0{1,2}", re.ASCII)
_QUOTED = re.compile(r"»([^»«]*)«")
_HTML = re.compile(r"\s*<(?:!doctype|html|\?xml|head|body)", re.IGNORECASE)
_LOST_LETTER = re.compile(r"[A-Za-zæøåÆØÅ]\?[a-zæøå]|[A-ZÆØÅ]\?[A-ZÆØÅ]")
# UTF-8 that was read as Windows-1252 and saved again: æ, ø, å, Æ, Ø, Å, é.
_SAVED_TWICE = ("Ã¦", "Ã¸", "Ã¥", "Ã†", "Ã˜", "Ã…", "Ã©")
_DOWNLOAD_AGAIN = "Hent den igen i Statistikbanken, og importér den uden at gemme den i et andet program først."


def refusal(file: str, what: str, line: int | None = None, column: str | None = None) -> UserError:
    """Return the error that refuses a file: which file, line and column, what is wrong and what to do."""
    place = ", ".join([file] + ([f"linje {line}"] if line else []) + ([f"kolonne »{column}«"] if column else []))
    return UserError(without_personal_words(f"{place}: {what} Intet er ændret."))


def without_personal_words(text: str) -> str:
    """Return a message without those of the file's words that seem to be personal data: it may be the wrong file."""
    return _QUOTED.sub(lambda quoted: "»…«" if kinds_in_label(quoted[1]) else quoted[0], text)


def wrong_width(file: str, line: int, width: int, expected: int) -> UserError:
    """Return the refusal of a row with too few or too many fields."""
    return refusal(
        file,
        f"Linjen har {width} felter, men overskriften har {expected}: filen er afkortet eller rettet i hånden. "
        "Hent den igen i Statistikbanken.",
        line,
    )


def decoded(path: Path) -> str:
    """Return the file's text, with plain line breaks. Raises UserError when it is no text or its letters are lost."""
    data = path.read_bytes()
    if not data.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise refusal(path.name, f"Filen er tom. {_DOWNLOAD_AGAIN}")
    text = _text(data, path.name).replace("\r\n", "\n").replace("\r", "\n")
    if _HTML.match(text):
        raise refusal(path.name, f"Filen er en webside (HTML), ikke tal. {_DOWNLOAD_AGAIN}")
    if text.lstrip()[:1] in "{[":
        raise refusal(path.name, "Filen er et svar i JSON, ikke en tabel. Hent tallene som CSV eller Excel.")
    if text.lstrip().upper().startswith(("CHARSET=", "AXIS-VERSION=")):
        raise refusal(path.name, "Filen er i PX-format. Hent tallene som CSV eller Excel.")
    damage = "\N{REPLACEMENT CHARACTER}" in text or _LOST_LETTER.search(text)
    if damage or any(pair in text for pair in _SAVED_TWICE):
        line = next(n for n, row in enumerate(text.splitlines(), 1) if _is_damaged(row))
        raise refusal(path.name, f"Æ, ø og å er gået tabt, da filen blev gemt. {_DOWNLOAD_AGAIN}", line)
    return text


def separator(text: str) -> str:
    """Return the separator that most lines agree on; a title line with commas in it does not count."""
    lines = text.splitlines()[:LINES_THAT_SHOW_THE_SEPARATOR]

    def agreement(candidate: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=candidate) if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(SEPARATORS, key=agreement)


@cache
def plain(label: str) -> str:
    """Return a label in the form that is compared: lower case, single spaces, æ ø å written out, no "(Ny fra 2013)"."""
    text = " ".join(label.replace("\N{NO-BREAK SPACE}", " ").strip(" \"'.·*").casefold().split())
    text = re.sub(r" \((?:ny fra|udgået|new from|repealed)[^)]*\)$", "", text).replace("m.v", "mv")
    for letter, spelt in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("ö", "oe"), ("ä", "ae")):
        text = text.replace(letter, spelt)
    return text.rstrip(".")


def is_number_or_unknown(text: str) -> bool:
    """Return whether the text can stand in a data cell."""
    try:
        count(text)
    except ValueError:
        return False
    return True


def count(text: str) -> int | None:
    """Return the whole number ≥ 0 that the text says, None when it is unknown. Raises ValueError for anything else.

    `1.234`, `1 234` and `1,234` are all 1234: a count has no decimals.
    """
    text = text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ").strip()
    if text.casefold() in UNKNOWN_TOKENS:
        return None
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    if match := _WHOLE_WITH_DECIMALS.fullmatch(text):
        return int(match[1])
    raise ValueError(text)


def listed(names: Sequence[str], most: int = 6) -> str:
    """Return the names for a message, shortened when there are many."""
    shown = without_personal_words(", ".join(f"»{name}«" for name in names[:most]))
    return shown if len(names) <= most else f"{shown} og {len(names) - most} til"


def _text(data: bytes, file: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded_as(data, "utf-16", file)
    if b"\0" in data:
        raise refusal(file, "Filen er ikke en tekstfil. Hent tallene som CSV eller Excel.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # ISO-8859-1 from the web export; Windows-1252 holds the same Danish letters and the dashes of a re-save.
        return _decoded_as(data, "cp1252", file)


def _decoded_as(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise refusal(file, f"Filens tegn kan ikke læses; den er beskadiget. {_DOWNLOAD_AGAIN}") from None


def _is_damaged(line: str) -> bool:
    lost = "\N{REPLACEMENT CHARACTER}" in line or _LOST_LETTER.search(line) is not None
    return lost or any(pair in line for pair in _SAVED_TWICE)
