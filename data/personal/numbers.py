"""Numbers of persons in text: CPR numbers, telephone numbers, and the police's journal numbers."""

import re

import phonenumbers
from stdnum.dk import cpr

from data.personal.writing import HYPHENS, plain_writing

_GAP = rf"\s?[{HYPHENS}./]?\s?"
# Six digits of a date and four more, in every writing; digits on either side make it another number.
_CPR = re.compile(rf"(?<!\d)(\d\d){_GAP}(\d\d){_GAP}(\d\d){_GAP}(\d{{4}})(?!\d)")
# With the century written out: no CPR number is, but people write it so.
_CENTURY = re.compile(rf"(?<!\d)(\d\d){_GAP}(\d\d){_GAP}(?:19|20)(\d\d){_GAP}(\d{{4}})(?!\d|[:.]\d)")
# Spread further, in single digits or in groups of an even number: "21 10 62 56 29", "2 1 1 0 6 2 - 5 6 2 9".
_CPR_SPREAD = re.compile(rf"(?<!\d)\d(?:[ ._/{HYPHENS}]{{0,3}}\d){{9}}(?!\d)")
_DAY = r"(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|(?:19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01]))"
_CLOCK = r"([ T]+(kl\.? ?)?\d{1,2}[:.]\d{2}([:.]\d{2})?)"
_DATE = re.compile(rf"(?<!\d){_DAY}{_CLOCK}?(?!\d)")
_HOME = "DK"
# What reads as a telephone number and is none: years beside years, spans of hours, thousands, decimals.
_YEAR = r"(?:19|20)\d\d"
_NOT_PHONES = re.compile(
    rf"(?<!\d){_YEAR}/\d{{2,4}}(?!\d)|(?<!\d){_YEAR}(?: ?[-/ ] ?{_YEAR})+(?!\d)"
    r"|(?<!\d)(?:[01]?\d|2[0-4])[:.][0-5]\d ?- ?(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d)"
    r"|(?<![\d.])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)"
    r"|(?<![\d.])\d+,\d{3,}(?!\d)|(?<![\d.])\d+\.\d{5,}(?![\d.])"
)
# A Danish number in two, three, four or eight signs, as the library does not read "40/25/31/12".
_PHONE_SPREAD = re.compile(r"(?<![\d./])([2-9]\d)[./](\d\d)[./](\d\d)[./](\d\d)(?![./]?\d)")
# The end of a bracket, and another number behind it: "917850). 16".
_ACROSS = re.compile(r"[^(]*\d\)")
_CASE_NUMBER = re.compile(r"(?<!\d)\d{4} ?- ?\d{5} ?- ?\d{5} ?- ?\d{2}(?!\d)")


def is_cpr(text: str) -> bool:
    """Return whether the whole text can be a CPR number: ten digits whose date exists and is not in the future.

    Modulus 11 is not used: since 2007 numbers are issued that do not fulfil it.
    """
    match = _CPR.fullmatch(plain_writing(text).strip())
    return match is not None and bool(cpr.is_valid("".join(match.groups())))


def cpr_candidates(text: str) -> tuple[str, ...]:
    """Return every piece of the text that can be a CPR number."""
    normal = _CENTURY.sub(r"\1\2\3-\4", plain_writing(text))
    near = [match[0] for match in _CPR.finditer(normal) if is_cpr(match[0])]
    if near:
        return tuple(near)
    spread = (match[0] for match in _CPR_SPREAD.finditer(_DATE.sub(" ; ", normal)))
    return tuple(piece for piece in spread if _is_spread_cpr(re.findall(r"\d+", piece)))


def _is_spread_cpr(groups: list[str]) -> bool:
    sizes = {len(group) for group in groups}
    return (sizes == {1} or all(size % 2 == 0 for size in sizes)) and bool(cpr.is_valid("".join(groups)))


def phone_numbers(text: str) -> tuple[str, ...]:
    """Return every piece of the text that is a valid telephone number as read in Denmark.

    An ISO date can read as one: see `phone_numbers_beside_dates`.
    """
    found = (match.raw_string for match in phonenumbers.PhoneNumberMatcher(text, _HOME))
    return tuple(piece for piece in found if not _ACROSS.match(piece))


def phone_numbers_beside_dates(text: str) -> tuple[str, ...]:
    """Return the telephone numbers that are left when dates, hours, years and large numbers are taken out."""
    rest = _NOT_PHONES.sub(" ; ", _DATE.sub(" ; ", plain_writing(text)))
    return phone_numbers(_PHONE_SPREAD.sub(r"\1\2\3\4", rest))


def has_case_number(text: str) -> bool:
    """Return whether the police's journal number stands in the text, as 0900-10250-00123-24."""
    return _CASE_NUMBER.search(plain_writing(text)) is not None
