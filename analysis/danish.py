"""How numbers, intervals, lists and words are written in Danish: one place, independent of the process locale."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal

from data.catalogue import Noun

MISSING = "–"
NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

_GROUPED = {0: "#,##0", 1: "#,##0.0", 2: "#,##0.00", 3: "#,##0.000"}
_PLAIN = {0: "0", 1: "0.0", 2: "0.00", 3: "0.000"}
# The spaces that hold a number and its word together: `4. kvartal`, `1. januar`, `usikkerhed 4,5`, `38 af 39`.
_INSIDE = re.compile(
    rf"(?<=\d\.) (?=kvartal|kvt\.|{'|'.join(get_month_names(locale='da').values())})"
    r"|(?<=usikkerhed) (?=\d)|(?<=\d) (?=af \d)|(?<=\d af) (?=\d)"
)
# The last three letters of the Danish alphabet in their order, after z; "aa" sorts as å.
_SORTED_LETTERS = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "é": "e", "ü": "y"})


def number(value: float | None, decimals: int = 0) -> str:
    """Return `12.345` or `5,3`; a dash when the value is missing."""
    return MISSING if value is None else _written(value, _GROUPED[decimals], decimals)


def plain_number(value: float, decimals: int = 0) -> str:
    """Return `12345` or `5,3`, as a spreadsheet reads it."""
    return _written(value, _PLAIN[decimals], decimals).replace(MINUS, "-")


def percent(share: float | None, decimals: int = 0) -> str:
    """Return a share of 1 as `8,1 %` with a no-break space; a dash when it is missing."""
    return MISSING if share is None else f"{number(share * 100, decimals)}{NO_BREAK}%"


def interval(low: float, high: float, decimals: int = 0) -> str:
    """Return `48–155`."""
    return f"{number(low, decimals)}–{number(high, decimals)}"


def counted(count: int, noun: Noun) -> str:
    """Return `1 sag`, `163 sager`, `ingen sager`."""
    if count == 0:
        return f"ingen {noun.plural}"
    return f"{number(count)}{NO_BREAK}{noun.singular if count == 1 else noun.plural}"


def enumeration(items: Sequence[str]) -> str:
    """Return `a, b og c`."""
    return format_list(list(items), locale="da")


def bound(text: str) -> str:
    """Return the text with a number and its word on one line: `4.` alone at the end of a line reads badly."""
    return _INSIDE.sub(NO_BREAK, text)


def sentence(text: str) -> str:
    """Return the text with a capital first letter and a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text[-1:] in {"", ".", "?", "!"} else ".")


def sort_key(text: str) -> str:
    """Return the key that puts Danish words in order: ... z, æ, ø, å; `aa` counts as å."""
    return text.lower().replace("aa", "å").translate(_SORTED_LETTERS)


@lru_cache(maxsize=8192)  # Babel reads its pattern anew each time, and the same counts come back again and again
def _written(value: float, pattern: str, decimals: int) -> str:
    # Half away from zero, as people round; the process default is half to even.
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return format_decimal(rounded + 0, format=pattern, locale="da").replace("-", MINUS)
