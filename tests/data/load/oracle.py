"""A slow and obvious reader of the contract: one row at a time, nothing but the standard library.

It is the second opinion on load: written from EXTRACT's words, sharing no code with it but the column table.
"""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.contract import COLUMNS, Column, ColumnKind
from data.municipalities import UNKNOWN, municipality_codes

DAYS = ("%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d")
CLOCKS = ("%H:%M", "%H.%M", "%H:%M:%S", "%H.%M.%S")
EARLIEST = dt.date(1970, 1, 2)


Row = tuple[int, list[str]]


@dataclass(frozen=True)
class Covered:
    """What a covers file tells; the months as `year * 12 + month - 1`."""

    municipalities: tuple[str, ...]
    first: int
    last: int
    categories: tuple[str, ...]

    def holds(self, values: Mapping[str, Any]) -> bool:
        """Return whether a row lies within."""
        month = values["anmeldt"].year * 12 + values["anmeldt"].month - 1
        inside = self.first <= month <= self.last and values["kategori"] in self.categories
        return inside and values["kommunekode"] in self.municipalities

    def toml(self) -> str:
        """Return the covers file."""
        first, last = (f"{month // 12:04d}-{month % 12 + 1:02d}" for month in (self.first, self.last))
        lists = f"municipalities = {list(self.municipalities)}\ncategories = {list(self.categories)}\n"
        return f'{lists}from = "{first}"\nto = "{last}"\n'


@dataclass
class Opinion:
    """What should become of a file: the accepted rows by pseudonym, and the refused lines."""

    accepted: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)


def opinion(header: Sequence[str], rows: Iterable[Row], extracted: dt.date, covered: Covered | None = None) -> Opinion:
    """Return what should become of the rows of a file; of one with what may never enter nothing is accepted."""
    told = Opinion()
    names = [name.strip().lower() for name in header]
    for line, fields in rows:
        if of_full_width(names, fields) and (holds_personal_data(names, fields) or is_of_gangs(names, fields)):
            return Opinion()
        values = read_row(names, fields, extracted)
        if values is None or values["haendelse_id"] in told.accepted or (covered and not covered.holds(values)):
            told.refused.add(line)
        else:
            told.accepted[values["haendelse_id"]] = values
    return told


def csv_opinion(
    path: Path, encoding: str, separator: str, extracted: dt.date, covered: Covered | None = None
) -> Opinion:
    """Return what should become of a CSV file; of one with lost letters or NUL bytes nothing is accepted."""
    with path.open(encoding=encoding, newline="") as file:
        if set("\ufffd\0") & set(file.read()):
            return Opinion()
        file.seek(0)
        reader = csv.reader(file, delimiter=separator)
        return opinion(next(reader), records(reader), extracted, covered)


def records(reader: Any) -> Iterator[Row]:
    """Yield every row that is not empty, and the line on which it begins."""
    first = reader.line_num + 1
    for fields in reader:
        if len(fields) > 1 or "".join(fields).strip():
            yield first, fields
        first = reader.line_num + 1


def of_full_width(header: list[str], fields: list[str]) -> bool:
    """Return whether a row has a field for every column, and nothing beyond."""
    return len(fields) >= len(header) and not any(text.strip() for text in fields[len(header) :])


def holds_personal_data(header: list[str], fields: list[str]) -> bool:
    """Return whether a row holds a number of a person."""
    return any(is_personal(COLUMNS[name], text.strip()) for name, text in zip(header, fields, strict=False))


def is_of_gangs(header: list[str], fields: list[str]) -> bool:
    """Return whether a word of the row's category begins as those that are never incidents here."""
    words = re.split("[^a-zæøå]", fields[header.index("kategori")].lower())
    return any(word.startswith(("rocker", "bande", "psp")) for word in words)


def is_personal(column: Column, text: str) -> bool:
    """Return whether a text is a number of a person where it stands; enough for the numbers that mutations hold."""
    digits = re.sub("[-_]", "", text)
    if not digits.isdigit():
        return False
    cpr = len(digits) == 10 and 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12
    match column.kind:
        case ColumnKind.PSEUDONYM:
            return len(digits) in (8, 10) or re.fullmatch(r"(00)?45\d{8}", digits) is not None
        case ColumnKind.CODE | ColumnKind.MUNICIPALITY:
            return cpr or re.fullmatch(r"[2-9]\d{7}|\d{10,14}", text) is not None
        case ColumnKind.COUNT if column.name != "tab_kr" and re.fullmatch(r"[2-9]\d{7}", text):
            return True
    return cpr and digits == text


def read_row(header: list[str], fields: list[str], extracted: dt.date) -> dict[str, Any] | None:
    """Return the typed values of a row, or None when it is refused."""
    if not of_full_width(header, fields):
        return None
    texts = {name: text.strip() for name, text in zip(header, fields, strict=False)}
    values: dict[str, Any] = {}
    for column in COLUMNS.values():
        text = texts.get(column.name, "")
        if not text:
            if column.required:
                return None
            values[column.name] = None
            continue
        value = read_value(column, text)
        if value is None or (isinstance(value, dt.date) and not EARLIEST <= day_of(value) <= extracted):
            return None
        values[column.name] = value
    return values


def day_of(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def read_value(column: Column, text: str) -> Any:
    """Return the typed value, or None when the text is not in the column's domain."""
    match column.kind:
        case ColumnKind.PSEUDONYM:
            return text if re.fullmatch(r"[A-Za-z0-9_-]{1,64}", text) else None
        case ColumnKind.CELL:
            return text if re.fullmatch(column.pattern, text, re.ASCII) else None
        case ColumnKind.CODE:
            return text if text in column.domain else None
        case ColumnKind.MUNICIPALITY:
            code = text[1:] if len(text) == 4 and text.startswith("0") else text
            return code if code in (*municipality_codes(), UNKNOWN) else None
        case ColumnKind.COUNT:
            whole = re.fullmatch(r"[0-9]+|[0-9]{1,3}(\.[0-9]{3})+", text)
            number = int(text.replace(".", "")) if whole else None
            return number if number is not None and number < 2**31 else None
        case ColumnKind.DATE:
            return next((moment.date() for day in DAYS if (moment := parsed(text, day))), None)
        case ColumnKind.TIMESTAMP:
            forms = (f"{day}{between}{clock}" for day in DAYS for between in (" ", "T") for clock in CLOCKS)
            return next((moment for form in forms if (moment := parsed(text, form))), None)


def parsed(text: str, form: str) -> dt.datetime | None:
    """Return the moment; strptime alone would also read a year of two digits as one of four."""
    try:
        moment = dt.datetime.strptime(text, form)
    except ValueError:
        return None
    return moment if re.search(r"\d{4}", text) else None
