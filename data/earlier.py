"""What the releases before this one have told, read from their files; and what is kept of it for those that follow."""

from collections.abc import Iterable
from contextlib import closing
from typing import Any

import duckdb
import pandas as pd

from data.breakdowns import BREAKDOWN
from data.errors import UserError
from data.frames import TEXT, WHOLE, frame_of
from data.issued import TOLD, Decision, Issued, Status, Subject, shown_places
from data.map_cells import CELL_CLASS_YEAR
from data.money_year import MONEY_YEAR
from data.protected import BEYOND, BOTH, COUNT, Cells, Protected
from data.releases import current_release_first, release_folder
from data.year_totals import COUNT_YEAR, REPORT_YEAR, Decisions

PROTECTED_YEAR = "protected_year"
SUBJECT = {"protected_table": TEXT, "category": TEXT, "year": WHOLE, "attribute": TEXT}
YEAR_COLUMNS = SUBJECT | {"status": TEXT, "counted": "datetime64[s]"}
TOLD_COLUMNS = SUBJECT | {"municipality": TEXT, "value": TEXT, "count": WHOLE}

Frames = dict[str, pd.DataFrame]


def issued_before(*, demo: bool) -> Issued:
    """Return what the release before this one, and through it every earlier one, has told.

    Synthetic and real incidents have a history each. Raises UserError when the release cannot be read.
    """
    for identity in current_release_first():
        try:
            tables = _tables(identity)
        except duckdb.Error:
            raise UserError(
                f"Udgave #{identity} kan ikke læses, så det kan ikke ses, hvad der allerede er udgivet. "
                f"Læg dens filer tilbage, eller slet mappen {release_folder(identity)}."
            ) from None
        if bool(tables["info"]["demo"].iloc[0]) == demo and PROTECTED_YEAR in tables:
            return _issued(tables)
    return Issued()


def _tables(identity: str) -> Frames:
    """Return the tables of a release that tell what is protected, `info` and `told`."""
    wanted = ("info", PROTECTED_YEAR, BREAKDOWN, COUNT_YEAR, REPORT_YEAR, MONEY_YEAR, CELL_CLASS_YEAR, TOLD)
    with closing(duckdb.connect()) as connection:
        for name in ("published", "internal"):
            path = str(release_folder(identity) / f"{name}.duckdb").replace("'", "''")
            connection.execute(f"ATTACH '{path}' AS {name} (READ_ONLY)")
        there = connection.execute("SELECT database_name, table_name FROM duckdb_tables()").fetchall()
        return {
            table: connection.execute(f'SELECT * FROM "{database}"."{table}"').df()
            for database, table in there
            if table in wanted
        }


def _issued(tables: Frames) -> Issued:
    protected = _protected(tables)
    decisions = {
        (subject := Subject(*row[:4])): Decision(Status(row[4]), row[5].date(), protected.get(subject))
        for row in tables[PROTECTED_YEAR][list(YEAR_COLUMNS)].itertuples(index=False, name=None)
    }
    return Issued(decisions, tables)


def _protected(tables: Frames) -> dict[Subject, Protected]:
    """Return the numbers that stand in a release's tables, as they left the gate."""
    cells: dict[Subject, Cells] = {}
    levels: dict[Subject, int] = {}
    for place, year, category, attribute, level, value, count in _rows(tables[BREAKDOWN]):
        subject = Subject(BREAKDOWN, category, year, attribute)
        cells.setdefault(subject, {})[place, value] = count
        levels[subject] = level
    for place, year, category, count in _rows(tables[COUNT_YEAR]):
        cells.setdefault(Subject(COUNT_YEAR, category, year), {})[place, COUNT] = count
    for place, year, category, cases, count in _rows(tables[REPORT_YEAR]):
        told = {(place, COUNT): cases, (place, BEYOND): count - cases, (place, BOTH): count}
        cells.setdefault(Subject(REPORT_YEAR, category, year), {}).update(told)
    return {subject: Protected(levels.get(subject, 0), shown_places(found), found) for subject, found in cells.items()}


def _rows(table: pd.DataFrame) -> Iterable[tuple[Any, ...]]:
    return table.itertuples(index=False, name=None)


def protected_year_table(decisions: Decisions) -> pd.DataFrame:
    """Return `protected_table, category, year, attribute, status, counted`: what became of each protected table.

    `status` is shown, held_back or not_delivered; `counted` is the date of the extract that the numbers are from.
    """
    rows = [(*subject, decision.status.value, decision.counted) for subject, decision in decisions.items()]
    return frame_of(rows, YEAR_COLUMNS)


def told_table(decisions: Decisions, issued: Issued) -> pd.DataFrame:
    """Return `protected_table, category, year, attribute, municipality, value, count`: every number ever told."""
    rows = [
        (*subject, place, value, count)
        for subject, decision in decisions.items()
        if decision.protected
        for (place, value), count in decision.protected.cells.items()
    ]
    now = frame_of(rows, TOLD_COLUMNS)
    before = issued.tables.get(TOLD)
    return now if before is None else pd.concat([before.astype(TOLD_COLUMNS), now]).drop_duplicates(ignore_index=True)
