import csv
import hashlib
import os
import re
import subprocess
import sys
import tomllib
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from data.catalogue import AREAS, CATEGORIES
from data.contract import COLUMNS, REQUIRED_COLUMNS, Column, ColumnKind
from data.demo.district import demo_district
from data.demo.files import COVERS, DWELLINGS, INCIDENTS, SECTIONS, write_demo
from data.municipalities import UNKNOWN, municipality_codes
from data.personal.numbers import cpr_candidates, phone_numbers
from tests.data.demo.conftest import read_back

ROOT = Path(__file__).resolve().parents[3]
AREAS_AND_UNKNOWN = (*municipality_codes(), UNKNOWN)

BURGLARY = {"indbrud_beboelse", "indbrud_fritidshus"}
ACCIDENTS = {"uheld_personskade", "uheld_materiel", "uheld_ekstra"}
DIGITAL = {*AREAS["digital"].headline, *AREAS["digital"].beside}
ONLY_IN = {
    **dict.fromkeys(("metode", "boligtype", "gerningsmand_til_stede", "oensket_senere"), BURGLARY),
    **dict.fromkeys(("brochure", "nabohjaelp", "raadgivning"), BURGLARY),
    "foerste_patrulje": BURGLARY | {"narkotikasalg_skole"},
    **dict.fromkeys(("draebte", "alvorligt", "let", "vejstraekning", "transport", "spiritus", "narkotika"), ACCIDENTS),
    **dict.fromkeys(("hastighedsgraense", "uheldssituation", "status"), ACCIDENTS),
    "mistaenkt_alder": {"muldyr"},
    **dict.fromkeys(("offer_alder", "offer_koen", "kanal", "tab_kr"), DIGITAL - {"muldyr"}),
    **dict.fromkeys(("emne", "besvaret", "udfoert"), {"bestil_betjent"}),
}

# No road has these limits; no account is lent out by a suspect of 80; every request has its topic.
NEVER = {"hastighedsgraense": {"20", "90", "100", "120"}, "mistaenkt_alder": {"80+"}}


def _is_time(text: str, form: str) -> bool:
    return datetime.strptime(text, form).strftime(form) == text


def _follows_contract(column: Column, text: str) -> bool:
    match column.kind:
        case ColumnKind.CODE:
            return text in column.domain
        case ColumnKind.MUNICIPALITY:
            return text in AREAS_AND_UNKNOWN
        case ColumnKind.TIMESTAMP:
            return _is_time(text, "%d-%m-%Y %H:%M")
        case ColumnKind.DATE:
            return _is_time(text, "%d-%m-%Y")
        case ColumnKind.COUNT:
            return text.isdecimal()
        case _:
            return re.fullmatch(column.pattern, text) is not None


def _values(rows: duckdb.DuckDBPyConnection, column: str) -> list[str | None]:
    return [value for (value,) in rows.execute(f'SELECT DISTINCT "{column}" FROM rows').fetchall()]


@pytest.mark.parametrize("name", COLUMNS)
def test_every_value_follows_the_contract(demo: duckdb.DuckDBPyConnection, name: str) -> None:
    values = _values(demo, name)
    column = COLUMNS[name]
    assert None not in values or not column.required
    present = [value for value in values if value is not None]
    assert present, "a column that is never filled shows nothing"
    assert [value for value in present if not _follows_contract(column, value)][:3] == []


@pytest.mark.parametrize("name", [name for name in COLUMNS if COLUMNS[name].kind is ColumnKind.CODE])
def test_every_code_occurs(demo: duckdb.DuckDBPyConnection, name: str) -> None:
    assert set(COLUMNS[name].domain) - NEVER.get(name, set()) == set(_values(demo, name)) - {None}


@pytest.mark.parametrize(("name", "categories"), ONLY_IN.items())
def test_columns_are_filled_only_where_they_belong(
    demo: duckdb.DuckDBPyConnection, name: str, categories: set[str]
) -> None:
    found = demo.execute(f'SELECT DISTINCT kategori FROM rows WHERE "{name}" IS NOT NULL').fetchall()
    assert {category for (category,) in found} <= categories


def test_the_file_is_plain_utf8_with_the_contracts_header(demo_folder: Path) -> None:
    text = (demo_folder / INCIDENTS).read_bytes()
    assert text.startswith(";".join(COLUMNS).encode() + b"\n")
    assert b'"' not in text and b"\r" not in text
    text.decode("utf-8")


def test_all_categories_and_between_250_and_400_thousand_rows(demo: duckdb.DuckDBPyConnection) -> None:
    assert set(_values(demo, "kategori")) == set(CATEGORIES)
    assert 250_000 < demo.execute("SELECT count(*) FROM rows").fetchall()[0][0] < 400_000


def test_ids_are_unique_opaque_and_read_like_nobody(demo: duckdb.DuckDBPyConnection) -> None:
    ids = [text for (text,) in demo.execute("SELECT haendelse_id FROM rows").fetchall()]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"demo-[bcdfghjklmnpqrst]{10}", text) for text in ids)
    cases = [text for text in _values(demo, "sag_id") if text is not None]
    assert all(re.fullmatch(r"demo-sag-[bcdfghjklmnpqrst]{10}", text) for text in cases)
    some = " ".join(ids[::500] + cases[::500])
    assert not cpr_candidates(some) and not phone_numbers(some)


def test_the_covers_file_says_what_the_extract_covers(demo_folder: Path) -> None:
    covers = tomllib.loads((demo_folder / COVERS).read_text(encoding="utf-8"))
    assert covers == {
        "municipalities": "alle",
        "from": "2016-01",
        "to": "2026-01",
        "categories": "alle",
        "extracted": date(2026, 1, 12),
    }
    assert "2026-01-12" in INCIDENTS


def _companion(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_road_sections_are_in_the_trial_where_the_trial_was(demo_folder: Path, demo: duckdb.DuckDBPyConnection) -> None:
    sections = _companion(demo_folder / SECTIONS)
    trial = {row["kommunekode"] for row in sections if row["fra"]}
    # Allerød, Fredensborg, Frederikssund, Furesø, Gentofte, Hillerød, Hørsholm, Lyngby-Taarbæk, Rudersdal
    assert trial == {"201", "210", "250", "190", "157", "219", "223", "173", "230"}
    for row in sections:
        assert (row["hastighed_foer"], row["hastighed_efter"]) == ("50", "40" if row["fra"] else "50")
        assert not row["fra"] or "2022-03-01" <= row["fra"] <= "2023-12-31"
        assert 0.1 <= float(row["laengde_km"]) <= 5 and 100 <= int(row["adt"]) <= 60_000
    home = {row["id"]: row["kommunekode"] for row in sections}
    used = demo.execute(
        "SELECT DISTINCT vejstraekning, kommunekode FROM rows WHERE vejstraekning IS NOT NULL"
    ).fetchall()
    assert {home[section] == municipality for section, municipality in used} == {True}


def test_a_cell_stands_once_in_the_dwellings_file(demo_folder: Path) -> None:
    cells = [row["celle_1km"] for row in _companion(demo_folder / DWELLINGS)]
    assert len(set(cells)) == len(cells)


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_same_seed_makes_the_same_bytes_on_any_machine(demo_folder: Path, tmp_path: Path) -> None:
    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Pacific/Auckland", "KREDSBLIK_TODAY": ""}
    command = (sys.executable, "-m", "data.demo", "--out", str(tmp_path / "demo"))
    subprocess.run(command, cwd=ROOT, env=elsewhere, check=True, stderr=subprocess.DEVNULL)
    assert _digests(tmp_path / "demo") == _digests(demo_folder)


def test_another_seed_makes_another_district(tmp_path: Path) -> None:
    for seed in (1, 2):
        write_demo(demo_district(seed, 2000), tmp_path / str(seed), lambda _rows: None)
    one, two = _digests(tmp_path / "1"), _digests(tmp_path / "2")
    assert {name for name in one if one[name] != two[name]} == {INCIDENTS, SECTIONS, DWELLINGS}


def test_a_scaled_run_has_exactly_its_rows_and_obeys_the_contract(tmp_path: Path) -> None:
    write_demo(demo_district(3, 20_000), tmp_path, lambda _rows: None)
    with read_back(tmp_path / INCIDENTS) as rows:
        counted = rows.execute("SELECT count(*), count(DISTINCT haendelse_id), count(DISTINCT kategori) FROM rows")
        assert counted.fetchall() == [(20_000, 20_000, len(CATEGORIES))]
        for name, column in COLUMNS.items():
            values = _values(rows, name)
            assert all(_follows_contract(column, value) for value in values if value is not None), name
            assert name not in REQUIRED_COLUMNS or None not in values


def test_an_interrupted_run_leaves_the_earlier_demo_alone(tmp_path: Path) -> None:
    write_demo(demo_district(1, 500), tmp_path, lambda _rows: None)
    before = _digests(tmp_path)

    def interrupt(_rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_demo(demo_district(2, 500), tmp_path, interrupt)
    assert _digests(tmp_path) == before
