"""Whatever is delivered in whatever order: a delivery replaces what it covers and only that; the rest stays missing.

The model is naive: of each municipality, month and category it remembers the newest rows that were delivered.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data.deliver import deliver
from data.errors import UserError
from data.incidents import open_incidents
from data.prepare import prepared
from data.progress import silent
from data.reading import Reading
from tests.data.load.extracts import row, write
from tests.data.load.test_rules import covers

PLACES, MONTHS, CATEGORIES = ("157", "217"), ("2025-10", "2025-11", "2025-12"), ("henvendelse", "databedrageri")
CELLS = tuple((place, month, category) for place in PLACES for month in MONTHS for category in CATEGORIES)
# December is still open in what was extracted on the former day.
DAYS = ("2025-12-20", "2026-01-12")

Cell = tuple[str, str, str]
Rows = frozenset[tuple[str, str]]
Box = tuple[tuple[str, ...], str, str, tuple[str, ...]]


@dataclass(frozen=True)
class Delivery:
    """A file: rows by cell (number -> way of entry), what it says it covers (None: its rows do), and its day."""

    rows: tuple[tuple[Cell, int, str], ...]
    box: Box | None
    day: str

    def covered(self) -> set[Cell]:
        if self.box is None:
            return {cell for cell, *_ in self.rows}
        places, first, last, categories = self.box
        return {(p, m, c) for p, m, c in CELLS if p in places and first <= m <= last and c in categories}

    def written(self, folder: Path) -> Path:
        rows = [
            row(haendelse_id=name(cell, number), kommunekode=cell[0], anmeldt=f"{cell[1]}-05 10:00", kategori=cell[2],
                metode=way)
            for cell, number, way in self.rows
        ]  # fmt: skip
        path = write(folder, rows, name=f"udtraek_{self.day}.csv")
        path.with_suffix(".covers.toml").unlink(missing_ok=True)
        if self.box:
            places, first, last, categories = self.box
            covers(path, first, last, places=str(list(places)), categories=str(list(categories)))
        return path


def name(cell: Cell, number: int) -> str:
    return f"{'-'.join(cell)}-n{number}"


@st.composite
def deliveries(draw: st.DrawFn) -> Delivery:
    cells = st.tuples(st.sampled_from(CELLS), st.integers(0, 3))
    rows = draw(st.lists(cells, min_size=1, max_size=8, unique=True))
    box = None
    if draw(st.booleans()):
        first, last = sorted((draw(st.sampled_from(MONTHS)), draw(st.sampled_from(MONTHS))))
        places, categories = (
            tuple(draw(st.lists(st.sampled_from(every), min_size=1, unique=True))) for every in (PLACES, CATEGORIES)
        )
        box = (places, first, last, categories)
    ways = ("vindue", "doer")
    return Delivery(tuple((*each, draw(st.sampled_from(ways))) for each in rows), box, draw(st.sampled_from(DAYS)))


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """One database for every sequence: each is delivered in a transaction that is undone."""
    with open_incidents(read_only=False, path=tmp_path_factory.mktemp("home") / "incidents.duckdb") as opened:
        yield opened


def delivered(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    file = prepared(path, Reading(), None)
    try:
        deliver(connection, file.source, file.reading, silent)
    except UserError:
        return False
    return True


def state(connection: duckdb.DuckDBPyConnection) -> dict[Cell, tuple[Rows, bool]]:
    """Return what is delivered: the rows of each covered cell, and whether its month is open."""
    rows: dict[Cell, set[tuple[str, str]]] = {}
    for *cell, identity, way in connection.execute(
        "SELECT kommunekode, strftime(anmeldt, '%Y-%m'), kategori, haendelse_id, metode FROM incident_rows"
    ).fetchall():
        rows.setdefault((cell[0], cell[1], cell[2]), set()).add((identity, way))
    covered = connection.execute("SELECT municipality, month, category, is_open FROM coverage").fetchall()
    found = {(place, month, category): is_open for place, month, category, is_open in covered}
    assert len(found) == len(covered)
    assert rows.keys() <= found.keys()
    return {cell: (frozenset(rows.get(cell, ())), is_open) for cell, is_open in found.items()}


def months_over(day: str) -> set[str]:
    return {month for month in MONTHS if month < day[:7]}


A_ZERO = Delivery(((CELLS[0], 0, "doer"),), (PLACES, MONTHS[0], MONTHS[2], CATEGORIES), DAYS[0])
AGAIN = [Delivery(((CELLS[4], 0, "doer"),), None, day) for day in DAYS]
A_GAP = Delivery(((CELLS[0], 0, "doer"), (CELLS[4], 1, "vindue")), None, DAYS[1])


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@example([A_GAP, A_ZERO, A_GAP])
@example([*AGAIN, AGAIN[0]])
@given(st.lists(deliveries(), min_size=2, max_size=6).flatmap(lambda every: st.permutations([*every, every[0]])))
def test_any_sequence_of_deliveries(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, sequence: list[Delivery]
) -> None:
    model: dict[Cell, tuple[Rows, bool]] = {}
    connection.begin()
    try:
        for delivery in sequence:
            covered = delivery.covered()
            inside = [(cell, number, way) for cell, number, way in delivery.rows if cell in covered]
            assert delivered(connection, delivery.written(tmp_path)) == bool(inside)
            if not inside:
                continue  # of a file without a row that can be used nothing is taken, not its zeros either
            for cell in covered:
                rows = frozenset((name(c, number), way) for c, number, way in inside if c == cell)
                model[cell] = (rows, cell[1] not in months_over(delivery.day))
            assert state(connection) == model
    finally:
        connection.rollback()


def test_the_days_are_what_the_model_takes_them_for() -> None:
    assert months_over(DAYS[0]) == {"2025-10", "2025-11"}
    assert months_over(DAYS[1]) == set(MONTHS)
    assert all(dt.date.fromisoformat(day) > dt.date(2025, 12, 5) for day in DAYS)
