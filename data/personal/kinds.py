"""The kinds of personal data, as a message names them."""

from enum import StrEnum


class Kind(StrEnum):
    CPR = "et CPR-nummer"
    PHONE = "et telefonnummer"
    EMAIL = "en e-mailadresse"
    ACCOUNT = "et kontonummer"
    ADDRESS = "en adresse"
    PLATE = "et registreringsnummer"
    CASE_NUMBER = "et journalnummer"
    NAME = "et navn"
    NUMBER = "et personligt nummer"


def told(kinds: tuple[Kind, ...]) -> str:
    """Return the kinds as they stand in a sentence: "et navn og et telefonnummer"."""
    *first, last = kinds
    return f"{', '.join(first)} og {last}" if first else str(last)
