"""The two small files beside the extract: road sections, and dwellings per 1 km cell. Each replaces its whole table."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from data.contract import COLUMNS
from data.errors import UserError
from data.home import today
from data.load_report import FileReport
from data.municipalities import UNKNOWN, municipality_codes
from data.personal.kinds import Kind
from data.personal.pseudonyms import kind_of_pseudonym
from data.personal.text import personal_kinds
from data.profile import plain
from data.refusals import REASONS
from data.source import Source

_SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class Field:
    """A column of a companion file: how its text is read (None when it cannot be), and why it is refused."""

    read: Callable[[str], Any]
    reason: str
    required: bool = True


def _matching(pattern: str) -> Callable[[str], str | None]:
    return lambda text: text if re.fullmatch(pattern, text, re.ASCII) else None


def _municipality(text: str) -> str | None:
    code = text[1:] if len(text) == 4 and text[0] == "0" else text
    return code if code in (*municipality_codes(), UNKNOWN) else None


def _whole(text: str) -> int | None:
    # Below the eight digits of a telephone number: more vehicles or dwellings than that are nowhere.
    return int(text.replace(".", "")) if re.fullmatch(r"\d{1,7}|\d{1,3}(\.\d{3}){1,2}", text, re.ASCII) else None


def _length(text: str) -> float | None:
    return float(text.replace(",", ".")) if re.fullmatch(r"\d{1,4}([.,]\d{1,6})?", text, re.ASCII) else None


def _day(text: str) -> dt.date | None:
    for form in ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d %H:%M:%S"):
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


_CODE = Field(_municipality, REASONS["municipality"])
_WHOLE = Field(_whole, REASONS["count"], required=False)
_DAY = Field(_day, REASONS["date"], required=False)
COMPANIONS: Mapping[str, Mapping[str, Field]] = {
    "road_sections": {
        "id": Field(_matching(COLUMNS["vejstraekning"].pattern), REASONS["pseudonym"]),
        "kommunekode": _CODE,
        "laengde_km": Field(_length, "er ikke en længde i km", required=False),
        "adt": _WHOLE,
        "hastighed_foer": _WHOLE,
        "hastighed_efter": _WHOLE,
        "fra": _DAY,
        "til": _DAY,
    },
    "cell_dwellings": {
        "celle_1km": Field(_matching(COLUMNS["celle_1km"].pattern), REASONS["cell"]),
        "kommunekode": _CODE,
        "boliger": Field(_whole, REASONS["count"]),
    },
}
# What people call them.
_TOLD = {"road_sections": "vejstrækninger", "cell_dwellings": "boliger pr. celle"}
COMPANION_NAMES = frozenset(name for fields in COMPANIONS.values() for name in fields)


def companion_table(names: Sequence[str]) -> str | None:
    """Return the table that a file with these columns replaces, or None when it is no companion."""
    found = {plain(name) for name in names}
    return next((table for table, fields in COMPANIONS.items() if found == set(fields)), None)


def told_of_companion(table: str) -> str:
    """Return what a companion's table holds, in Danish."""
    return _TOLD[table]


def replace_companion(connection: duckdb.DuckDBPyConnection, table: str, source: Source) -> FileReport:
    """Replace the table's rows with the file's. Raises UserError, with line and column, when a row cannot be used."""
    loaded = connection.execute(
        "SELECT rows FROM companions WHERE table_name = $table AND sha256 = $sha256",
        {"table": table, "sha256": source.sha256},
    ).fetchall()
    if loaded:
        return FileReport(source.path.name, table, source.sha256, accepted=loaded[0][0], already_loaded=True)
    rows = [_row(fields, line, table, source) for line, fields in source.rows()]
    if not rows:
        raise UserError(f"{source.path.name} har ingen rækker ud over overskriften. Intet er ændret.")
    _replace(connection, table, rows)
    connection.execute("DELETE FROM companions WHERE table_name = $table", {"table": table})
    connection.execute(
        "INSERT INTO companions VALUES (?, ?, ?, ?, ?)",
        [table, source.path.name, source.sha256, len(rows), dt.datetime.combine(today(), dt.time())],
    )
    return FileReport(source.path.name, table, source.sha256, accepted=len(rows))


def _replace(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[Any]]) -> None:
    columns = dict(zip(COMPANIONS[table], map(list, zip(*rows, strict=True)), strict=True))
    connection.register("companion", pa.table(columns))
    connection.execute(f"DELETE FROM {table}")
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM companion")
    connection.unregister("companion")


def _row(fields: Sequence[str], line: int, table: str, source: Source) -> list[Any]:
    if len(fields) < len(source.names):
        raise UserError(f"{source.path.name}, linje {line}: {REASONS['width']}.")
    texts = dict(zip(map(plain, source.names), fields, strict=False))
    return [_value(texts[name].strip(), name, field, line, source) for name, field in COMPANIONS[table].items()]


def _value(text: str, name: str, field: Field, line: int, source: Source) -> Any:
    if not text and not field.required:
        return None
    value = field.read(text)
    if kind := _personal_kind(text, value):
        raise UserError(f"{source.path.name}, linje {line}: {name} ligner {kind}. Intet er ændret.")
    if value is None:
        raise UserError(f"{source.path.name}, linje {line}: {name} {field.reason}. Intet er ændret.")
    return value


def _personal_kind(text: str, value: Any) -> Kind | None:
    """Return the kind of personal data that an id, or a text that could not be read, seems to be."""
    if value is None:
        return next(iter(personal_kinds(text)), None)
    return kind_of_pseudonym(value) if isinstance(value, str) else None
