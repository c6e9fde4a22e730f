"""Nothing personal gets in: a hit stops the load, is told by line, column and kind, and is nowhere afterwards.

Every number, name and address here is invented.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from data.contract import COLUMNS, ColumnKind
from data.errors import UserError
from data.home import home
from data.incidents import incidents_path
from data.load import load, main
from data.load_report import FileRefusedError
from data.personal.kinds import Kind
from tests.data.load.extracts import NAMES, load_one, row, stored, text, write

PERSONAL = {
    Kind.CPR: ["211062-5629", "2110625629", "21-10-62-5629", "211062 5629", "21.10.62/5629", "211062\u20115629"],
    Kind.PHONE: ["40253112", "40 25 31 12", "+45 40253112", "004540253112", "40-25-31-12"],
    Kind.EMAIL: ["jens@invented.dk"],
    Kind.ACCOUNT: ["DK5000400440116243", "DK50 0040 0440 1162 43", "0040 0440116243"],
    Kind.ADDRESS: ["Skovvej 12", "lille bygade 3, st. tv", "Broholm 7, 3400 Hillerød"],
    Kind.PLATE: ["XY 12 345"],
    Kind.CASE_NUMBER: ["0900-10250-00123-24"],
    Kind.NAME: ["Jens Hansen", "Jens_Hansen", "Mohammed Ali Khan"],
}
EACH = [(kind, value) for kind, values in PERSONAL.items() for value in values]
OF_TEXT = [c.name for c in COLUMNS.values() if c.kind in (ColumnKind.PSEUDONYM, ColumnKind.CODE)]
PSEUDONYMS = [c.name for c in COLUMNS.values() if c.kind is ColumnKind.PSEUDONYM]

# Where each text that is stored comes from. A new one stands here when it is of a closed domain or is scanned.
CLOSED = {"kommunekode", "celle_1km", "celle_100m", "municipality", "month", "category", "sha256", "column_name",
          "reason", "table_name"}  # fmt: skip
SCANNED = {*PSEUDONYMS, "id", "file_name", "profile", "settings"}


def nowhere(value: str) -> bool:
    """Return whether no file of the user's home holds the value, in whatever encoding."""
    contents = [content for folder, _, names in os.walk(home()) for name in names if (content := read(folder, name))]
    return not any(value.encode(code) in content for content in contents for code in ("utf-8", "utf-16-le"))


def read(folder: str, name: str) -> bytes:
    """Return what is in the file; nothing where the load that is running has just taken it away."""
    try:
        return (Path(folder) / name).read_bytes()
    except FileNotFoundError:
        return b""


def test_every_text_that_is_stored_is_of_a_closed_domain_or_scanned(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1)]))
    with duckdb.connect(str(incidents_path()), read_only=True) as connection:
        found = connection.execute(
            "SELECT column_name FROM duckdb_columns() WHERE NOT internal AND data_type NOT IN "
            "('INTEGER', 'BIGINT', 'DOUBLE', 'BOOLEAN', 'DATE', 'TIMESTAMP', 'TIMESTAMP_S') "
            "AND NOT starts_with(data_type, 'ENUM')"
        ).fetchall()
    assert {name for (name,) in found} <= CLOSED | SCANNED
    assert all(c.domain or c.pattern for c in COLUMNS.values() if c.kind in (ColumnKind.CODE, ColumnKind.CELL))


@pytest.mark.parametrize(("kind", "value"), [(kind, values[-1]) for kind, values in PERSONAL.items()])
def test_a_hit_stops_the_load_and_is_never_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: Kind, value: str
) -> None:
    path = write(tmp_path, [row(1), row(2, sag_id=value), row(3)])
    assert main([str(path), "--json"]) == 2
    told = capsys.readouterr()
    assert f"linje 3: sag_id ligner {kind}" in told.err
    assert "Intet er indlæst" in told.err
    assert json.loads(told.out)["refusals"] == [{"line": 3, "column": "sag_id", "reason": f"ligner {kind}"}]
    assert value not in told.out + told.err
    assert nowhere(value)
    assert stored() == []


def test_every_writing_is_found_in_every_column_of_text(tmp_path: Path) -> None:
    planted = [(column, kind, value) for column in OF_TEXT for kind, value in EACH]
    rows = [row(0), *({**row(number), column: value} for number, (column, _, value) in enumerate(planted, 1))]
    with pytest.raises(FileRefusedError) as refused:
        load_one(write(tmp_path, rows))
    found = [(each.line, each.column, each.reason) for each in refused.value.report.refusals]
    expected = [(line, column, f"ligner {kind}") for line, (column, kind, _) in enumerate(planted, 3)]
    assert (found, refused.value.report.refused) == (expected, len(planted))
    assert all(nowhere(value) and value not in str(refused.value) for _, value in EACH)


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("anmeldt", "Jens Hansen 05-11-2025", Kind.NAME),
        ("sigtet", "211062-5629", Kind.CPR),
        ("draebte", "40253112", Kind.PHONE),
        ("draebte", "0110625629", Kind.CPR),
        ("tab_kr", "0110625629", Kind.CPR),
        ("celle_1km", "Skovvej 12", Kind.ADDRESS),
        ("kommunekode", "jens@invented.dk", Kind.EMAIL),
    ],
)
def test_a_hit_in_any_other_column_stops_the_load(tmp_path: Path, column: str, value: str, kind: Kind) -> None:
    with pytest.raises(FileRefusedError, match=f"linje 3: {column} ligner {kind}"):
        load_one(write(tmp_path, [row(1), {**row(2), column: value}]))
    assert nowhere(value)


def test_what_is_only_wrong_refuses_its_row_alone(tmp_path: Path) -> None:
    wrong = {
        "sigtet": "20251105",
        "anmeldt": "051125 10:30",
        "metode": "Vindue",
        "kommunekode": "1157",
        "tab_kr": "12.345.67",
    }
    report = load_one(write(tmp_path, [row(1), *({**row(n), c: v} for n, (c, v) in enumerate(wrong.items(), 2))]))
    assert (report.accepted, report.refused) == (1, len(wrong))


def test_a_loss_of_many_kroner_is_no_telephone_number(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1, kategori="databedrageri", tab_kr="40253112")]))
    assert stored("tab_kr") == [(40253112,)]


def as_quoted_csv(folder: Path, rows: list[dict[str, str]]) -> Path:
    path = folder / "udtraek.csv"
    path.write_text(text([{k: f'"{v}"' for k, v in each.items()} for each in rows]), encoding="cp1252")
    return path


def as_parquet(folder: Path, rows: list[dict[str, str]]) -> Path:
    pq.write_table(pa.Table.from_pylist([{n: each.get(n) for n in NAMES} for each in rows]), folder / "u.parquet")
    return folder / "u.parquet"


def as_workbook(folder: Path, rows: list[dict[str, str]]) -> Path:
    with xlsxwriter.Workbook(folder / "u.xlsx") as book:
        page = book.add_worksheet()
        for place, cells in enumerate([NAMES, *([each.get(n, "") for n in NAMES] for each in rows)]):
            page.write_row(place, 0, cells)
    return folder / "u.xlsx"


@pytest.mark.parametrize("written", [as_quoted_csv, as_parquet, as_workbook])
def test_a_hit_stops_every_kind_of_file(tmp_path: Path, written: Callable[[Path, list[dict[str, str]]], Path]) -> None:
    path = written(tmp_path, [row(1), row(2, sag_id="2110625629"), row(3, metode="Jens Hansen")])
    with pytest.raises(FileRefusedError, match="linje 3: sag_id .*; linje 4: metode ") as refused:
        load_one(path)
    assert [(each.line, each.column) for each in refused.value.report.refusals] == [(3, "sag_id"), (4, "metode")]


def test_a_refused_file_takes_the_others_with_it_and_changes_nothing(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1)], name="foer.csv"))
    good = write(tmp_path, [row(2, kommunekode="217")], name="god.csv")
    bad = write(tmp_path, [row(3, sag_id="2110625629")], name="ond.csv")
    for check in (False, True):
        with pytest.raises(FileRefusedError, match=r"ond\.csv"):
            load([good, bad], check=check)
    assert stored() == [("a-1",)]


@pytest.mark.parametrize("table", ["constants", "values.sag_id"])
def test_what_a_profile_puts_in_is_scanned(tmp_path: Path, table: str) -> None:
    key = "sag_id" if table == "constants" else '"s"'
    kept = "\n".join(f'{name} = "{name}"' for name in NAMES if table != "constants" or name != "sag_id")
    (tmp_path / "p.toml").write_text(f'[columns]\n{kept}\n[{table}]\n{key} = "Jens_Hansen"\n', encoding="utf-8")
    names = [name for name in NAMES if table != "constants" or name != "sag_id"]
    path = write(tmp_path, [row(1, sag_id="s")], names=names)
    with pytest.raises(FileRefusedError, match="linje 2: sag_id ligner et navn"):
        load_one(path, profile=str(tmp_path / "p.toml"))
    assert nowhere("Jens_Hansen")


@pytest.mark.parametrize(
    "name", ["Jens Hansen.csv", "udtraek_Jens_Hansen_2026-01-12.csv", "211062-5629.csv", "40253112.csv"]
)
def test_the_name_of_a_file_is_stored_so_it_is_scanned(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="Navnet på en af filerne ser ud til at indeholde") as refused:
        load_one(write(tmp_path, [row(1)], name=name))
    assert Path(name).stem not in str(refused.value)
    assert nowhere(Path(name).stem)


@pytest.mark.parametrize(
    "name",
    ["udtraek_2026-01-12.csv", "udtraek_20260112.csv", "anmeldelser 20260112_20260131.csv", "20260112143000.csv",
     "f47ac10b-58cc-4372-a567-0e02b2c3d479.csv", "Nordsjællands Politi 4. kvt. 2025.csv", "export (1).csv",
     "udtraek_2026-01-12_14-30-00.csv", "STRAF11-2022928.csv"],
)  # fmt: skip
def test_ordinary_names_of_files_pass(tmp_path: Path, name: str) -> None:
    assert load_one(write(tmp_path, [row(1)], name=name)).accepted == 1


def test_the_names_of_profiles_and_sheets_are_scanned(tmp_path: Path) -> None:
    profile = tmp_path / "Jens Hansen.toml"
    profile.write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="Profilens navn"):
        load_one(write(tmp_path, [row(1)]), profile=str(profile))
    with pytest.raises(UserError, match="Arkets navn"):
        load_one(as_workbook(tmp_path, [row(1)]), sheet="Jens Hansen")


def test_names_of_columns_and_sheets_that_may_be_personal_are_not_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ikke kender: nr\. 5") as refused:
        load_one(write(tmp_path, [row(1)], names=["haendelse_id", "kategori", "anmeldt", "kommunekode", "Jens Hansen"]))
    assert "Jens" not in str(refused.value)
    with xlsxwriter.Workbook(tmp_path / "u.xlsx") as book:
        book.add_worksheet("Jens Hansen").write(0, 0, "haendelse_id")
    with pytest.raises(UserError, match=r"Arkene hedder: nr\. 1"):
        load_one(tmp_path / "u.xlsx", sheet="Tal")


@pytest.mark.parametrize(
    ("column", "value"), [("id", "Jens_Hansen"), ("adt", "40253112"), ("kommunekode", "Jens Hansen")]
)
def test_the_small_files_are_scanned(tmp_path: Path, column: str, value: str) -> None:
    good = {"id": "v-1", "kommunekode": "157", "laengde_km": "1,5", "adt": "3000", "hastighed_foer": "80",
            "hastighed_efter": "60", "fra": "2022-03-01", "til": ""}  # fmt: skip
    path = tmp_path / "vejstraekninger.csv"
    path.write_text(f"{';'.join(good)}\n{';'.join((good | {column: value}).values())}\n")
    with pytest.raises(UserError, match=f"linje 2: {column} ligner et") as refused:
        load_one(path)
    assert value not in str(refused.value)
    assert nowhere(value)


def test_a_killed_load_leaves_nothing_of_what_was_planted(tmp_path: Path) -> None:
    rows = [row(number) for number in range(20_000)]
    planted = {
        "sag_id": "Jens_Hansen",
        "haendelse_id": "2110625629",
        "metode": "211162-5630",
        "sigtet": "j@invented.dk",
    }
    for number, (column, value) in enumerate(planted.items(), 10_000):
        rows[number][column] = value
    path = write(tmp_path, rows)
    for moment in (1.0, 60.0):
        running = subprocess.Popen([sys.executable, "-m", "data.load", path], stderr=subprocess.PIPE)
        until = time.monotonic() + moment
        while running.poll() is None and time.monotonic() < until:
            assert all(map(nowhere, planted.values()))
        running.kill()
        running.communicate()
        assert all(map(nowhere, planted.values()))
