"""Tables that are told of a closed year once, and never again: money and the map.

A rounded sum, or the class of a cell, that moves from one release to the next tells about the case that moved it.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from data.catalogue import CATEGORIES, Category
from data.issued import Decision, Issued, Status, Subject

Fresh = Callable[[Category, int], pd.DataFrame | None]


@dataclass(frozen=True)
class ToldOnce:
    """The rows of the table, and what became of each of its categories and years."""

    table: pd.DataFrame
    decisions: dict[Subject, Decision]


def told_once(
    table: str,
    empty: pd.DataFrame,
    categories: Sequence[Category],
    closed: pd.DataFrame,
    issued: Issued,
    fresh: Fresh,
    counted: dt.date,
) -> ToldOnce:
    """Return the table: what earlier releases have told as it was, and each newly closed year as `fresh` has it.

    `fresh` returns no row when everything is held back, and None when nothing was delivered. `empty` is the table
    without a row.
    """
    codes = {category.code for category in categories}
    decisions = {
        subject: decision
        for subject, decision in issued.decisions.items()
        if subject.protected_table == table and decision.status is not Status.NOT_DELIVERED
    }
    parts = [issued.tables[table].astype(empty.dtypes.to_dict())] if table in issued.tables else []
    for year, code in sorted(closed[["year", "category"]].itertuples(index=False, name=None)):
        subject = Subject(table, code, int(year))
        if code not in codes or subject in decisions:
            continue
        rows = fresh(CATEGORIES[code], int(year))
        decisions[subject] = Decision(_status(rows), counted)
        parts += [] if rows is None else [rows]
    told = [part for part in parts if not part.empty]
    return ToldOnce(pd.concat(told, ignore_index=True) if told else empty, decisions)


def as_told(table: str, fresh: pd.DataFrame, of: Sequence[str], issued: Issued) -> pd.DataFrame:
    """Return a table as the release before told it, when it is of the same (the columns `of`), else the fresh one."""
    before = issued.tables.get(table)
    if before is None or before.empty or before[list(of)].drop_duplicates().shape[0] != 1:
        return fresh
    same = not fresh.empty and (fresh[list(of)] == before[list(of)].iloc[0]).all(axis=None)
    return before.astype(fresh.dtypes.to_dict()) if same else fresh


def _status(rows: pd.DataFrame | None) -> Status:
    if rows is None:
        return Status.NOT_DELIVERED
    return Status.HELD_BACK if rows.empty else Status.SHOWN
