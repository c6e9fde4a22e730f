"""Extracts that fight back: good rows, damaged in every way that a file has of being damaged."""

import csv
import datetime as dt
import io
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from data.catalogue import CATEGORIES
from data.contract import COLUMNS, ColumnKind
from data.municipalities import UNKNOWN, municipality_codes
from tests.data.load.extracts import NAMES, row
from tests.data.load.oracle import Covered, Row

TODAY = dt.date(2026, 1, 12)
LATEST = dt.datetime(2026, 1, 12, 23, 59)
DAY_FORMS = ("%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d")
TIME_FORMS = ("%d-%m-%Y %H:%M", "%d.%m.%Y %H:%M", "%d/%m/%Y %H.%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M")

ODD = [
    "", " ", "  x ", "-", "0", "-1", "007", "12.500", "12.50", "1.5", "1e3", "99999999999", "+3", "3,0", "ja", "JA",
    " nej ", "157", "0157", "0998", "998", "101", "0101", "57", "indbrud_beboelse", "Indbrud_beboelse", "2110625629",
    "21-10-62-5629", "40253112", "1km_6212_711", "1km_6212_7111", "100m_62121_7112", "a", "x" * 64, "x" * 65,
    "=cmd|' /C calc'!A0", "@SUM(A1)", "-2", "æøå", "“dør” – 5 €", "\u00a0157\u00a0", "05-11-2025 14:30",
    "05.11.2025 14:30", "05/11/2025 14.30", "2025-11-05 14:30", "2025-11-05T14:30:59", "5-1-2025 9:05",
    "05-11.2025 14:30", "05-11-25 14:30", "31-02-2025 10:00", "29-02-2024 10:00", "29-02-2025 10:00",
    "26-10-2025 02:30", "30-03-2025 02:30", "12-01-2026 23:59", "13-01-2026 00:00", "01-01-2052 10:00",
    "01-01-1900 00:00", "infinity", "epoch", "05-11-2025", "2025-11-05", "05.11.2025", "31.02.2025", "12-01-2026",
    "13-01-2026", "01-01-1970", "NULL", "nan", "?", "45966,6", "１５７", "a\u2028b", "a\x0bb", "\x1cja",
    "Rocker_bande", "forbandelse",
]  # fmt: skip
WITHIN_QUOTES = ["a\nb", "a\r\nb", 'x"y', '"', ";", ",", "\t", "ja\n"]
_SEPARATING = ';\t,"\r\n\0\ufffd'
VALUES = st.one_of(
    st.sampled_from(ODD), st.text(st.characters(exclude_characters=_SEPARATING, codec="cp1252"), max_size=8)
)


@dataclass(frozen=True)
class Extract:
    """A file to load. `rows`: what the slow reader is to judge where it cannot read the file itself (not CSV)."""

    name: str
    content: bytes
    encoding: str = ""
    separator: str = ""
    rows: tuple[Row, ...] | None = None
    covered: Covered | None = None

    def written(self, folder: Path) -> Path:
        """Write the extract, and beside it what it covers; return its path."""
        path, beside = folder / self.name, folder / f"{self.name}.covers.toml"
        path.write_bytes(self.content)
        beside.unlink(missing_ok=True)
        if self.covered:
            beside.write_text(self.covered.toml(), encoding="utf-8")
        return path


def plausible(name: str) -> st.SearchStrategy[str]:
    """Return values that a column may well have."""
    column = COLUMNS[name]
    match column.kind:
        case ColumnKind.CODE:
            return st.sampled_from(["", *column.domain])
        case ColumnKind.MUNICIPALITY:
            return st.sampled_from([*municipality_codes(), UNKNOWN, "0157"])
        case ColumnKind.COUNT:
            return st.one_of(st.just(""), st.integers(0, 20_000).map(str))
        case ColumnKind.TIMESTAMP:
            moments = st.datetimes(dt.datetime(2024, 1, 1), LATEST)
            return st.builds(dt.datetime.strftime, moments, st.sampled_from(TIME_FORMS))
        case ColumnKind.DATE:
            days = st.dates(dt.date(2024, 1, 1), TODAY)
            return st.builds(dt.date.strftime, days, st.sampled_from(DAY_FORMS))
        case ColumnKind.PSEUDONYM:
            return st.sampled_from(["", "a-1", "s1", "f47ac10b-58cc-4372-a567-0e02b2c3d479"])
    return st.sampled_from(["", "1km_6212_711", "100m_62121_7112"])


_PLAUSIBLE = {name: st.one_of(plausible(name), VALUES) for name in NAMES}


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    """Return column names and rows of texts, some of them changed."""
    names = list(draw(st.permutations(NAMES)) if draw(st.booleans()) else NAMES)
    rows = [[row(number).get(name, "") for name in names] for number in range(draw(st.integers(1, 12)))]
    for fields in rows:
        for place in draw(st.lists(st.integers(0, len(names) - 1), max_size=3)):
            fields[place] = draw(_PLAUSIBLE[names[place]])
    return names, rows


@st.composite
def covers(draw: st.DrawFn) -> Covered | None:
    """Return what a covers file tells, or None for none."""
    if draw(st.integers(0, 3)):
        return None
    places = draw(st.lists(st.sampled_from((*municipality_codes(), UNKNOWN)), min_size=1, unique=True))
    months = st.integers(2024 * 12, 2026 * 12)
    first, last = sorted((draw(months), draw(months)))
    return Covered(tuple({"157", *places}), first, last, tuple(draw(st.sampled_from([CATEGORIES, ["henvendelse"]]))))


@st.composite
def csv_files(draw: st.DrawFn) -> Extract:
    """Return a mutated CSV. About half are plain: DuckDB reads those itself."""
    names, rows = draw(tables())
    plain = draw(st.booleans())
    for _ in range(draw(st.integers(0, 2))):  # a row cut, lengthened or repeated; the header again; no row at all
        place = draw(st.integers(0, len(rows) - 1))
        fields = rows[place]
        changed = [
            fields[: len(names) // 2],
            [*fields, "x"],
            [*fields, "", ""],
            fields,
            names,
            [n.upper() for n in names],
        ]
        rows.insert(place, list(draw(st.sampled_from(changed if plain else [*changed, [], [" "]]))))
    separator = draw(st.sampled_from(";\t"))
    quoting = csv.QUOTE_NONE if plain else draw(st.sampled_from([csv.QUOTE_NONE, csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
    if quoting != csv.QUOTE_NONE:
        separator = draw(st.sampled_from(";\t,"))
        for fields in draw(st.lists(st.sampled_from(rows), max_size=2)):
            if len(fields) == len(names):
                fields[draw(st.integers(0, len(names) - 1))] = draw(st.sampled_from(WITHIN_QUOTES))
    header = draw(st.sampled_from([names, [name.upper() for name in names], [f" {name} " for name in names]]))
    ends = draw(st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=1, max_size=1 if plain else 2))
    text = "".join(
        line(fields, separator, quoting) + end for fields, end in zip([header, *rows], itertools.cycle(ends))
    )
    damage = draw(st.sampled_from([""] * 30 + ["\ufffd", "\0"]))
    text += damage
    encodings = ["utf-8", "utf-8-sig"] if plain or damage else ["utf-8", "utf-8-sig", "utf-16", "cp1252"]
    encoding = draw(st.sampled_from(encodings))
    return Extract(
        "udtraek_2026-01-12.csv", text.encode(encoding, "replace"), encoding, separator, None, draw(covers())
    )


def line(fields: Sequence[str], separator: str, quoting: Any) -> str:
    """Return the fields as one record without its line end."""
    if quoting == csv.QUOTE_NONE or not fields:
        return separator.join(fields)
    written = io.StringIO()
    csv.writer(written, delimiter=separator, quoting=quoting, lineterminator="").writerow(fields)
    return written.getvalue()
