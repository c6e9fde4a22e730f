"""What is stored is carried over when the contract grows."""

from pathlib import Path

import duckdb
import pytest

from data.contract import COLUMNS
from data.errors import UserError
from data.incidents import incidents_path, open_incidents
from data.incidents_schema import DERIVED
from tests.data.load.extracts import load_one, row, stored, write


def changed(*statements: str) -> None:
    """Make the stored incidents those of another version of the contract."""
    with duckdb.connect(str(incidents_path())) as connection:
        for statement in statements:
            connection.execute(statement)


def columns_of_incidents() -> list[str]:
    with open_incidents(read_only=True) as connection:
        return [name for name, *_ in connection.execute("DESCRIBE incidents").fetchall()]


def test_a_contract_that_grew_keeps_what_is_loaded(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1, metode="vindue"), row(2)], name="foer.csv"))
    before = columns_of_incidents()
    changed(
        "ALTER TABLE incident_rows ALTER kategori TYPE ENUM('henvendelse') USING CAST(kategori AS VARCHAR)",
        "ALTER TABLE incident_rows ALTER metode TYPE ENUM('vindue', 'doer') USING CAST(metode AS VARCHAR)",
        "ALTER TABLE incident_rows DROP COLUMN udfoert",
        "ALTER TABLE incident_rows ADD COLUMN afskaffet INTEGER",
        "CREATE OR REPLACE VIEW incidents AS SELECT * FROM incident_rows",
    )
    load_one(
        write(tmp_path, [row(3, kommunekode="217", kategori="databedrageri", udfoert="05-11-2025")], name="efter.csv")
    )
    assert stored("haendelse_id, kategori, metode, year") == [
        ("a-1", "henvendelse", "vindue", 2025),
        ("a-2", "henvendelse", None, 2025),
        ("a-3", "databedrageri", None, 2025),
    ]
    assert sorted(columns_of_incidents()) == sorted(before) == sorted(["delivery", *COLUMNS, *DERIVED])


def test_a_contract_that_lost_a_stored_value_says_so(tmp_path: Path) -> None:
    path = write(tmp_path, [row(1)])
    load_one(path)
    changed(
        "ALTER TABLE incident_rows ALTER kategori TYPE VARCHAR",
        "UPDATE incident_rows SET kategori = 'gammel'",
    )
    with pytest.raises(UserError, match="ikke længere kender"):
        load_one(path)


def test_a_new_definition_of_what_is_derived_is_taken_over(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1)], name="foer.csv"))
    changed("CREATE OR REPLACE VIEW incidents AS SELECT *, 1999 AS year FROM incident_rows")
    load_one(write(tmp_path, [row(2, kommunekode="217")], name="efter.csv"))
    assert stored("year") == [(2025,), (2025,)]


def test_what_an_earlier_version_stored_is_brought_in_step_before_it_is_read(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1)]))
    changed(
        "ALTER TABLE incident_rows DROP COLUMN udfoert",
        "CREATE OR REPLACE VIEW incidents AS SELECT *, 1999 AS year FROM incident_rows",
    )
    assert stored("year, udfoert") == [(2025, None)]
