"""The district and its municipalities, as reference data: no other module names or counts them."""

import csv
from dataclasses import dataclass
from functools import cache

from data.errors import UserError
from data.home import PROJECT_REFERENCE

DISTRICT = "kreds"
DISTRICT_NAME = "Hele kredsen"
POLICE_DISTRICT = "Nordsjællands Politi"
UNKNOWN = "998"
UNKNOWN_NAME = "Uoplyst kommune"
COUNTRY = "000"
COUNTRY_NAME = "Hele landet"
REGION = "084"
REGION_NAME = "Region Hovedstaden"


@dataclass(frozen=True)
class Municipality:
    """A municipality of the district: its three-digit code, Danish name forms, area and neighbours (codes)."""

    code: str
    name: str
    genitive: str
    preposition: str
    area_km2: float
    neighbours: tuple[str, ...]

    @property
    def place(self) -> str:
        """Return the name with its preposition: "i Gentofte"."""
        return f"{self.preposition} {self.name}"


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Return the municipalities of the district in Danish alphabetical order."""
    with (PROJECT_REFERENCE / "municipalities.csv").open(encoding="utf-8") as file:
        return tuple(
            Municipality(
                row["code"],
                row["name"],
                row["genitive"],
                row["preposition"],
                float(row["area_km2"]),
                tuple(row["neighbours"].split()),
            )
            for row in csv.DictReader(file)
        )


@cache
def municipality_codes() -> tuple[str, ...]:
    """Return the codes of the district's municipalities, in the order of their names."""
    return tuple(municipality.code for municipality in municipalities())


def municipality(code: str) -> Municipality:
    """Return the municipality of the district with this code. Raises UserError when there is none."""
    for candidate in municipalities():
        if candidate.code == code:
            return candidate
    raise UserError(
        f"»{code}« er ikke en kommune i kredsen. "
        f"Brug en af koderne {', '.join(municipality_codes())} eller »{DISTRICT}«."
    )


def area_name(code: str) -> str:
    """Return the Danish name of a municipality, the district, the region, the country or `998`."""
    others = {DISTRICT: DISTRICT_NAME, UNKNOWN: UNKNOWN_NAME, COUNTRY: COUNTRY_NAME, REGION: REGION_NAME}
    return others.get(code) or municipality(code).name
