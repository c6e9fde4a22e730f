"""The address that opens a section's view again: same choice, same release."""

import os
from urllib.parse import urlencode, urlsplit

from analysis.choice import Choice, address_of
from data.errors import UserError

OVERVIEW = ""
COMPARISON = "sammenligning"
INITIATIVES = "indsatser"
GUARANTEES = "politigarantier"

VARIABLE = "KREDSBLIK_ADRESSE"
AT_THE_MACHINE = "http://127.0.0.1:8501"


def link(page: str, choice: Choice, **more: str) -> str:
    """Return `https://…/indbrud?kommune=217&periode=2025K4&…&udgave=a1b2c3`. Raises what `served_at` raises."""
    return f"{served_at()}/{page}?{urlencode(address_of(choice) | more)}"


def served_at() -> str:
    """Return the address that the council's readers use, as `KREDSBLIK_ADRESSE` tells, else this machine's own.

    Raises UserError when what stands there is no such address.
    """
    told = os.environ.get(VARIABLE, "").strip().rstrip("/") or AT_THE_MACHINE
    if not _is_address(told):
        raise UserError(f"{VARIABLE} er »{told}«. Skriv adressen på kredsrådets rum: https://kredsblik.example.dk")
    return told


def _is_address(told: str) -> bool:
    try:
        parts = urlsplit(told)
    except ValueError:  # "http://[" is no address at all
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
