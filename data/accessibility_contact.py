"""Who answers when something in Kredsblik cannot be used: the district's own words, in one file."""

import tomllib
from dataclasses import dataclass

from data.errors import UserError
from data.home import PROJECT_REFERENCE, home

FILE_NAME = "accessibility.toml"
KEYS = ("myndighed", "mail", "telefon")


@dataclass(frozen=True)
class Contact:
    """The authority, its address for mail and its telephone number; what has not been filled in is empty."""

    authority: str
    mail: str
    telephone: str


def accessibility_contact() -> Contact:
    """Return the contact of the user's own file, else of the one that the project ships, which is empty.

    Raises UserError, with what to write instead, when the file is no such file.
    """
    own = home() / "reference" / FILE_NAME
    path = own if own.is_file() else PROJECT_REFERENCE / FILE_NAME
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise UserError(f'{path.name} kan ikke læses. Skriv hver linje som: telefon = "…"') from None
    unknown = sorted(written.keys() - set(KEYS))
    if unknown or not all(isinstance(value, str) for value in written.values()):
        raise UserError(f"{path.name} må kun have linjerne {', '.join(KEYS)}, hver med en tekst i anførselstegn.")
    return Contact(*(written.get(key, "").strip() for key in KEYS))
