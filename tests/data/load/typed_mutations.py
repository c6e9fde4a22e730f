"""Mutated extracts as Parquet and workbooks: the same texts, typed where every value of theirs allows it."""

import datetime as dt
import io
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from hypothesis import strategies as st

from data.contract import COLUMNS, ColumnKind
from tests.data.load.mutations import Extract, covers, tables
from tests.data.load.oracle import read_value

FIRST_EXCEL_DAY = dt.datetime(1900, 3, 1)
TYPES: dict[ColumnKind, Sequence[Any]] = {
    ColumnKind.COUNT: (pa.int64(), pa.float64(), pa.decimal128(12, 2), pa.int32()),
    ColumnKind.MUNICIPALITY: (pa.int64(), pa.float64(), pa.dictionary(pa.int8(), pa.string())),
    ColumnKind.CODE: (pa.dictionary(pa.int8(), pa.string()), pa.large_string(), pa.string_view()),
    ColumnKind.TIMESTAMP: (pa.timestamp("s"), pa.timestamp("us"), pa.timestamp("ns")),
    ColumnKind.DATE: (pa.date32(), pa.timestamp("ms")),
    ColumnKind.PSEUDONYM: (pa.large_string(), pa.binary()),
}


def as_value(name: str, text: str) -> Any:
    """Return the typed value that is written as this text, or None when only the text itself can be stored."""
    column, value = COLUMNS[name], read_value(COLUMNS[name], text.strip())
    if column.kind in (ColumnKind.COUNT, ColumnKind.MUNICIPALITY):
        return int(text) if value is not None and re.fullmatch("0|[1-9][0-9]*", text) else None
    if column.kind is ColumnKind.DATE and value is not None:
        return dt.datetime.combine(value, dt.time())
    return value


@st.composite
def parquet_files(draw: st.DrawFn) -> Extract:
    """Return a mutated Parquet file. Its rows are lines 2 and on."""
    names, rows = draw(tables())
    fields = {name: draw(parquet_columns(name, [row[place] for row in rows])) for place, name in enumerate(names)}
    file = io.BytesIO()
    pq.write_table(pa.table(fields), file, row_group_size=draw(st.integers(1, 20)), compression="NONE")
    lines = tuple((line, row) for line, row in enumerate([names, *rows], start=1))
    return Extract("udtraek_2026-01-12.parquet", file.getvalue(), rows=lines, covered=draw(covers()))


@st.composite
def parquet_columns(draw: st.DrawFn, name: str, texts: Sequence[str]) -> pa.Array:
    """Return the texts as a column, of a type that holds them all."""
    kind, values = COLUMNS[name].kind, [as_value(name, text) if text else None for text in texts]
    whole = all(value is not None or not text for value, text in zip(values, texts, strict=True))
    if kind not in TYPES or not whole or draw(st.booleans()):
        return pa.array([text or None for text in texts] if draw(st.booleans()) else texts, pa.string())
    wanted = draw(st.sampled_from(TYPES[kind]))
    if pa.types.is_decimal(wanted):
        return pa.array([None if value is None else Decimal(value) for value in values], wanted)
    if pa.types.is_dictionary(wanted):
        return pa.array([text or None for text in texts], pa.string()).dictionary_encode()
    if kind in (ColumnKind.CODE, ColumnKind.PSEUDONYM):
        return pa.array([text.encode() if pa.types.is_binary(wanted) else text for text in texts], wanted)
    return pa.array(values, wanted)


@st.composite
def workbooks(draw: st.DrawFn) -> Extract:
    """Return a mutated workbook; empty rows before the header and among the others are none."""
    names, rows = draw(tables())
    file, empty = io.BytesIO(), draw(st.integers(0, 2))
    typed = draw(st.booleans())
    with xlsxwriter.Workbook(file, {"in_memory": True, "date_1904": draw(st.booleans())}) as book:
        sheet, moment = book.add_worksheet(), book.add_format({"num_format": "dd-mm-yyyy hh:mm"})
        for at, row in enumerate([names, *rows], start=empty):
            for place, text in enumerate(row):
                writer_of(sheet, moment, typed and at > empty, names[place], text)(at, place)
    lines = [(line, row) for line, row in enumerate([names, *rows], start=empty + 1) if any(row)]
    return Extract("udtraek_2026-01-12.xlsx", file.getvalue(), rows=tuple(lines), covered=draw(covers()))


def writer_of(sheet: Any, moment: Any, typed: bool, name: str, text: str) -> Callable[[int, int], Any]:
    """Return what writes the text into a cell: as a number or a date where that means the same."""
    value = as_value(name, text) if typed and text else None
    if isinstance(value, dt.datetime) and value >= FIRST_EXCEL_DAY:
        return lambda at, place: sheet.write_datetime(at, place, value, moment)
    if isinstance(value, int) and value < 2**31:
        return lambda at, place: sheet.write_number(at, place, value)
    return lambda at, place: sheet.write_string(at, place, text)
