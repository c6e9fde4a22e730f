"""Personal data in what people type."""

import re

from data.scan import cpr_candidates, phone_numbers_beside_dates

# "2021-2023" reads as a telephone number; in these texts it is a span of years.
_YEARS = re.compile(r"(?<!\d)(19|20)\d\d ?[-–/] ?(19|20)\d\d(?!\d)")


def personal_kinds(text: str) -> tuple[str, ...]:
    """Return in Danish what kinds of personal data the text seems to hold; never the data itself."""
    found = (
        ("et CPR-nummer", cpr_candidates(text)),
        ("et telefonnummer", phone_numbers_beside_dates(_YEARS.sub(" ; ", text))),
    )
    return tuple(kind for kind, pieces in found if pieces)
