"""Registration plates in text: two letters and five digits."""

import re

from data.personal.writing import plain_writing

# I, O and Q are on no Danish plate. With a dot between, the digits are thousands of something.
_PLATE = re.compile(r"(?<![\w-])[A-HJ-NPR-Z]{2}[ -]?\d{2}[ -]?\d{3}(?![\w%]|[.,-]\d)")
_SMALL = re.compile(r"(?<![\w-])[a-hj-npr-z]{2}(?:\d{5}|\d{2}[ -]\d{3})(?![\w%]|[.,-]\d)")
_NAMED = re.compile(
    r"\b(?:reg\.? ?nr|regnr|registreringsnummer|nummerplade\w*|indreg\w*|bil\w*|mc|plade\w*)\.?[ :]{0,2}"
    r"[a-zæøå]{2}[ .-]{0,2}\d{2}[ .-]?\d{3}(?!\d)",
    re.IGNORECASE,
)


def has_plate(text: str) -> bool:
    """Return whether what can be a Danish registration plate stands in the text."""
    normal = plain_writing(text)
    return any(pattern.search(normal) for pattern in (_PLATE, _SMALL, _NAMED))
