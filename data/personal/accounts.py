"""Account numbers in text: IBAN, and the Danish registration number with the account's."""

import re

from stdnum import iban

from data.personal.writing import plain_writing

_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}", re.IGNORECASE)
_IBAN_LENGTHS = range(15, 35)
# Four digits of the bank and six to ten of the account; a year or a point in time is none.
_ACCOUNT = re.compile(r"(?<![\d.,+-])(\d{4})[ -]{0,3}(\d{6,10})(?![\d,-])")
_MOMENT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?")
# Named as one, the digits may be written in any way.
_NAMED = re.compile(
    r"\b(?:konto|kontonr|kontonummer|kto|reg|reg\.? ?nr|regnr|registreringsnr)\.?[ :.]{0,3}"
    r"(?:nr|nummer)?[ :.]{0,3}\d(?:[ .,/-]{0,3}(?:konto\w*|kto)?[ .:]{0,3}\d){7,13}(?!\d)",
    re.IGNORECASE,
)


def has_account(text: str) -> bool:
    """Return whether the text holds an IBAN with right check digits, or what can be a Danish account number."""
    normal = plain_writing(text)
    return (
        any(_begins_with_iban(match[0]) for match in _IBAN.finditer(normal))
        or any(not _MOMENT.fullmatch("".join(match.groups())) for match in _ACCOUNT.finditer(normal))
        or _NAMED.search(normal) is not None
    )


def _begins_with_iban(piece: str) -> bool:
    """Return whether an IBAN begins here; what follows after a blank may be the next word."""
    signs = re.sub(r"[ -]", "", piece)
    return any(iban.is_valid(signs[:length]) for length in _IBAN_LENGTHS if length <= len(signs))
