"""Personal numbers in text: CPR numbers and telephone numbers (METHODS, section 11.5)."""

import re
import unicodedata

import phonenumbers
from stdnum.dk import cpr

_HYPHENS = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"
_GAP = rf"\s?[{_HYPHENS}./]?\s?"
# Six digits of a date and four more, in every writing; digits on either side make it another number.
_CPR = re.compile(rf"(?<!\d)(\d\d){_GAP}(\d\d){_GAP}(\d\d){_GAP}(\d{{4}})(?!\d)")
_DAY = r"(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})"
_CLOCK = r"([ T]+(kl\.? ?)?\d{1,2}[:.]\d{2}([:.]\d{2})?)"
_DATE = re.compile(rf"(?<!\d){_DAY}{_CLOCK}?(?!\d)")
_HOME = "DK"


def is_cpr(text: str) -> bool:
    """Return whether the whole text can be a CPR number: ten digits whose date exists and is not in the future.

    Modulus 11 is not used: since 2007 numbers are issued that do not fulfil it.
    """
    match = _CPR.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return match is not None and bool(cpr.is_valid("".join(match.groups())))


def cpr_candidates(text: str) -> tuple[str, ...]:
    """Return every piece of the text that can be a CPR number, as it is written there."""
    normal = unicodedata.normalize("NFKC", text)
    return tuple(match[0] for match in _CPR.finditer(normal) if is_cpr(match[0]))


def phone_numbers(text: str) -> tuple[str, ...]:
    """Return every piece of the text that is a valid telephone number as read in Denmark.

    An ISO date can read as one: see `phone_numbers_beside_dates`.
    """
    return tuple(match.raw_string for match in phonenumbers.PhoneNumberMatcher(text, _HOME))


def phone_numbers_beside_dates(text: str) -> tuple[str, ...]:
    """Return the telephone numbers that are left when dates and times are taken out of the text."""
    return phone_numbers(_DATE.sub(" ; ", text))
