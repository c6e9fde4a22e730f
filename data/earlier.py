"""What the releases before this one have told, read from their files; and what is kept of it for those that follow."""

from collections.abc import Iterable
from contextlib import closing
from typing import Any

import duckdb
import pandas as pd

from data.disclosure import REST
from data.errors import UserError
from data.frames import TEXT, WHOLE, Columns, frame_of
from data.issued import Decision, Issued, Status, Subject
from data.map_cells import CELL_CLASS_YEAR
from data.money_year import MONEY_YEAR
from data.protected import Cells, Protected
from data.releases import current_release_first, release_folder
from data.year_totals import Decisions

PROTECTED_YEAR, ROAD_TRIAL, TOLD = "protected_year", "road_trial", "told"
SUBJECT = {"protected_table": TEXT, "category": TEXT, "year": WHOLE, "attribute": TEXT, "years": WHOLE}
YEAR_COLUMNS = SUBJECT | {"status": TEXT, "counted": "datetime64[s]"}
TOLD_COLUMNS = (
    SUBJECT
    | {"version": WHOLE, "level": WHOLE, "municipality": TEXT, "quarter": WHOLE}
    | {
        "value": TEXT,
        "count": WHOLE,
    }
)

Frames = dict[str, pd.DataFrame]
Versions = dict[Subject, tuple[Protected, ...]]


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
    """Return the tables of a release that say what it told of closed years, and `info`."""
    wanted = ("info", PROTECTED_YEAR, TOLD, MONEY_YEAR, CELL_CLASS_YEAR, ROAD_TRIAL)
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
    versions = _versions(tables[TOLD])
    decisions: dict[Subject, Decision] = {}
    for *key, status, counted in _rows(tables[PROTECTED_YEAR], YEAR_COLUMNS):
        subject = Subject(*key)
        newest = versions[subject][-1] if subject in versions else None
        decisions[subject] = Decision(Status(status), counted.date(), newest)
    return Issued(decisions, versions, tables)


def _versions(told: pd.DataFrame) -> Versions:
    """Return every version of the numbers of each subject, the newest last."""
    cells: dict[tuple[Subject, int, int], Cells] = {}
    grids: dict[tuple[Subject, int, int], dict[tuple[str, int], int]] = {}
    for *version, place, quarter, value, count in _rows(told, TOLD_COLUMNS):
        *subject, number, level = version
        key = (Subject(*subject), number, level)
        if quarter:
            grids.setdefault(key, {})[place, quarter] = count
        else:
            cells.setdefault(key, {})[place, value] = count
    found: dict[Subject, tuple[Protected, ...]] = {}
    for key in sorted(cells):
        own, _, level = key
        shown = tuple(sorted({place for place, _ in cells[key]} - {REST}))
        found[own] = (*found.get(own, ()), Protected(level, shown, cells[key], grids.get(key, {})))
    return found


def _rows(table: pd.DataFrame, columns: Columns) -> Iterable[tuple[Any, ...]]:
    # Before several years were told as one, a release had no such column.
    known = table if "years" in table else table.assign(years=1)
    return known[list(columns)].itertuples(index=False, name=None)


def protected_year_table(decisions: Decisions) -> pd.DataFrame:
    """Return `protected_table, category, year, attribute, years, status, counted`: what became of each protected table.

    `status` is shown, held_back or not_delivered; `counted` is the date of the extract that the numbers are from.
    """
    rows = [(*subject, decision.status.value, decision.counted) for subject, decision in decisions.items()]
    return frame_of(rows, YEAR_COLUMNS)


def told_table(decisions: Decisions, issued: Issued) -> pd.DataFrame:
    """Return every number of a protected table that this release or an earlier one tells, and the grid it stood beside.

    protected_table, category, year, attribute, years, version (from 1), level, municipality, quarter (of the first of
    the years and on; 0: a number of the table itself), value, count.
    """
    rows = []
    for subject, decision in decisions.items():
        versions = issued.versions.get(subject, ())
        if decision.protected and decision.protected not in versions[-1:]:
            versions = (*versions, decision.protected)
        for number, version in enumerate(versions, start=1):
            key = (*subject, number, version.level)
            rows += [(*key, place, 0, value, count) for (place, value), count in version.cells.items()]
            rows += [(*key, place, quarter, "", count) for (place, quarter), count in version.grid.items()]
    return frame_of(rows, TOLD_COLUMNS)
