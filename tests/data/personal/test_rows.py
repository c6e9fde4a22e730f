"""Clean rows by the million, their times and dates among them, are taken for nobody's data."""

from pathlib import Path

import pytest

from data.demo.__main__ import main as write_demo
from data.load import load

ROWS = 1_000_000


@pytest.mark.full
def test_a_million_clean_rows_are_all_loaded(tmp_path: Path) -> None:
    write_demo(["--rows", str(ROWS), "--out", str(tmp_path)])
    (report,) = load([next(tmp_path.glob("haendelser*.csv"))]).files
    assert (report.accepted, report.refused) == (ROWS, 0)
