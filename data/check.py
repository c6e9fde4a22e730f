"""What a value of the contract looks like, as SQL: text in, the typed value or NULL out.

The expressions are made from `data.contract` alone; nothing from a file is ever part of them.
"""

from collections.abc import Sequence

from data.contract import Column, ColumnKind
from data.incidents_schema import sql_type
from data.personal.pseudonyms import PERHAPS_PERSONAL

# Day first or ISO, so a value never has two readings; separators are the same within a date and within a time.
_DAY = r"(?:\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{1,2}-\d{1,2})"
_CLOCK = r"(?:\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d{1,6})?)?|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)"
_MIDNIGHT = r"(?:[T\s]\s*00?[:.]00(?:[:.]00)?(?:\.0{1,6})?)"
_TIMESTAMP_SHAPE = rf"{_DAY}[T\s]\s*{_CLOCK}"
_DATE_SHAPE = rf"{_DAY}{_MIDNIGHT}?"
_COUNT_SHAPE = r"\d{1,10}|\d{1,3}(?:\.\d{3}){1,3}"
_DATE_FORMATS = ("%d-%m-%Y", "%Y-%m-%d")
_TIMESTAMP_FORMATS = tuple(f"{day} {clock}" for day in _DATE_FORMATS for clock in ("%H-%M", "%H-%M-%S", "%H-%M-%S-%f"))


def _one_of(values: Sequence[str]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def fits(column: Column, text: str) -> str:
    """Return the SQL condition that a text has the form of a pseudonym or a cell."""
    return f"regexp_full_match({text}, '{column.pattern}')"


def is_beyond_doubt(column: Column, text: str) -> str:
    """Return the SQL condition that a text may be stored unseen: it fits, and cannot be personal data either."""
    if column.kind is ColumnKind.PSEUDONYM:
        return f"({fits(column, text)} AND NOT regexp_full_match({text}, '{PERHAPS_PERSONAL}'))"
    return fits(column, text)


def typed(column: Column, text: str) -> str:
    """Return the SQL value of a column from trimmed text; NULL when the text is not in the column's domain."""
    match column.kind:
        case ColumnKind.PSEUDONYM | ColumnKind.CELL:
            return f"CASE WHEN {fits(column, text)} THEN {text} END"
        case ColumnKind.CODE:
            return f"try_cast({text} AS {sql_type(column)})"
        case ColumnKind.MUNICIPALITY:
            code = f"CASE WHEN length({text}) = 4 AND {text}[1] = '0' THEN {text}[2:] ELSE {text} END"
            return f"try_cast({code} AS {sql_type(column)})"
        case ColumnKind.TIMESTAMP:
            return f"CAST({_moment(text, _TIMESTAMP_SHAPE, _TIMESTAMP_FORMATS)} AS TIMESTAMP_S)"
        case ColumnKind.DATE:
            return f"CAST({_moment(text, _DATE_SHAPE, (*_DATE_FORMATS, *_TIMESTAMP_FORMATS))} AS DATE)"
        case ColumnKind.COUNT:
            number = f"try_cast(replace({text}, '.', '') AS INTEGER)"
            return f"CASE WHEN regexp_full_match({text}, '{_COUNT_SHAPE}') THEN {number} END"


def _moment(text: str, shape: str, formats: Sequence[str]) -> str:
    # One separator for all, so that a few formats read every form that the shape allows.
    plain = f"regexp_replace(translate({text}, './:T', '--- '), '\\s+', ' ')"
    return f"CASE WHEN regexp_full_match({text}, '{shape}') THEN try_strptime({plain}, [{_one_of(formats)}]) END"
