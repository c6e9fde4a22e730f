"""The demo district, written once a session and read back as text by DuckDB alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from data.demo.__main__ import DEFAULT_SEED
from data.demo.district import demo_district
from data.demo.files import INCIDENTS, write_demo

_READ = """
CREATE TABLE rows AS
SELECT *,
    strptime(anmeldt, '%d-%m-%Y %H:%M') AS reported,
    strptime(gerning_fra, '%d-%m-%Y %H:%M') AS started,
    strptime(gerning_til, '%d-%m-%Y %H:%M') AS ended,
    strptime(foerste_patrulje, '%d-%m-%Y %H:%M') AS arrived,
    strptime(sigtet, '%d-%m-%Y')::DATE AS charged,
    strptime(besvaret, '%d-%m-%Y')::DATE AS answered,
    strptime(udfoert, '%d-%m-%Y')::DATE AS carried_out
FROM read_csv($path, delim = ';', header = true, all_varchar = true)
"""


@contextmanager
def read_back(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection with the extract's rows as text, and its times beside them."""
    with duckdb.connect() as connection:
        connection.execute(_READ, {"path": str(path)})
        yield connection


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(demo_district(DEFAULT_SEED, None), folder, lambda _rows: None)
    return folder


@pytest.fixture(scope="session")
def demo(demo_folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with read_back(demo_folder / INCIDENTS) as connection:
        yield connection
