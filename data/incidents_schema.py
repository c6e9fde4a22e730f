"""The tables of incidents.duckdb, made and kept in step with the contract.

A new category, code or column changes the types; what is stored is carried over, so that no file must be loaded again.
"""

import hashlib
from pathlib import Path

import duckdb

from data.contract import COLUMNS, Column, ColumnKind
from data.errors import UserError
from data.local_time import elapsed_seconds
from data.municipalities import UNKNOWN, municipality_codes

_BESIDE = Path(__file__).parent / "sql" / "incidents_schema.sql"
# Seconds, not microseconds: half the bytes, and the contract's times have no fractions.
_TYPES = {
    ColumnKind.PSEUDONYM: "VARCHAR",
    ColumnKind.CELL: "VARCHAR",
    ColumnKind.TIMESTAMP: "TIMESTAMP_S",
    ColumnKind.DATE: "DATE",
    ColumnKind.COUNT: "INTEGER",
}

# Clustered by category most columns of a block are empty: the file is half as large, and the load takes no longer.
STORED_ORDER = "ORDER BY kategori, anmeldt"

# Publish has no date function of its own, so that another engine can run it. In a view: generated columns, virtual
# too, are computed for every row that is stored, which made a load half as slow again.
DERIVED = {
    "year": "year(anmeldt)",
    "quarter": "quarter(anmeldt)",
    "month": "month(anmeldt)",
    "iso_year": "isoyear(anmeldt)",
    "iso_week": "weekofyear(anmeldt)",
    "weekday": "isodow(anmeldt)",
    "hour": "hour(anmeldt)",
    "delay_days": "CAST(anmeldt AS DATE) - CAST(coalesce(gerning_til, gerning_fra) AS DATE)",
    # Both ends of the window in which it happened; told the wrong way round they are turned. No end: the beginning.
    "act_second": "epoch(least(gerning_fra, coalesce(gerning_til, gerning_fra))) % 86400",
    "act_seconds": "abs(epoch(coalesce(gerning_til, gerning_fra)) - epoch(gerning_fra))",
    "act_day": "CAST(coalesce(gerning_til, gerning_fra, anmeldt) AS DATE) - DATE '1970-01-01'",
    "response_seconds": elapsed_seconds("anmeldt", "foerste_patrulje"),
    "charge_days": "sigtet - CAST(anmeldt AS DATE)",
    "reply_days": "besvaret - CAST(anmeldt AS DATE)",
    "action_days": "udfoert - CAST(anmeldt AS DATE)",
}


def sql_type(column: Column) -> str:
    """Return the DuckDB type in which a column of the contract is stored."""
    if column.kind in (ColumnKind.CODE, ColumnKind.MUNICIPALITY):
        domain = column.domain or (*municipality_codes(), UNKNOWN)
        return "ENUM(" + ", ".join(f"'{value}'" for value in domain) + ")"
    return _TYPES[column.kind]


def make_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables that are not there, and bring the incidents' columns in step with the contract."""
    connection.execute(_BESIDE.read_text(encoding="utf-8"))
    wanted, found = _wanted_types(), _types(connection)
    if not found:
        required = {"delivery", *(column.name for column in COLUMNS.values() if column.required)}
        columns = [f'"{name}" {kind}{" NOT NULL" if name in required else ""}' for name, kind in wanted.items()]
        connection.execute(f"CREATE TABLE incident_rows ({', '.join(columns)})")
    elif found != wanted:
        _bring_in_step(connection, found, wanted)
    view = _view()
    if found != wanted or _mark(connection) != _mark_of(view):
        connection.execute(f"CREATE OR REPLACE VIEW incidents AS {view}")
        connection.execute(f"COMMENT ON VIEW incidents IS '{_mark_of(view)}'")


def in_step(connection: duckdb.DuckDBPyConnection) -> bool:
    """Return whether the incidents are stored as this version of the program reads them."""
    return _types(connection) == _wanted_types() and _mark(connection) == _mark_of(_view())


def _wanted_types() -> dict[str, str]:
    return {"delivery": "INTEGER"} | {column.name: sql_type(column) for column in COLUMNS.values()}


def _view() -> str:
    parts = [f'CAST({part} AS INTEGER) AS "{name}"' for name, part in DERIVED.items()]
    return f"SELECT *, {', '.join(parts)} FROM incident_rows"


def _mark_of(view: str) -> str:
    return hashlib.sha256(view.encode()).hexdigest()


def _bring_in_step(connection: duckdb.DuckDBPyConnection, found: dict[str, str], wanted: dict[str, str]) -> None:
    try:
        for name in found.keys() - wanted.keys():
            connection.execute(f'ALTER TABLE incident_rows DROP COLUMN "{name}"')
        for name, kind in wanted.items():
            if name not in found:
                connection.execute(f'ALTER TABLE incident_rows ADD COLUMN "{name}" {kind}')
            elif found[name] != kind:
                text = f'CAST("{name}" AS VARCHAR)'
                connection.execute(f'ALTER TABLE incident_rows ALTER "{name}" TYPE {kind} USING CAST({text} AS {kind})')
    except duckdb.Error:
        raise UserError(
            "De indlæste hændelser har værdier, som kontrakten ikke længere kender. Flyt incidents.duckdb et andet "
            "sted hen, og indlæs udtrækkene igen."
        ) from None


def _types(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rows = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'incident_rows' ORDER BY column_index"
    ).fetchall()
    return dict(rows)


def _mark(connection: duckdb.DuckDBPyConnection) -> str | None:
    """Return by which definition the view was made, or None when there is none."""
    rows = connection.execute("SELECT comment FROM duckdb_views() WHERE view_name = 'incidents'").fetchall()
    return rows[0][0] if rows else None
