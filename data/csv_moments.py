"""The form in which a plain CSV writes its times and dates, seen in its first rows."""

import re
from collections.abc import Mapping

from data.contract import COLUMNS, ColumnKind
from data.csv_rows import csv_rows
from data.source import Source

_SAMPLE = range(2, 102)
_USUAL = {ColumnKind.TIMESTAMP: "%d-%m-%Y %H:%M", ColumnKind.DATE: "%d-%m-%Y"}
_DANISH = re.compile(r"\d{1,2}([-./])\d{1,2}\1\d{4}(?: \d{1,2}([:.])\d{2}(\2\d{2})?)?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:([ T])\d{2}:\d{2}(:\d{2})?)?")


def moment_forms(source: Source) -> Mapping[ColumnKind, str]:
    """Return the strptime form of times and of dates; rows in other forms are read one by one."""
    found: dict[ColumnKind, str] = {}
    kinds = [COLUMNS[name.strip().casefold()].kind for name in source.names]
    rows = csv_rows(source.path, source.form, only=_SAMPLE) if source.form else ()
    for _, fields in rows:
        for kind, text in zip(kinds, fields, strict=False):
            if kind in _USUAL and kind not in found and (form := _form(text.strip(), kind)):
                found[kind] = form
    return {**_USUAL, **found}


def _form(text: str, kind: ColumnKind) -> str | None:
    """Return the strptime form of one time or date of the contract, or None when it has another form."""
    if match := _DANISH.fullmatch(text):
        day, clock, seconds = match.groups()
        form = f"%d{day}%m{day}%Y" + (f" %H{clock}%M" if clock else "") + (f"{clock}%S" if seconds else "")
    elif match := _ISO.fullmatch(text):
        between, seconds = match.groups()
        form = "%Y-%m-%d" + (f"{between}%H:%M" if between else "") + (":%S" if seconds else "")
    else:
        return None
    return form if ("%H" in form) == (kind is ColumnKind.TIMESTAMP) else None
