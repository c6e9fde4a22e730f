"""The reference tables: what the project ships is whole, and the overlay wins."""

import csv
import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from data.errors import UserError
from data.home import PROJECT_REFERENCE
from data.municipalities import COUNTRY, REGION, UNKNOWN, municipality_codes
from data.reference import (
    SERIES_KEYS,
    offence_codes,
    reference_source,
    reference_table,
    structural_breaks,
    three_year_casualties,
)

QUARTERS = [f"{year}K{quarter}" for year in range(2016, 2026) for quarter in (1, 2, 3, 4)]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))


def overlay(tmp_path: Path, name: str, text: str, folder: str = "reference") -> None:
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    (tmp_path / folder / f"{name}.csv").write_text(text, encoding="utf-8")


def burglaries() -> pd.DataFrame:
    table = reference_table("straf11")
    return table[(table["code"] == "1320") & table["area"].isin(municipality_codes())]


def test_burglary_is_known_for_every_municipality_and_quarter() -> None:
    grid = burglaries().pivot(index="area", columns="period", values="value")
    assert sorted(grid.index) == sorted(municipality_codes())
    assert list(grid.columns) == QUARTERS
    assert grid.notna().all(axis=None)


@pytest.mark.parametrize(("area", "period", "expected"), [("157", "2025K4", 202), ("217", "2025K4", 163)])
def test_known_burglary_counts(area: str, period: str, expected: int) -> None:
    rows = burglaries()
    assert rows[(rows["area"] == area) & (rows["period"] == period)]["value"].tolist() == [expected]


def test_the_district_had_1056_burglaries_in_the_fourth_quarter_of_2025() -> None:
    rows = burglaries()
    assert rows[rows["period"] == "2025K4"]["value"].sum() == 1056


@pytest.mark.parametrize("code", ["TOT", "12", "1316", "1320", "1332", "1336", "3210", "3410"])
def test_each_offence_covers_ten_years_of_sixteen_areas(code: str) -> None:
    rows = reference_table("straf11")
    rows = rows[rows["code"] == code]
    assert set(rows["area"]) == {*municipality_codes(), COUNTRY, REGION, UNKNOWN}
    assert len(rows) == 16 * 40
    assert (rows["value"] >= 0).all()


def test_parts_never_exceed_their_whole() -> None:
    """A municipality is part of its region, the region of the country, an offence of all offences."""
    grid = reference_table("straf11").query("code != '11'").set_index(["period", "code", "area"])["value"].unstack()
    assert (grid[list(municipality_codes())].sum(axis=1) <= grid[REGION]).all()
    assert (grid[REGION] + grid[UNKNOWN] <= grid[COUNTRY]).all()
    totals = grid.stack().unstack("code")
    assert (totals.drop(columns="TOT").sum(axis=1) <= totals["TOT"]).all()


def test_sexual_offences_run_from_2008_to_the_second_quarter_of_2022() -> None:
    rows = reference_table("straf11").query("code == '11'")
    assert len(rows) == 13 * 58  # 14 years of four quarters and two more
    assert (rows["period"].min(), rows["period"].max()) == ("2008K1", "2022K2")


def test_population_and_households_of_every_municipality() -> None:
    people = reference_table("folk1a")
    assert set(people["period"]) == {f"{year}K1" for year in range(2015, 2027)}
    assert len(people) == 13 * 12
    households = reference_table("fam55n")
    assert (set(households["area"]), set(households["period"])) == (set(municipality_codes()), {"2026"})
    persons_per_household = people.query("period == '2026K1'")["value"].sum() / households["value"].sum()
    assert 2.0 < persons_per_household < 2.5


def test_casualty_windows_are_three_years_long_and_complete() -> None:
    windows = three_year_casualties()
    assert set(windows["last_year"] - windows["first_year"]) == {2}
    assert set(windows["first_year"]) == set(range(2008, 2024))
    assert windows.groupby("first_year")["area"].apply(set).eq(set(municipality_codes())).all()
    assert (windows["killed_and_injured"] > 0).all()


def test_offence_codes_form_one_tree_under_the_total() -> None:
    codes = {code.code: code for code in offence_codes()}
    assert len(codes) == 91
    assert [code.code for code in codes.values() if not code.parent] == ["TOT"]
    assert all(codes[code.parent].level < code.level for code in codes.values() if code.parent)
    assert codes["1320"].label_da == "Indbrud i beboelser"


def test_structural_breaks_are_read_with_dates_and_codes() -> None:
    breaks = structural_breaks()
    assert len(breaks) == 12
    law = next(row for row in breaks if "1320" in row.affects)
    assert (law.start, law.end, law.effect) == (dt.date(2018, 1, 1), None, "break")
    assert law.affects == ("1316", "1320", "1324", "1336")
    assert {row.effect for row in breaks} == {"break", "exclude", "mark"}
    assert all(row.end is None or row.end >= row.start for row in breaks)


def test_every_table_has_its_source() -> None:
    assert reference_source("straf11") == "Danmarks Statistik, STRAF11"
    files = {path.stem for path in PROJECT_REFERENCE.glob("*.csv")} - {"sources"}
    with (PROJECT_REFERENCE / "sources.csv").open(encoding="utf-8") as file:
        assert {row["table"] for row in csv.DictReader(file)} == files | set(SERIES_KEYS)


def test_the_readme_names_every_file_and_its_rows() -> None:
    text = (PROJECT_REFERENCE / "README.md").read_text(encoding="utf-8")
    for path in PROJECT_REFERENCE.glob("*.csv"):
        line = next(line for line in text.splitlines() if f"`{path.name}`" in line and line.startswith("| `"))
        with path.open(encoding="utf-8") as file:
            rows = sum(1 for _ in csv.DictReader(file))
        assert f"{rows:,}" in line or path.name == "border_rings.csv", path.name


def test_a_table_that_nobody_imported_is_empty() -> None:
    assert reference_table("bol101").empty
    assert list(reference_table("straf22").columns) == ["area", "period", "code", "measure", "value"]


def test_the_overlay_wins_and_adds(tmp_path: Path) -> None:
    overlay(tmp_path, "fam55n", "area,period,value\n157,2026,34025\n157,2027,34100\n")
    table = reference_table("fam55n").query("area == '157'")
    assert table["value"].tolist() == [34025, 34100]
    assert len(reference_table("fam55n")) == 14


def test_a_changed_overlay_is_read_again(tmp_path: Path) -> None:
    overlay(tmp_path, "bol101", "area,period,value\n157,2026,35000\n")
    assert reference_table("bol101")["value"].tolist() == [35000]
    overlay(tmp_path, "bol101", "area,period,value\n157,2026,35000\n157,2027,35100\n")
    assert reference_table("bol101")["value"].tolist() == [35000, 35100]


def test_a_finished_import_counts_before_it_is_moved_in_place(tmp_path: Path) -> None:
    overlay(tmp_path, "bol101", "area,period,value\n157,2026,1\n")
    overlay(tmp_path, "bol101", "area,period,value\n157,2026,2\n", "reference/pending")
    assert reference_table("bol101")["value"].tolist() == [2]


def test_what_a_reader_changes_reaches_no_other_reader() -> None:
    mine = reference_table("folk1a")
    mine["value"] = 0
    assert reference_table("folk1a").query("area == '157' and period == '2026K1'")["value"].tolist() == [75106]


@pytest.mark.parametrize(
    "text", ["area,value\n157,1\n", "area,period,value\n157,2026,many\n", "", "area,period,value\n1,2\n"]
)
def test_a_damaged_overlay_says_what_to_do(tmp_path: Path, text: str) -> None:
    overlay(tmp_path, "bol101", text)
    with pytest.raises(UserError, match=r"bol101\.csv er beskadiget"):
        reference_table("bol101")
