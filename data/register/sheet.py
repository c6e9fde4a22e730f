"""Entries of one kind as a CSV file: exported with every field, and read back as what the rows describe."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from data.errors import UserError
from data.register.entries import Entry
from data.register.form import FORMULA_STARTS, FieldsRefusedError, written_texts
from data.register.kept import Form
from data.text_survey import survey

Content = TypeVar("Content")

# `id` and `version` tell which entry a row is, and what the person who edited the file had seen of it.
IDENTITY, VERSION = "id", "version"
# Written for the reader, never read back.
EDITED = ("rettet", "rettet_af")
SEPARATORS = (";", ",", "\t")
# More reasons than this nobody reads.
_MOST_REASONS = 20


@dataclass(frozen=True)
class SheetRow(Generic[Content]):
    """A row of a file: its first line, what it describes, and the id and version it was exported with, if any."""

    line: int
    content: Content
    identity: str | None
    version: int | None


class FileRefusedError(UserError):
    """The file was refused as a whole; `reasons` name line and column, never a value."""

    def __init__(self, name: str, reasons: Sequence[str]) -> None:
        more = len(reasons) - _MOST_REASONS
        shown = [*reasons[:_MOST_REASONS], *([f"… og {more} til."] if more > 0 else [])]
        super().__init__("\n".join([f"{name} er ikke importeret. Intet er ændret.", *shown]))
        self.reasons = tuple(reasons)


def columns(form: Form[Any]) -> tuple[str, ...]:
    """Return the columns of a file of this kind, in order."""
    return (IDENTITY, VERSION, *(field.column for field in form.fields), *EDITED)


def csv_of(form: Form[Content], entries: Sequence[Entry[Content]]) -> bytes:
    """Return the entries as CSV that Danish Excel opens right: `;`, UTF-8 with byte order mark."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns(form))
    for entry in entries:
        texts = written_texts(form.fields, entry.content)
        edited_at = entry.edited_at.astimezone().isoformat(" ", "minutes")[:16] if entry.edited_at else ""
        fields = (texts[field.column] for field in form.fields)
        writer.writerow([entry.id, entry.version, *fields, edited_at, _never_a_formula(entry.edited_by)])
    return text.getvalue().encode("utf-8-sig")


def _never_a_formula(name: str) -> str:
    """Return who edited so that no spreadsheet runs it. Fields need no such thing: they are refused when typed."""
    return f"'{name}" if name.startswith(FORMULA_STARTS) else name


def read_sheet(form: Form[Content], path: Path) -> tuple[SheetRow[Content], ...]:
    """Return the rows of a CSV file. Raises FileRefusedError with every reason, or UserError for no such file.

    UTF-8 or Windows-1252; `;`, `,` or tab; columns in any order and case. Empty rows are passed over.
    """
    with path.open(encoding=survey(path).encoding, newline="") as file:
        text = file.read()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    reasons: list[str] = []
    rows: list[SheetRow[Content]] = []
    try:
        header = _header(form, next(reader, []), path.name)
        line = reader.line_num + 1
        for fields in reader:
            if any(field.strip() for field in fields):
                rows += _row(form, line, fields, header, reasons)
            line = reader.line_num + 1
    except csv.Error:
        reasons.append(f"Linje {reader.line_num}: et anførselstegn er ikke afsluttet.")
    reasons += _repeated(form, rows)
    if reasons:
        raise FileRefusedError(path.name, reasons)
    return tuple(rows)


def _separator(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(SEPARATORS, key=first.count)


def _header(form: Form[Any], cells: Sequence[str], name: str) -> list[str]:
    header = [cell.strip().casefold() for cell in cells]
    known = columns(form)
    unknown = [str(place) for place, column in enumerate(header, 1) if column not in known]
    missing = [field.column for field in form.fields if field.required and field.column not in header]
    reasons = [f"Kolonne nr. {', '.join(unknown)} er ukendt. Kendte kolonner: {', '.join(known)}."] if unknown else []
    reasons += [f"Kolonnen »{column}« mangler." for column in missing]
    reasons += [f"Kolonnen »{column}« står der to gange." for column in known if header.count(column) > 1]
    if reasons:
        raise FileRefusedError(name, reasons)
    return header


def _row(
    form: Form[Content], line: int, fields: Sequence[str], header: Sequence[str], reasons: list[str]
) -> list[SheetRow[Content]]:
    """Return the row alone in a list, or an empty list when reasons against it were added."""
    if len(fields) != len(header):
        reasons.append(f"Linje {line}: {len(fields)} felter, men overskriften har {len(header)}.")
        return []
    texts = dict(zip(header, fields, strict=True))
    version = texts.get(VERSION, "").strip()
    if version and not version.isdecimal():
        reasons.append(f"Linje {line}, kolonne »{VERSION}«: skriv et helt tal, eller lad feltet stå tomt.")
        return []
    try:
        content = form.checked(texts)
    except FieldsRefusedError as refused:
        reasons += [f"Linje {line}, kolonne »{fault.column}«: {fault.text}" for fault in refused.faults]
        return []
    identity = texts.get(IDENTITY, "").strip() or None
    return [SheetRow(line, content, identity, int(version) if version else None)]


def _repeated(form: Form[Content], rows: Sequence[SheetRow[Content]]) -> list[str]:
    """Return a reason for each row that describes the same as an earlier one."""
    first: dict[object, int] = {}
    reasons = []
    for row in rows:
        for key in (form.same(row.content), *([row.identity] if row.identity else [])):
            if first.setdefault(key, row.line) != row.line:
                reasons.append(f"Linje {row.line}: samme {form.name} som linje {first[key]}.")
                break
    return reasons
