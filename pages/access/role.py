"""Who may come in: four roles, and a visitor who has one of them."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a visitor is in the council's work; there is no fifth."""

    ANALYST = "analytiker"
    MANAGEMENT = "ledelse"
    MAYOR = "borgmester"
    MUNICIPALITY = "kommune"


POLICE = frozenset({Role.ANALYST, Role.MANAGEMENT})


@dataclass(frozen=True)
class Visitor:
    """One who is let in. `id` is the provider's name for the person, "lokal" where nobody signs in.

    `municipality` is the code of the mayor's or the municipality's own, None for the police.
    """

    id: str
    role: Role
    municipality: str | None

    def may_see_bilateral(self, municipality: str) -> bool:
        """Return whether what was made for this municipality's bilateral meeting is the visitor's to see."""
        return self.role in POLICE or self.municipality == municipality
