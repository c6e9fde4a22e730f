"""Ages as Statistics Denmark writes them: single years and bands."""

import re
from collections.abc import Sequence

from data.population import AgeSpan
from data.statbank.text import plain

AGE = "age"  # the variable of FOLK1A

# Where zeros are left out nobody need be older than this.
OLDEST_SURE = 95

_SPAN = re.compile(
    r"(?:\S+ )?(?P<first>\d{1,3})"
    r"(?:-(?P<last>\d{1,3})(?: aar| years)?|(?: aar| years)?(?P<open> og (?:over|derover)| and over| or more| ?\+)"
    r"|(?: aar| years?)?)"
)


def age_span(label: str) -> AgeSpan | None:
    """Return the ages of a label (`17`, `17 år`, `15-19 år`, `80 år og derover`; a code may stand before it).

    None when it is no age.
    """
    found = _SPAN.fullmatch(plain(label))
    if found is None:
        return None
    first = int(found["first"])
    return AgeSpan(first, None if found["open"] else int(found["last"] or first))


def covers_every_age(spans: Sequence[AgeSpan]) -> bool:
    """Return whether the spans follow on each other from 0 to the oldest, no age twice and none left out."""
    nearest: int | None = 0
    for span in sorted(spans, key=lambda each: each.first):
        if nearest is None or span.first != nearest:
            return False
        nearest = None if span.last is None else span.last + 1
    return nearest is None or nearest > OLDEST_SURE
