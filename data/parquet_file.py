"""Parquet: typed or text columns as text."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from data.errors import UserError
from data.texts import ROWS_AT_A_TIME, TYPED_MOMENT

_LOCAL = "Europe/Copenhagen"
_FIRST_LINE = 2  # as if the names were a header on line 1
# No text of the contract or of a foreign report is longer; a block of longer ones would not fit in the memory.
_LONGEST_TEXT = 4000
# A column's part of a row group, unpacked: a pseudonym takes 40 bytes a row, and this much is beyond doubt in memory.
_BYTES_PER_ROW = 100
_BEYOND_DOUBT = 64 << 20
_LARGEST_PART = 512 << 20
_ROWS_OF_A_READER = 100_000


def parquet_survey(path: Path) -> tuple[tuple[str, ...], int]:
    """Return the names of the columns and the number of rows. Raises UserError when the file is damaged."""
    try:
        with pq.ParquetFile(path) as file:
            return tuple(file.schema_arrow.names), file.metadata.num_rows
    except (pa.ArrowException, OSError):
        raise _damaged(path) from None


def parquet_texts(path: Path, places: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[pa.Array, dict[str, pa.Array]]]:
    """Yield line numbers and text columns, block by block. `places`: a layout's; no other column is read."""
    line = _FIRST_LINE
    try:
        schema = pq.read_schema(path)
        names = schema.names
        wanted = sorted({names[place] for positions in places.values() for place in positions})
        # What is stored as a few texts and many references stays so, until each text's length is known.
        texts = [name for name in wanted if _is_text(schema.field(name).type)]
        with pq.ParquetFile(path, read_dictionary=texts) as file:
            _refuse_what_cannot_be_held(file.metadata, frozenset(wanted), path)
            for block in _blocks(file, wanted):
                text = {name: _text(block.column(name), name, path) for name in wanted}
                lines = pa.array(range(line, line + len(block)), pa.int64())
                yield lines, {ours: _joined([text[names[i]] for i in positions]) for ours, positions in places.items()}
                line += len(block)
    except (pa.ArrowException, OSError):
        raise _damaged(path) from None


def _blocks(file: pq.ParquetFile, wanted: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Yield the rows in blocks; a reader holds every text it has met, so each has only so many rows to read."""
    groups: list[int] = []
    rows = 0
    for number in range(file.num_row_groups):
        groups.append(number)
        rows += file.metadata.row_group(number).num_rows
        if rows >= _ROWS_OF_A_READER or number == file.num_row_groups - 1:
            yield from file.iter_batches(ROWS_AT_A_TIME, row_groups=groups, columns=wanted)
            groups, rows = [], 0


def _refuse_what_cannot_be_held(metadata: pq.FileMetaData, wanted: frozenset[str], path: Path) -> None:
    """Raise UserError when a wanted column has a part that unpacks beyond measure."""
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        largest = min(_LARGEST_PART, max(_BEYOND_DOUBT, _BYTES_PER_ROW * group.num_rows))
        for place in range(group.num_columns):
            part = group.column(place)
            name = part.path_in_schema.partition(".")[0]
            if name in wanted and part.total_uncompressed_size > largest:
                raise _too_large(name, path)


def _refuse_long_texts(texts: pa.Array, name: str, path: Path) -> None:
    if _is_text(texts.type) and (pc.max(pc.binary_length(texts)).as_py() or 0) > _LONGEST_TEXT:
        raise _too_large(name, path)


def _is_text(kind: pa.DataType) -> bool:
    kinds = (pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary(), pa.binary_view())
    return kind in kinds


def _too_large(name: str, path: Path) -> UserError:
    return UserError(
        f"{path.name}: kolonnen {name} fylder for meget, når filen pakkes ud: en værdi er højst 64 tegn. "
        "Er det fritekst, så fravælg den med en profil."
    )


def _joined(columns: list[pa.Array]) -> pa.Array:
    return columns[0] if len(columns) == 1 else pc.binary_join_element_wise(*columns, " ", null_handling="skip")


def _text(column: pa.Array, name: str, path: Path) -> pa.Array:
    """Return a column as the contract would write it. A time with a zone is told in Danish local time."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        _refuse_long_texts(column.dictionary, name, path)
        return _text(column.dictionary_decode(), name, path)
    if pa.types.is_timestamp(kind):
        local = pc.local_timestamp(column.cast(pa.timestamp(kind.unit, _LOCAL))) if kind.tz else column
        return pc.strftime(local.cast(pa.timestamp("s"), safe=False), TYPED_MOMENT)
    if pa.types.is_date(kind):
        return pc.strftime(column, TYPED_MOMENT)
    if pa.types.is_boolean(kind):
        return pc.if_else(column, "ja", "nej")
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        number = column.cast(pa.float64())
        return pc.if_else(pc.is_nan(number), None, number).cast(pa.string())
    if pa.types.is_nested(kind):
        raise UserError(f"{path.name}: kolonnen {name} har en type, der ikke kan læses. Gem den som tekst.")
    return column.cast(pa.string())


def _damaged(path: Path) -> UserError:
    return UserError(f"{path.name} kan ikke læses som Parquet: den er beskadiget. Hent eller kopiér den igen.")
