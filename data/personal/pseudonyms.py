"""Pseudonyms are judged whole (EXTRACT): what a value is, never what may be found within a UUID or a hash."""

import re

from stdnum import iban

from data.personal.kinds import Kind
from data.personal.names import has_name
from data.personal.numbers import has_case_number, is_cpr

# Eight digits or ten are a telephone or a CPR number, the former also with 45 or 0045 before it.
_PHONE = r"[-_]*(?:(?:0[-_]*0[-_]*)?4[-_]*5[-_]*)?(?:[0-9][-_]*){8}"
_TEN_DIGITS = r"[-_]*(?:[0-9][-_]*){10}"
# A CPR number and a running number beside it, as "211062-5629-1". Of more than three digits or without the hyphen of a
# CPR number it may be a year and a serial number, or a serial number and its part: those are nobody's.
_DAY = r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}"
_NUMBERED_CPR = rf"{_DAY}[-_][0-9]{{4}}[-_][0-9]{{1,3}}|[0-9]{{1,3}}[-_]{_DAY}[-_][0-9]{{4}}"
_CASE_NUMBER = r"[0-9]{4}-[0-9]{5}-[0-9]{5}-[0-9]{2}"
_IBAN = r"[A-Za-z]{2}[-_]?[0-9]{2}[-_0-9A-Za-z]{0,6}[-_0-9]{10,}"
_NAME = r"[A-Z][a-z]+(?:[-_][A-Z][a-z]*)*[-_][A-Z][a-z]+|[a-z]+(?:[-_][a-z]+)*[-_][a-z]+sen|[A-Z][a-z]+[A-Z][a-z]+sen"
# What is none of these is nobody's. DuckDB and Arrow ask it of millions of values, and read the signs as Python does.
PERHAPS_PERSONAL = "|".join((_PHONE, _TEN_DIGITS, _NUMBERED_CPR, _CASE_NUMBER, _IBAN, _NAME))
_BEFORE_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def kind_of_pseudonym(value: str) -> Kind | None:
    """Return what the whole value reads as, or None when it may be a pseudonym.

    At most one of a million UUIDs, hashes, ULIDs, base32 and base64 ids reads as anything.
    """
    if re.fullmatch(_PHONE, value):
        return Kind.PHONE
    if re.fullmatch(_TEN_DIGITS, value):
        return Kind.CPR if is_cpr(re.sub("[-_]", "", value)) else Kind.NUMBER
    if re.fullmatch(_NUMBERED_CPR, value) and _is_cpr_beside_a_number(value):
        return Kind.CPR
    if has_case_number(value):
        return Kind.CASE_NUMBER
    if re.fullmatch(_IBAN, value) and iban.is_valid(re.sub("[-_]", "", value)):
        return Kind.ACCOUNT
    if re.fullmatch(_NAME, value) and has_name(_BEFORE_CAPITAL.sub(" ", re.sub("[-_]", " ", value))):
        return Kind.NAME
    return None


def _is_cpr_beside_a_number(value: str) -> bool:
    """Return whether the value is a CPR number and another number, one after the other."""
    digits = re.split("[-_]", value)
    return is_cpr("".join(digits[:-1])) or is_cpr("".join(digits[1:]))
