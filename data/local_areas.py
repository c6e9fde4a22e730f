"""Which further areas each lokalråd has chosen: one file, read when a release is made and frozen with it."""

import tomllib
from pathlib import Path

import pandas as pd

from data.catalogue import AREAS
from data.errors import UserError
from data.home import PROJECT_REFERENCE, home
from data.municipalities import municipalities

FILE_NAME = "local_areas.toml"
# Invented choices: only beside invented incidents, and only until somebody has a file of their own.
DEMO_FILE_NAME = "local_areas_demo.toml"

LOCAL_AREA = "local_area"


def own_file() -> Path:
    """Return the path of the district's own choices; it takes the place of what the project ships."""
    return home() / "reference" / FILE_NAME


def local_area_table(*, demo: bool) -> pd.DataFrame:
    """Return `municipality`, `area`, `place` (text: the order within the municipality), one row a choice."""
    rows = [
        (municipality, area, str(place))
        for municipality, areas in local_area_choices(demo=demo).items()
        for place, area in enumerate(areas)
    ]
    return pd.DataFrame(rows, columns=["municipality", "area", "place"], dtype="str")


def local_area_choices(*, demo: bool) -> dict[str, tuple[str, ...]]:
    """Return municipality (code) -> codes of the areas that its lokalråd has chosen; who chose none is left out.

    Raises UserError, with what to write instead, when the file is no such file.
    """
    shipped = PROJECT_REFERENCE / (DEMO_FILE_NAME if demo else FILE_NAME)
    path = own_file() if own_file().is_file() else shipped
    codes = {name.casefold(): each.code for each in municipalities() for name in (each.name, each.code)}
    found: dict[str, tuple[str, ...]] = {}
    for name, areas in _lines(path).items():
        code = codes.get(name.casefold())
        if code is None:
            raise UserError(f"{path}: »{name}« er ikke en af kredsens kommuner. Skriv navnet eller koden.")
        if code in found:
            raise UserError(f"{path}: »{name}« står der to gange. Saml områderne på én linje.")
        found[code] = _areas(path, name, areas)
    return {code: areas for code, areas in found.items() if areas}


def choosable() -> dict[str, str]:
    """Return code -> name of the areas that a lokalråd may choose."""
    return {area.code: area.name for area in AREAS.values() if not area.plan}


def _lines(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UserError(
            f'{path} kan ikke læses. Skriv en linje pr. kommune: "Kommunens navn" = ["{next(iter(choosable()))}"]'
        ) from error


def _areas(path: Path, name: str, areas: object) -> tuple[str, ...]:
    if not isinstance(areas, list) or not set(map(str, areas)) <= set(choosable()):
        raise UserError(f"{path}: »{name}« må have disse områder: {', '.join(choosable())}. Skriv dem som en liste.")
    return tuple(dict.fromkeys(map(str, areas)))
