"""The reference tables: what the project ships in `data/reference/`, overlaid by what was imported since.

`home()/reference/X.csv` has the header of X; its rows win over the project's row with the same key, and add new ones.
"""

import csv
import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from data.errors import UserError
from data.home import PROJECT_REFERENCE, home

# The key of each table; every other column is its value, a whole number. A table that the project does not ship is
# empty until someone imports it.
SERIES_KEYS: dict[str, tuple[str, ...]] = {
    "straf11": ("area", "period", "code"),
    "straf22": ("area", "period", "code", "measure"),
    "folk1a": ("area", "period"),
    "folk1a_age": ("area", "period", "age"),
    "folk1a_sex": ("area", "period", "sex"),
    "fam55n": ("area", "period"),
    "bol101": ("area", "period"),
    "uheldk1": ("area", "period", "severity"),
}
VALUE = "value"

# An import that is complete but not yet moved in place: it is in force from the moment this folder exists.
PENDING = "pending"


@dataclass(frozen=True)
class OffenceCode:
    """A code of STRAF11; `parent` is empty for the total, `level` 0 is the total and 3 a single offence."""

    code: str
    parent: str
    level: int
    label_da: str
    label_en: str


@dataclass(frozen=True)
class StructuralBreak:
    """Where a series changed meaning; `end` is None for a point in time.

    `affects` holds offence codes, a focus area (or one part of it: `faerdsel severity`) or `*` for everything.
    `effect`: `break` (nothing before `start` is compared or used), `exclude` (the interval is left out of what is
    expected, whole quarters that it touches) or `mark` (shown on the chart only).
    """

    start: dt.date
    end: dt.date | None
    affects: tuple[str, ...]
    effect: str
    text: str
    source: str


def reference_table(name: str) -> pd.DataFrame:
    """Return a series table: key columns as text and `value` (int64), sorted by key; empty when nothing is known."""
    keys = list(SERIES_KEYS[name])
    layers = [read_series(path, name) for path in (project_file(name), overlay_file(name)) if path is not None]
    if not layers:
        return pd.DataFrame({key: pd.Series(dtype="str") for key in keys} | {VALUE: pd.Series(dtype="int64")})
    joined = pd.concat(layers, ignore_index=True)
    return joined.drop_duplicates(keys, keep="last").sort_values(keys, ignore_index=True)


def three_year_casualties() -> pd.DataFrame:
    """Return `area` (text), `first_year`, `last_year`, `killed_and_injured` (int64): UHELDK1 over three years."""
    return pd.read_csv(PROJECT_REFERENCE / "uheldk1_three_year_sums.csv", dtype={"area": "str"}, encoding="utf-8")


@cache
def offence_codes() -> tuple[OffenceCode, ...]:
    """Return the codes of STRAF11, each after the code that it is part of."""
    return tuple(
        OffenceCode(row["code"], row["parent"], int(row["level"]), row["label_da"], row["label_en"])
        for row in project_rows("offence_codes")
    )


@cache
def structural_breaks() -> tuple[StructuralBreak, ...]:
    """Return where the series changed meaning, oldest first."""
    return tuple(
        StructuralBreak(
            dt.date.fromisoformat(row["from"]),
            dt.date.fromisoformat(row["to"]) if row["to"] else None,
            tuple(row["affects"].split(";")),
            row["effect"],
            row["text_da"],
            row["source"],
        )
        for row in project_rows("structural_breaks")
    )


@cache
def reference_source(table: str) -> str:
    """Return a table's source as it is printed under a figure: "Danmarks Statistik, STRAF11"."""
    return next(row["source"] for row in project_rows("sources") if row["table"] == table)


def project_file(name: str) -> Path | None:
    """Return the table's file in the project; None when the project does not ship it."""
    path = PROJECT_REFERENCE / f"{name}.csv"
    return path if path.is_file() else None


def overlay_file(name: str) -> Path | None:
    """Return the file of what was imported; None when nothing was.

    Looks in the pending folder first: files only ever move from there to their place, so that neither order of
    looking and moving can miss one.
    """
    folder = home() / "reference"
    for path in (folder / PENDING / f"{name}.csv", folder / f"{name}.csv"):
        if path.is_file():
            return path
    return None


def project_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a file that only the project has, as text."""
    with (PROJECT_REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_series(path: Path, name: str) -> pd.DataFrame:
    """Return the rows of one layer of a series table. Raises UserError when the file is not such a table."""
    try:
        stamp = path.stat()
    except FileNotFoundError:
        # Moved from the pending folder to its place between looking and reading.
        path = path.parent.parent / path.name
        stamp = path.stat()
    return _read_series(path, name, stamp.st_mtime_ns, stamp.st_size).copy()


@cache
def _read_series(path: Path, name: str, _changed: int, _size: int) -> pd.DataFrame:
    """Read once for each state of the file: pages ask for the same table many times."""
    columns = [*SERIES_KEYS[name], VALUE]
    types = dict.fromkeys(SERIES_KEYS[name], "str") | {VALUE: "int64"}
    try:
        table = pd.read_csv(path, dtype=types, encoding="utf-8", keep_default_na=False)
    except ValueError as error:
        raise _damaged(path) from error
    if list(table.columns) != columns:
        raise _damaged(path)
    return table


def _damaged(path: Path) -> UserError:
    return UserError(
        f"{path} er beskadiget og kan ikke læses. Slet filen, og importér tallene fra Danmarks Statistik igen "
        f"(python -m data.statbank FIL)."
    )
