"""FOLK1A by age and sex: groups of inhabitants, where the file has every age or both sexes."""

from pathlib import Path

import pytest

from data.errors import UserError
from data.municipalities import municipality_codes
from data.population import age_groups
from data.reference import reference_table
from data.statbank.ages import age_span, covers_every_age
from data.statbank.importing import import_files
from data.statbank.reading import read_file
from data.statbank.report import as_json, as_text
from tests.data.statbank.exports import Row, api_file, grid, web_csv, workbook

HEADER = "OMRÅDE;KØN;ALDER;TID;INDHOLD"
AGES = [str(age) for age in range(126)]
FIVES = [f"{first}-{first + 4} år" for first in range(0, 95, 5)] + ["95 år og derover"]
OURS = ["0-14 år", "15-17 år", "18-24 år", "25-39 år", "40-64 år", "65-79 år", "80 år og derover"]

# With one person of every age from 0 to 125 in each of two sexes.
BY_AGE = {"0-14": 30, "15-17": 6, "18-24": 14, "25-39": 30, "40-64": 50, "65-79": 30, "80+": 92}
COARSER = {"0-24": 50, "65+": 122, "0-39": 80, "40+": 172}


def people(file: Path, table: str = "folk1a_age", area: str = "157") -> dict[str, int]:
    rows = read_file(file).parts.get(table)
    if rows is None:
        return {}
    here = rows[rows["area"] == area]
    return dict(zip(here.iloc[:, 2].tolist(), here["value"].tolist(), strict=True))


@pytest.mark.parametrize(
    ("label", "ages"),
    [
        ("17", (17, 17)),
        ("17 år", (17, 17)),
        ("17 17 år", (17, 17)),
        ("17 years", (17, 17)),
        ("15-19 år", (15, 19)),
        ("1519 15-19 years", (15, 19)),
        ("80+", (80, None)),
        ("80 år +", (80, None)),
        ("80 år og derover", (80, None)),
        ("80 years and over", (80, None)),
    ],
)
def test_every_way_an_age_is_written(label: str, ages: tuple[int, int | None]) -> None:
    span = age_span(label)
    assert span is not None
    assert (span.first, span.last) == ages


@pytest.mark.parametrize("label", ["Alder i alt", "IALT", "uoplyst alder", "9917", "Gentofte"])
def test_what_is_no_age(label: str) -> None:
    assert age_span(label) is None


@pytest.mark.parametrize(
    ("labels", "whole"),
    [
        (OURS, True),
        (FIVES, True),
        (OURS[:-1], False),  # nobody over 79
        (OURS[1:], False),  # no children
        ([*OURS[:2], *OURS[3:]], False),  # a gap
        ([*OURS, "18-20 år"], False),  # some twice
    ],
)
def test_bands_are_whole_when_they_follow_on_each_other_to_the_end(labels: list[str], whole: bool) -> None:
    assert covers_every_age([span for label in labels if (span := age_span(label))]) is whole


@pytest.mark.parametrize("sexes", [["1", "2"], ["Mænd", "Kvinder"], ["TOT", "1", "2"], ["1 Mænd", "2 Kvinder"]])
@pytest.mark.parametrize("totals", [[], ["IALT"]])
def test_single_years_make_every_group(tmp_path: Path, sexes: list[str], totals: list[str]) -> None:
    rows: list[Row] = [
        ("157", sex, age, "2026K1", (2 if sex == "TOT" else 1) * (126 if age == "IALT" else 1))
        for sex in sexes
        for age in [*totals, *AGES]
    ]
    file = api_file(tmp_path / "x.csv", rows, HEADER)
    assert people(file) == BY_AGE | COARSER
    assert people(file, "folk1a_sex") == {"k": 126, "m": 126}
    assert read_file(file).cells["value"].tolist() == [252]


def test_bands_of_five_years_make_the_groups_that_they_do_not_cross(tmp_path: Path) -> None:
    """15-19 and 20-24 cannot be parted at 18: under 25 is known, 15-17 and 18-24 are not."""
    file = api_file(tmp_path / "x.csv", grid(["157"], ["TOT"], FIVES, ["2026K1"], value=10), HEADER)
    found = people(file)
    assert found["0-14"] == 30 and found["25-39"] == 30 and found["0-24"] == 50 and found["80+"] == 40
    assert set(age_groups()) - set(found) == {"15-17", "18-24"}
    assert any("»15-17«, »18-24«" in note for note in read_file(file).notes)


def test_our_own_bands_in_a_workbook_and_in_the_webs_csv(tmp_path: Path) -> None:
    rows: list[Row] = [("Folketal den 1. i kvartalet efter område, alder og tid",), ("", "", "2025K1", "2026K1")]
    rows += [("Gentofte" if not at else "", band, 100 + at, 200 + at) for at, band in enumerate(OURS)]
    expected = {"0-14": 200, "15-17": 201, "18-24": 202, "25-39": 203, "40-64": 204, "65-79": 205, "80+": 206}
    expected |= {"0-24": 603, "65+": 411, "0-39": 806, "40+": 615}
    for file in (workbook(tmp_path / "x.xlsx", rows), web_csv(tmp_path / "x.csv", rows)):
        cells = read_file(file).parts["folk1a_age"]
        newest = cells[cells["period"] == "2026K1"]
        assert dict(zip(newest["age"], newest["value"], strict=True)) == expected


def test_bands_that_fit_no_group_give_the_total_and_say_so(tmp_path: Path) -> None:
    bands = ["0-5 år", "6-17 år", "18-66 år", "67 år og derover"]
    read = read_file(api_file(tmp_path / "x.csv", grid(["157"], ["TOT"], bands, ["2026K1"], value=10), HEADER))
    assert read.parts == {}
    assert read.cells["value"].tolist() == [40]
    assert any("på tværs af" in note for note in read.notes)


def test_an_unknown_sex_counts_in_the_total_and_in_neither_sex(tmp_path: Path) -> None:
    rows = grid(["157"], ["Mænd", "Kvinder", "Uoplyst køn"], ["IALT"], ["2026K1"], value=10)
    file = api_file(tmp_path / "x.csv", rows, HEADER)
    assert people(file, "folk1a_sex") == {"k": 10, "m": 10}
    assert read_file(file).cells["value"].tolist() == [30]


def test_some_ages_beside_the_total_give_the_total_alone(tmp_path: Path) -> None:
    rows = [*grid(["157"], ["TOT"], ["IALT"], ["2026K1"], value=75106), *grid(["157"], ["TOT"], AGES[:18], ["2026K1"])]
    read = read_file(api_file(tmp_path / "x.csv", rows, HEADER))
    assert read.parts == {}
    assert read.cells["value"].tolist() == [75106]


def test_parts_that_are_not_their_total_are_left_out_and_it_is_told(tmp_path: Path) -> None:
    rows = [*grid(["157"], ["TOT"], ["IALT"], ["2026K1"], value=75106), *grid(["157"], ["TOT"], AGES, ["2026K1"])]
    read = read_file(api_file(tmp_path / "x.csv", rows, HEADER))
    assert read.parts == {}
    assert "Folketallet efter alder giver ikke totalen og er ikke læst." in read.notes


def test_bands_that_are_not_the_whole_are_refused_without_a_total(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kun en del af alder"):
        read_file(api_file(tmp_path / "x.csv", grid(["157"], ["TOT"], OURS[:-1], ["2026K1"]), HEADER))


def test_an_unknown_age_makes_its_groups_unknown(tmp_path: Path) -> None:
    rows = [
        (*labels, ".." if labels[2] == "16" else number)
        for *labels, number in grid(["157"], ["TOT"], AGES, ["2026K1"], value=1)
    ]
    file = api_file(tmp_path / "x.csv", [*rows, *grid(["201"], ["TOT"], AGES, ["2026K1"], value=1)], HEADER)
    assert set(people(file, area="201")) - set(people(file)) == {"15-17", "0-24", "0-39"}


def test_the_import_stores_the_groups_and_says_so(tmp_path: Path) -> None:
    rows = grid(municipality_codes(), ["1", "2"], AGES, ["2025K1", "2026K1"], value=100)
    file = api_file(tmp_path / "x.csv", rows, HEADER)
    done = import_files([file])
    assert {change.name: change.new for change in done.changes} == {
        "folk1a": 0,  # both days were known, and are changed
        "folk1a_age": 13 * 2 * 11,
        "folk1a_sex": 13 * 2 * 2,
    }
    assert "FOLK1A efter alder: 286 nye tal" in as_text(done) and "FOLK1A efter køn: 52 nye tal" in as_text(done)
    tables = as_json(done)["tables"]
    assert isinstance(tables, list) and [table["table"] for table in tables] == ["FOLK1A", "FOLK1A_AGE", "FOLK1A_SEX"]
    ages = reference_table("folk1a_age")
    assert ages[(ages["area"] == "157") & (ages["period"] == "2026K1") & (ages["age"] == "18-24")][
        "value"
    ].tolist() == [7 * 2 * 100]
