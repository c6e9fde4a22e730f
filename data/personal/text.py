"""Every kind of personal data in a text that somebody wrote."""

import re
from collections.abc import Callable

from data.personal.accounts import has_account
from data.personal.contact import has_address, has_email
from data.personal.kinds import Kind
from data.personal.names import has_name
from data.personal.numbers import cpr_candidates, has_case_number, phone_numbers_beside_dates
from data.personal.vehicles import has_plate

_DIGIT = re.compile(r"\d")
_LOOKS: tuple[tuple[Kind, Callable[[str], object], int], ...] = (
    (Kind.CPR, cpr_candidates, 10),
    (Kind.PHONE, phone_numbers_beside_dates, 8),
    (Kind.CASE_NUMBER, has_case_number, 16),
    (Kind.ACCOUNT, has_account, 8),
    (Kind.PLATE, has_plate, 5),
    (Kind.ADDRESS, has_address, 1),
    (Kind.EMAIL, has_email, 0),
    (Kind.NAME, has_name, 0),
)


def personal_kinds(text: str) -> tuple[Kind, ...]:
    """Return the kinds of personal data that the text seems to hold; never the data itself."""
    digits = len(_DIGIT.findall(text))
    found = {kind for kind, look, least in _LOOKS if digits >= least and look(text)}
    # A CPR number is also digits that an account could have, and a journal number holds what a telephone could.
    if found & {Kind.CPR, Kind.CASE_NUMBER}:
        found.discard(Kind.ACCOUNT)
    return tuple(kind for kind, _, _ in _LOOKS if kind in found)
