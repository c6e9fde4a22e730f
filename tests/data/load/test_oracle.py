"""Load against a slow and obvious reader, on extracts that fight back: every row is counted right or refused."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.deliver import deliver
from data.errors import UserError
from data.incidents import open_incidents
from data.load_report import FileReport
from data.prepare import prepared
from data.progress import silent
from data.reading import Reading
from tests.data.load.extracts import NAMES
from tests.data.load.mutations import TODAY, Extract, csv_files
from tests.data.load.oracle import Opinion, csv_opinion, opinion
from tests.data.load.typed_mutations import parquet_files, workbooks

# CSV has most ways to go wrong.
EXTRACTS = st.one_of(csv_files(), csv_files(), csv_files(), csv_files(), parquet_files(), workbooks())
FIGHT_BACK = settings(deadline=None, suppress_health_check=list(HealthCheck))
# `make full` has 50,000 in all, in parts so that both of its workers have some.
PARTS, PART = 20, 2500


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """The user's incidents, opened once for all extracts: each is loaded in a transaction that is undone."""
    with open_incidents(read_only=False) as opened:
        yield opened


def became(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[FileReport, dict[str, dict[str, object]]] | None:
    """Return the report of loading the file and the stored rows by pseudonym, or None when the file is refused."""
    try:
        file = prepared(path, Reading(), None)
    except UserError:
        return None
    connection.begin()
    try:
        report = deliver(connection, file.source, file.reading, silent)
        names = ", ".join(f'"{name}"' for name in NAMES)
        rows = connection.execute(f"SELECT {names} FROM incident_rows").fetchall()
    except UserError:
        return None
    finally:
        connection.rollback()
    return report, {values[0]: dict(zip(NAMES, values, strict=True)) for values in rows}


def slow_opinion(extract: Extract, path: Path) -> Opinion:
    if extract.rows is None:
        return csv_opinion(path, extract.encoding, extract.separator, TODAY, extract.covered)
    (_, header), *rows = extract.rows
    return opinion(header, rows, TODAY, extract.covered)


def judged_alike(connection: duckdb.DuckDBPyConnection, folder: Path, extract: Extract) -> None:
    """Load the extract, and hold what became of it against the slow reader's opinion."""
    path = extract.written(folder)
    expected, found = slow_opinion(extract, path), became(connection, path)
    if not expected.accepted:
        assert found is None
        return
    assert found is not None
    report, stored = found
    assert stored == expected.accepted
    assert {refusal.line for refusal in report.refusals} == expected.refused
    assert (report.accepted, report.refused) == (len(expected.accepted), len(expected.refused))


@settings(FIGHT_BACK, max_examples=500)
@given(extract=EXTRACTS)
def test_every_row_is_counted_right_or_refused(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, extract: Extract
) -> None:
    judged_alike(connection, tmp_path, extract)


@pytest.mark.full
@pytest.mark.parametrize("part", range(PARTS))
@settings(FIGHT_BACK, max_examples=PART)
@given(extract=EXTRACTS)
def test_every_row_is_counted_right_or_refused_in_many_more(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, part: int, extract: Extract
) -> None:
    del part
    judged_alike(connection, tmp_path, extract)
