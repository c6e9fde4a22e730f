"""A file of the API's layout without its last line break: it may have been cut off in the middle of its last number."""

import pandas as pd

from data.reference import SERIES_KEYS, VALUE, reference_table
from data.statbank.cells import LINE, Cells, Layout
from data.statbank.decision import Decision
from data.statbank.text import refusal

# So many whole blocks show how long a block is.
OTHER_BLOCKS = 3


def check_last_number(cells: Cells, rows: pd.DataFrame, decision: Decision) -> None:
    """Refuse a file whose last number is empty, begins the known one, or stands before its block is full.

    A program may have left the line break out, so that its absence alone says nothing.
    """
    last_line = int(cells.frame[LINE].iloc[-1])
    if cells.ends_in_a_line_break:
        return
    last = dict(zip(rows.columns, rows.iloc[-1].tolist(), strict=True)) | decision.fixed
    is_read = last[LINE] == last_line
    if (is_read and (pd.isna(last[VALUE]) or _begins_the_known(last, decision.table.name))) or _is_short(cells):
        raise refusal(
            cells.file, "Filen slutter midt i en linje: den er afkortet. Hent den igen i Statistikbanken.", last_line
        )


def _begins_the_known(last: dict[str, object], table: str) -> bool:
    keys = SERIES_KEYS[table]
    if not set(keys) <= last.keys():
        return False
    known = reference_table(table)
    for key in keys:
        known = known[known[key] == last[key]]
    said = str(last[VALUE])
    return any(len(str(value)) > len(said) and str(value).startswith(said) for value in known[VALUE])


def _is_short(cells: Cells) -> bool:
    """Return whether the last block of the outermost variable lacks a row that every block before it has."""
    labels = cells.frame[list(range(len(cells.headers)))]
    changes = {
        column: int((labels[column] != labels[column].shift()).sum())
        for column in labels
        if labels[column].nunique() > 1
    }
    if cells.layout is not Layout.API or len(changes) < 2:
        return False
    outermost = min(changes, key=lambda column: changes[column])
    inner = labels.groupby([column for column in changes if column != outermost], observed=True).ngroup()
    is_last = labels[outermost] == labels[outermost].iloc[-1]
    others = labels[outermost][~is_last].nunique()
    in_all_others = inner[~is_last].value_counts() == others
    return others >= OTHER_BLOCKS and not set(in_all_others[in_all_others].index) <= set(inner[is_last])
