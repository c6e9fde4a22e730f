"""Small invented extracts for the tests of load."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from data.contract import COLUMNS
from data.incidents import open_incidents
from data.load import load
from data.load_report import LoadReport

GOOD = {"haendelse_id": "a-1", "kategori": "henvendelse", "anmeldt": "05-11-2025 14:30", "kommunekode": "157"}
NAMES = tuple(COLUMNS)
TODAY = "2026-01-12"


def row(number: int = 1, **changes: str) -> dict[str, str]:
    """Return a good row with a pseudonym of its own, and these changes."""
    return GOOD | {"haendelse_id": f"a-{number}"} | changes


def text(rows: Iterable[Mapping[str, str]], names: Iterable[str] = NAMES, separator: str = ";", end: str = "\n") -> str:
    """Return the rows as CSV with a header."""
    names = tuple(names)
    lines = [separator.join(names), *(separator.join(each.get(name, "") for name in names) for each in rows)]
    return "".join(line + end for line in lines)


def write(folder: Path, rows: Iterable[Mapping[str, str]], name: str = "udtraek.csv", **form: Any) -> Path:
    """Write the rows as a CSV file, and return its path."""
    path = folder / name
    path.write_text(text(rows, **form), encoding="utf-8", newline="")
    return path


def refusals(report: LoadReport) -> list[tuple[int, str | None]]:
    """Return the lines and columns at fault."""
    return [(refusal.line, refusal.column) for file in report.files for refusal in file.refusals]


def stored(columns: str = "haendelse_id") -> list[tuple[Any, ...]]:
    """Return these columns of the stored incidents, in order."""
    with open_incidents(read_only=True) as connection:
        return connection.execute(f"SELECT {columns} FROM incidents ORDER BY haendelse_id").fetchall()


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Return all that is stored, but for the moment of loading: two states that are equal are the same."""
    tables = {
        "incidents": "* EXCLUDE (delivery)",
        "deliveries": "* EXCLUDE (loaded_at)",
        "coverage": "*",
        "refusals": "*",
        "road_sections": "*",
        "cell_dwellings": "*",
    }
    with open_incidents(read_only=True) as connection:
        return {
            table: connection.execute(f"SELECT {columns} FROM {table} ORDER BY ALL").fetchall()
            for table, columns in tables.items()
        }


def load_one(path: Path, **options: Any) -> LoadReport:
    return load([path], **options)


MOMENT = dt.datetime(2025, 11, 5, 14, 30)
