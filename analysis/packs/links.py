"""The address that opens a section's view again: same choice, same release."""

from urllib.parse import urlencode

from analysis.choice import Choice, address_of

OVERVIEW = ""
COMPARISON = "sammenligning"
INITIATIVES = "indsatser"
GUARANTEES = "politigarantier"


def link(page: str, choice: Choice, **more: str) -> str:
    """Return `/indbrud?kommune=217&periode=2025K4&…&udgave=a1b2c3`, to follow the dashboard's own address."""
    return f"/{page}?{urlencode(address_of(choice) | more)}"
