"""Rows of any file as columns of text under the contract's names, ready to be checked."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc

from data.contract import COLUMNS, ColumnKind
from data.header import Layout
from data.profile import Profile

# Small enough for the memory, large enough for DuckDB.
ROWS_AT_A_TIME = 20_000
TYPED_MOMENT = "%Y-%m-%d %H:%M:%S"
LINE = "line"
TEXT_SCHEMA = pa.schema([(LINE, pa.int64()), *((name, pa.string()) for name in COLUMNS)])
DAMAGED = "\ufffd"
_UNREADABLE_DATE = "?"


class DamagedTextError(Exception):
    """Text with U+FFFD in it: somebody saved the file in an encoding that lacks æ, ø and å."""


def batches(
    rows: Iterable[tuple[int, Sequence[str]]],
    layout: Layout,
    profile: Profile | None,
    refuse: Callable[[int, str], None],
) -> Iterator[pa.RecordBatch]:
    """Yield the rows as record batches: `line`, and every column of the contract as trimmed text, empty as missing.

    `refuse(line, reason)` is told of the rows that are none: another number of fields, or the header once more.
    Only the layout's columns are touched; a dropped field is never kept.
    """
    iterator = iter(_whole(rows, layout, refuse))
    while block := list(islice(iterator, ROWS_AT_A_TIME)):
        lines = pa.array([line for line, _ in block], pa.int64())
        columns = list(zip(*(fields for _, fields in block), strict=False))  # no row is narrower than the header
        texts = {name: _joined([columns[place] for place in places]) for name, places in layout.places.items()}
        yield batch(lines, texts, profile)


def _joined(columns: Sequence[Sequence[str]]) -> pa.Array:
    texts = columns[0] if len(columns) == 1 else [" ".join(parts) for parts in zip(*columns, strict=True)]
    return pa.array(texts, pa.string())


def _whole(
    rows: Iterable[tuple[int, Sequence[str]]], layout: Layout, refuse: Callable[[int, str], None]
) -> Iterator[tuple[int, Sequence[str]]]:
    width, first = layout.width, layout.used[0]
    for line, fields in rows:
        if len(fields) != width and (len(fields) < width or any(field.strip() for field in fields[width:])):
            refuse(line, "width")
        elif _names(fields, layout, first) and all(_names(fields, layout, place) for place in layout.used):
            refuse(line, "header")
        else:
            yield line, fields


def _names(fields: Sequence[str], layout: Layout, place: int) -> bool:
    return fields[place].strip().casefold() == layout.names[place]


def batch(lines: pa.Array, texts: Mapping[str, pa.Array], profile: Profile | None) -> pa.RecordBatch:
    """Return a record batch of text columns, with the profile's constants and values; absent columns are null."""
    columns: dict[str, pa.Array] = {LINE: lines}
    for name in COLUMNS:
        column = _trimmed(texts[name]) if name in texts else pa.nulls(len(lines), pa.string())
        if profile is not None:
            column = _translated(name, column, profile)
        columns[name] = column
    return pa.RecordBatch.from_pydict(columns, schema=TEXT_SCHEMA)


def _trimmed(column: pa.Array) -> pa.Array:
    if pc.any(pc.match_substring(column, DAMAGED)).as_py():
        raise DamagedTextError
    trimmed = pc.utf8_trim_whitespace(column)
    return pc.if_else(pc.equal(trimmed, ""), None, trimmed)


def _translated(name: str, column: pa.Array, profile: Profile) -> pa.Array:
    if name in profile.constants:
        return pa.array([profile.constants[name]] * len(column), pa.string())
    if name in profile.values:
        column = pa.array(
            [None if text is None else profile.value(name, text) for text in column.to_pylist()], pa.string()
        )
        column = pc.if_else(pc.equal(column, ""), None, column)
    if profile.date_formats and COLUMNS[name].kind in (ColumnKind.TIMESTAMP, ColumnKind.DATE):
        return pa.array([_moment(text, profile.date_formats) for text in column.to_pylist()], pa.string())
    return column


def _moment(text: str | None, formats: Sequence[str]) -> str | None:
    """Return a foreign date or time as the contract writes it; what no format reads is left for the check to refuse."""
    if text is None:
        return None
    for form in (TYPED_MOMENT, *formats):
        try:
            return dt.datetime.strptime(text, form).strftime(TYPED_MOMENT)
        except ValueError:
            continue
    return _UNREADABLE_DATE
