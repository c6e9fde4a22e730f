"""From labels to codes, and from text to numbers; areas outside the district are counted and left out."""

from dataclasses import dataclass

import pandas as pd

from data.errors import UserError
from data.municipalities import COUNTRY, REGION, UNKNOWN, municipality_codes
from data.reference import VALUE
from data.statbank.cells import LINE, TEXT, Cells
from data.statbank.codes import area_code, misspelt_municipality
from data.statbank.tables import Columns
from data.statbank.text import count, listed, refusal
from data.statbank.variables import AREA, KEYS, Key

OTHER_AREA = ""


@dataclass(frozen=True)
class Coded:
    """The rows of our areas: a column for each variable (codes of keys, labels of the rest), `value` (Int64), `line`.

    A missing value is unknown. `has_zeros`: some cell of the file says 0, so that it does not leave zeros out.
    """

    rows: pd.DataFrame
    read: int
    skipped_rows: int
    skipped_areas: int
    unknown_areas: tuple[str, ...]
    has_zeros: bool


def coded(cells: Cells, columns: Columns) -> Coded:
    """Return the coded rows. Raises UserError for an unknown offence and the like, and for what is not a count."""
    values = _values(cells)
    areas = {label: _area(cells, columns[AREA.name], label) for label in cells.labels(columns[AREA.name])}
    labels_of_areas = cells.frame[columns[AREA.name]]
    ours = labels_of_areas.map({label: code != OTHER_AREA for label, code in areas.items()}).astype("bool")
    if not ours.any():
        raise refusal(cells.file, f"Filen har ingen af kredsens kommuner (men {listed(list(areas), 3)}).")
    part = cells.frame[ours]
    rows = pd.DataFrame({VALUE: values[ours], LINE: part[LINE]})
    for name, column in columns.items():
        key = next((key for key in KEYS if key.name == name), None)
        rows[name] = part[column] if key is None else part[column].map(_codes(cells, column, key, areas)).astype("str")
    return Coded(
        rows,
        read=int(cells.frame[LINE].nunique()),
        skipped_rows=int(cells.frame[LINE][~ours].nunique()),
        skipped_areas=sum(1 for code in areas.values() if code == OTHER_AREA),
        unknown_areas=tuple(label for label in areas if area_code(label) is None),
        has_zeros=bool((values == 0).any()),
    )


def our_areas() -> frozenset[str]:
    """Return the codes that are kept: the district's municipalities, the country, the region and unknown."""
    return frozenset({*municipality_codes(), COUNTRY, REGION, UNKNOWN})


def _area(cells: Cells, column: int, label: str) -> str:
    """Return the code of one of our areas, or OTHER_AREA."""
    code = area_code(label)
    if code is not None:
        return code if code in our_areas() else OTHER_AREA
    meant = misspelt_municipality(label)
    if meant or not label.strip():
        what = f"»{label}« ligner {meant}, men er stavet anderledes." if meant else "Området mangler."
        raise _at(cells, column, label, f"{what} Hent filen igen, eller ret navnet.")
    return OTHER_AREA


def _codes(cells: Cells, column: int, key: Key, areas: dict[str, str]) -> dict[str, str]:
    codes = {}
    for label in cells.labels(column):
        code = areas[label] if key is AREA else key.read(label)
        if code is None:
            what = f"»{label}« er ikke en kendt værdi." if label else "Værdien mangler."
            raise _at(cells, column, label, f"{what} Hent filen igen i Statistikbanken.")
        codes[label] = code
    return codes


def _values(cells: Cells) -> pd.Series:
    """Return the numbers; missing where the file says that the number is unknown."""
    numbers: dict[str, int | None] = {}
    for text in cells.labels(TEXT):
        try:
            numbers[text] = count(text)
        except ValueError:
            what = "er negativt" if text.lstrip().startswith(("-", "−")) else "er ikke et helt tal"
            raise _at(cells, TEXT, text, f"»{text}« {what}. Hent filen igen i Statistikbanken.") from None
    return cells.frame[TEXT].map(numbers).astype("Int64")


def _at(cells: Cells, column: int | str, label: str, what: str) -> UserError:
    line = int(cells.frame.loc[cells.frame[column] == label, LINE].iloc[0])
    name = cells.headers[column] if isinstance(column, int) else ""
    return refusal(cells.file, what, line, name or None)
