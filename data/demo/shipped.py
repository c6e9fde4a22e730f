"""The shipped reference figures that the demo reproduces.

Read from the project alone, never from `KREDSBLIK_HOME`: the same seed makes the same file on every machine.
"""

import csv
from functools import cache
from pathlib import Path

from data.municipalities import UNKNOWN, municipality_codes
from data.periods import Quarter, parse_quarter
from data.reference import project_rows

_TRAITS = Path(__file__).parent / "traits.csv"
_BURGLARY_CODE = "1320"


@cache
def _traits() -> tuple[dict[str, str], ...]:
    with _TRAITS.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def area_codes() -> tuple[str, ...]:
    """Return the municipalities of the district and, last, `998`. Areas are numbers in this order."""
    return (*municipality_codes(), UNKNOWN)


@cache
def burglaries() -> dict[tuple[str, Quarter], int]:
    """Return reported residential burglaries by municipality and quarter (STRAF11, code 1320)."""
    return {
        (row["area"], parse_quarter(row["period"])): int(row["value"])
        for row in project_rows("straf11")
        if row["code"] == _BURGLARY_CODE and row["area"] in municipality_codes()
    }


@cache
def inhabitants() -> dict[tuple[str, int], int]:
    """Return inhabitants on 1 January by municipality and year (FOLK1A)."""
    return {
        (row["area"], parse_quarter(row["period"]).year): int(row["value"])
        for row in project_rows("folk1a")
        if row["period"].endswith("K1")
    }


@cache
def households() -> dict[str, int]:
    """Return households on 1 January of the newest year by municipality (FAM55N)."""
    rows = sorted(project_rows("fam55n"), key=lambda row: row["period"])
    return {row["area"]: int(row["value"]) for row in rows}


@cache
def three_year_casualties() -> dict[tuple[str, int], int]:
    """Return persons killed or injured by municipality and first year of three (UHELDK1)."""
    return {
        (row["area"], int(row["first_year"])): int(row["killed_and_injured"])
        for row in project_rows("uheldk1_three_year_sums")
    }


@cache
def speed_trial_areas() -> tuple[str, ...]:
    """Return the municipalities in the local speed limit trial of 2022."""
    return tuple(row["code"] for row in _traits() if row["speed_trial_2022"] == "1")


@cache
def summer_houses() -> dict[str, int]:
    """Return invented numbers of summer houses by municipality: many where the district has its coast."""
    return {row["code"]: int(row["summer_houses"]) for row in _traits()}
