"""The numbers of the columns as the text that stands in the file, a batch at a time."""

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from data.contract import COLUMNS, Column, ColumnKind
from data.demo.columns import Columns, Numbers
from data.demo.days import DATES, DAY, MISSING
from data.demo.pseudonyms import pseudonyms
from data.demo.reports import District
from data.demo.roads import section_names
from data.demo.shipped import area_codes

_PREFIXES = {"haendelse_id": "demo-", "sag_id": "demo-sag-"}

Bytes = NDArray[np.uint8]


def _byte_table(texts: list[str]) -> Bytes:
    """Return texts of one length as a table of bytes, one row a text."""
    return np.frombuffer("".join(texts).encode(), dtype=np.uint8).reshape(len(texts), -1)


_DATE_TEXTS = _byte_table([f"{day:%d-%m-%Y}" for day in DATES.tolist()])
_TIME_TEXTS = _byte_table([f" {minute // 60:02d}:{minute % 60:02d}" for minute in range(DAY)])


def _strings(text: Bytes, present: NDArray[np.bool_]) -> pa.Array:
    """Return an Arrow text column: the rows of the table where present, else empty."""
    ends = np.concatenate([[0], np.cumsum(present)]) * text.shape[1]
    return pa.StringArray.from_buffers(
        len(present),
        pa.py_buffer(ends.astype(np.int32)),
        pa.py_buffer(np.ascontiguousarray(text)),
        pa.py_buffer(np.packbits(present, bitorder="little")),
    )


def _looked_up(numbers: Numbers, texts: pa.Array) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(numbers, mask=numbers == MISSING), texts).dictionary_decode()


def _times(numbers: Numbers) -> pa.Array:
    present = numbers != MISSING
    minutes = numbers[present]
    return _strings(np.hstack([_DATE_TEXTS[minutes // DAY], _TIME_TEXTS[minutes % DAY]]), present)


def _dates(numbers: Numbers) -> pa.Array:
    present = numbers != MISSING
    return _strings(_DATE_TEXTS[numbers[present]], present)


def lists_of_names(district: District) -> dict[str, pa.Array]:
    """Return what the numbers of each listed column mean: codes, municipalities, cells and road sections."""
    names = {name: column.domain for name, column in COLUMNS.items() if column.kind is ColumnKind.CODE}
    names |= {
        "kommunekode": area_codes(),
        "celle_1km": district.places.square_names,
        "celle_100m": district.places.hectare_names(),
        "vejstraekning": section_names(district.sections),
    }
    return {name: pa.array(values) for name, values in names.items()}


def _text(column: Column, numbers: Numbers, names: dict[str, pa.Array], seed: int) -> pa.Array:
    if column.name in names:
        return _looked_up(numbers, names[column.name])
    if column.kind is ColumnKind.TIMESTAMP:
        return _times(numbers)
    if column.kind is ColumnKind.DATE:
        return _dates(numbers)
    if column.kind is ColumnKind.COUNT:
        return pa.array(numbers, mask=numbers == MISSING)
    present = numbers != MISSING
    return _strings(pseudonyms(numbers[present].astype(np.int64), seed, _PREFIXES[column.name]), present)


def as_texts(table: Columns, names: dict[str, pa.Array], seed: int) -> pa.RecordBatch:
    """Return the batch with the contract's columns in its order, as text; counts stay whole numbers."""
    return pa.record_batch({name: _text(column, table[name], names, seed) for name, column in COLUMNS.items()})
