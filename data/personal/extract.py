"""Personal data in the rows of an extract, looked for before anything of them is stored.

A pseudonym is judged whole. Every other column has a closed domain: what lies outside it is never stored, but it is
looked at too, for whoever made the file must be told.
"""

import re
from collections.abc import Callable
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from data.contract import COLUMNS, Column, ColumnKind
from data.municipalities import UNKNOWN, municipality_codes
from data.personal.kinds import Kind
from data.personal.numbers import is_cpr, phone_numbers
from data.personal.pseudonyms import PERHAPS_PERSONAL, kind_of_pseudonym
from data.personal.text import personal_kinds
from data.personal.writing import without_underscores
from data.texts import LINE

# Line, column, kind.
Tell = Callable[[int, str, Kind], None]

_PERHAPS = f"^(?:{PERHAPS_PERSONAL})$"
# Letters: somebody wrote something. Six digits and four, eight or ten of them: no date, time, cell or count of ours.
_PERHAPS_WRITTEN = r"\pL{2}|@|^\d{6}-\d{4}$|^\d{8}$|^\d{10}$"
_CELL = "^1(?:00m|km)_[0-9_]+$"
_SUM_OF_MONEY = "tab_kr"


def without_personal_rows(batch: pa.RecordBatch, tell: Tell) -> pa.RecordBatch:
    """Return the batch without the rows in which personal data seems to stand, telling of each place."""
    at_fault: set[int] = set()
    for column in COLUMNS.values():
        texts = batch.column(column.name)
        if texts.null_count == len(texts):
            continue
        for place in pc.indices_nonzero(_perhaps(column, texts)).to_pylist():
            if kind := _kind(column, texts[place].as_py()):
                tell(batch.column(LINE)[place].as_py(), column.name, kind)
                at_fault.add(place)
    if not at_fault:
        return batch
    return batch.take(pa.array([place for place in range(len(batch)) if place not in at_fault], pa.int64()))


def _perhaps(column: Column, texts: pa.Array) -> pa.Array:
    """Return which texts are worth a closer look."""
    if column.kind in (ColumnKind.CODE, ColumnKind.MUNICIPALITY):
        found = pc.invert(pc.is_in(texts, _codes(column)))
    elif column.kind is ColumnKind.PSEUDONYM:
        fits = pc.match_substring_regex(texts, f"^{column.pattern}$")
        found = pc.or_(pc.match_substring_regex(texts, _PERHAPS), pc.invert(fits))
    else:
        written = pc.match_substring_regex(texts, _PERHAPS_WRITTEN)
        found = pc.and_(written, pc.invert(pc.match_substring_regex(texts, _CELL)))
    return pc.and_(pc.is_valid(texts), pc.fill_null(found, False))


def _codes(column: Column) -> pa.Array:
    places = (*municipality_codes(), UNKNOWN)
    return pa.array(column.domain or (*places, *(f"0{code}" for code in places)), pa.string())


@lru_cache(maxsize=10_000)  # a code that the contract does not know stands in every row of a foreign file
def _kind(column: Column, text: str) -> Kind | None:
    if column.kind is ColumnKind.PSEUDONYM and re.fullmatch(column.pattern, text):
        return kind_of_pseudonym(text)
    if not text.isdigit() or column.kind in (ColumnKind.CODE, ColumnKind.MUNICIPALITY, ColumnKind.PSEUDONYM):
        return next(iter(personal_kinds(without_underscores(text))), None)
    if is_cpr(text):
        return Kind.CPR
    # Eight digits in a row are a date to some, and a loss of that many kroner happens.
    is_persons = column.kind is ColumnKind.COUNT and column.name != _SUM_OF_MONEY
    return Kind.PHONE if is_persons and phone_numbers(text) else None
