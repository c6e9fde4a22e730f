"""Which table a file is, and what it does not say itself: certain, or refused."""

from pathlib import Path

import pytest

from data.errors import UserError
from data.municipalities import municipalities, municipality_codes
from data.reference import reference_table
from data.statbank.reading import ReadFile, read_file
from tests.data.statbank.exports import Row, api_file, grid, web_csv, workbook

SMALL = ["157", "201"]


def known_figures(code: str, quarters: list[str]) -> list[Row]:
    """Return the web's rows of a series that is already known, with a blank first column."""
    table = reference_table("straf11")
    wide = table[(table["code"] == code) & table["period"].isin(quarters)].pivot(
        index="area", columns="period", values="value"
    )
    rows: list[Row] = [(" ", " ", *quarters)]
    for member in municipalities():
        rows.append((" ", member.name, *(int(value) for value in wide.loc[member.code])))
    return rows


@pytest.mark.parametrize(
    ("header", "variables", "table"),
    [
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", (SMALL, ["1320"], ["2025K4"]), "straf11"),
        ("OMRÅDE;OVERTRÆDELSENS ART;TID;INDHOLD", (SMALL, ["1320"], ["2025K4"]), "straf11"),
        ("område;overtrædelsens art;tid;Anmeldte forbrydelser", (SMALL, ["1320"], ["2025K4"]), "straf11"),
        ("region;type of offence;time;Reported offences", (SMALL, ["Residential burglaries"], ["2025Q4"]), "straf11"),
        ("OMRÅDE;OVERTRÆD;ENHED;TID;INDHOLD", (SMALL, ["1320"], ["Antal"], ["2025K4"]), "straf11"),
        ("OMRÅDE;OVERTRÆD;ANMSIGT;TID;INDHOLD", (SMALL, ["1320"], ["ANM", "SIG"], ["2025"]), "straf22"),
        ("OMRÅDE;KØN;ALDER;CIVILSTAND;TID;INDHOLD", (SMALL, ["TOT"], ["IALT"], ["TOT"], ["2026K1"]), "folk1a"),
        ("OMRÅDE;HUSTYP;HUSSTØR;ANTBORNH;TID;INDHOLD", (SMALL, ["I alt"], ["I alt"], ["I alt"], ["2026"]), "fam55n"),
        ("OMRÅDE;BEBO;TID;INDHOLD", (SMALL, ["1000", "2000"], ["2026"]), "bol101"),
        ("OMRÅDE;UHELD;TID;INDHOLD", (SMALL, ["1", "2", "3"], ["2024"]), "uheldk1"),
    ],
)  # fmt: skip
def test_a_table_is_known_by_its_variables(
    tmp_path: Path, header: str, variables: tuple[list[str], ...], table: str
) -> None:
    read = read_file(api_file(tmp_path / "hentet.csv", grid(*variables), header))
    assert read.table.name == table
    assert set(read.cells["area"]) == set(SMALL)


def test_the_title_tells_which_table_it_is(tmp_path: Path) -> None:
    rows = [("Folketal den 1. i kvartalet efter område og tid",), ("",), (" ", "2026K2"), ("Gentofte", 75200)]
    assert read_file(web_csv(tmp_path / "x.csv", rows)).table.name == "folk1a"


def test_the_table_id_in_the_title_is_enough(tmp_path: Path) -> None:
    rows = [("FAM55N: Husstande",), (" ", "2027"), ("Gentofte", 34100)]
    assert read_file(web_csv(tmp_path / "x.csv", rows)).table.name == "fam55n"


def test_a_population_is_known_by_its_size(tmp_path: Path) -> None:
    rows = [(" ", "2026K2"), *((member.name, 75200 if member.code == "157" else 45000) for member in municipalities())]
    assert read_file(web_csv(tmp_path / "x.csv", rows)).table.name == "folk1a"


def test_numbers_that_say_nothing_are_refused(tmp_path: Path) -> None:
    rows = [(" ", "2026K2"), ("Gentofte", 12), ("Allerød", 13)]
    with pytest.raises(UserError, match=r"ikke, hvad tallene tæller \(STRAF11 eller FOLK1A\?\)"):
        read_file(web_csv(tmp_path / "x.csv", rows))


@pytest.mark.parametrize("code", ["TOT", "1320"])
def test_an_offence_that_is_not_named_is_known_by_figures_that_are(tmp_path: Path, code: str) -> None:
    read = read_file(web_csv(tmp_path / "x.csv", known_figures(code, ["2025K3", "2025K4"])))
    assert (read.table.name, set(read.cells["code"])) == ("straf11", {code})
    assert f"({code})" in read.notes[0]


def test_one_corrected_figure_does_not_hide_the_offence(tmp_path: Path) -> None:
    rows = known_figures("1320", ["2025K3", "2025K4"])
    rows[1] = (*rows[1][:3], int(str(rows[1][3])) + 1)
    assert set(read_file(web_csv(tmp_path / "x.csv", rows)).cells["code"]) == {"1320"}


def test_an_offence_that_neither_stands_there_nor_is_known_is_refused(tmp_path: Path) -> None:
    header, *known = known_figures("1320", ["2025K4"])
    rows = [header, *((*labels, int(str(value)) + 3) for *labels, value in known)]
    with pytest.raises(UserError, match=r"hvilken overtrædelse .* Vælg overtrædelsens art \(OVERTRÆD\)"):
        read_file(web_csv(tmp_path / "STRAF11.csv", rows))


def test_an_offence_in_the_title_is_taken(tmp_path: Path) -> None:
    title = "Anmeldte forbrydelser efter område, Hærværk og tid"
    read = read_file(web_csv(tmp_path / "x.csv", [(title,), (" ", "2026K1"), ("Gentofte", 60)]))
    assert set(read.cells["code"]) == {"1390"}


def test_a_title_that_contradicts_the_figures_is_refused(tmp_path: Path) -> None:
    rows = [("Anmeldte forbrydelser efter område, Hærværk og tid",), *known_figures("1320", ["2025K4"])]
    with pytest.raises(UserError, match="hvilken overtrædelse"):
        read_file(web_csv(tmp_path / "x.csv", rows))


def test_reported_or_charged_must_be_said(tmp_path: Path) -> None:
    rows = [(" ", " ", "2025"), ("Indbrud i beboelser", "Gentofte", 500)]
    with pytest.raises(UserError, match=r"anmeldte og sigtede \(ANMSIGT\)"):
        read_file(web_csv(tmp_path / "x.csv", rows))


def test_english_workbook_with_blocks_and_a_footnote(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("Reported criminal offences by type of offence, region and time",),
        ("Units: Number",),
        ("", "", "2025Q4", "2026Q1"),
        ("Residential burglaries", "Gentofte", 202, 180),
        ("", "Not stated municipality", 12, 0),
        ("", "Copenhagen", 500, 510),
        ("Shoplifting, etc.", "Gentofte", 36, 40),
        ("", "Not stated municipality", 1, 2),
        ("", "Copenhagen", 900, 910),
        ("The figures are provisional.",),
    ]
    read = read_file(workbook(tmp_path / "x.xlsx", rows))
    found = read.cells.set_index(["area", "period", "code"])["value"].to_dict()
    assert found == {
        ("157", "2025K4", "1320"): 202,
        ("157", "2026K1", "1320"): 180,
        ("998", "2025K4", "1320"): 12,
        ("998", "2026K1", "1320"): 0,
        ("157", "2025K4", "1332"): 36,
        ("157", "2026K1", "1332"): 40,
        ("998", "2025K4", "1332"): 1,
        ("998", "2026K1", "1332"): 2,
    }
    assert (read.skipped_rows, read.skipped_areas, read.zero_filled) == (2, 1, 0)


@pytest.mark.parametrize(
    ("header", "row", "reason"),
    [
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("157", "Cykeltyveri", "2025K1", 3), "linje 2, kolonne »OVERTRÆD«: »Cykelt"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("157", "", "2025K1", 3), "ikke, hvad tallene tæller"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("157", "1320", "2025K7", 3), "linje 2: »2025K7« er hverken"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("157", "1320", "1. kvt. 2025", 3), "er hverken et kvartal"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("157", "1320", "2025M01", 3), "Måneder, uger og intervaller"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("157", "1320", "2025K1", -3), "»-3« er negativt"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("157", "1320", "2025K1", "3,5"), "»3,5« er ikke et helt tal"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("157", "1320", "2025K1", "mange"), "»mange« er ikke et helt tal"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("Gentoft", "1320", "2025K1", 3), "ligner Gentofte"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("", "1320", "2025K1", 3), "ingen kolonne med område"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("157", "1320", "2025K1", ".."), "Alle tal .* er uoplyst"),
        ("OMRÅDE;OVERTRÆD;TID;INDHOLD", ("København", "1320", "2025K1", 3), "ingen af kredsens kommuner"),
        ("OMRÅDE;HERKOMST;TID;INDHOLD", ("157", "Indvandrere", "2025K1", 3), "kolonne »HERKOMST«: .* hører ikke til"),
        ("OMRÅDE;OVERTRÆD;KØN;TID;INDHOLD", ("157", "1320", "Mænd", "2025", 3), "Ingen kendt tabel"),
        ("OVERTRÆD;TID;INDHOLD", ("1320", "2025K1", 3), "ingen kolonne med område"),
        ("OMRÅDE;REGION;TID;INDHOLD", ("157", "157", "2025K1", 3), "To kolonner siger begge område"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_for_certain_is_refused(tmp_path: Path, header: str, row: Row, reason: str) -> None:
    with pytest.raises(UserError, match=reason) as refused:
        read_file(api_file(tmp_path / "hentet.csv", [row], header))
    assert str(refused.value).startswith("hentet.csv")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("157", "", "2025K2", 3), "linje 3, kolonne »OVERTRÆD«: Værdien mangler"),
        (("", "1320", "2025K2", 3), "linje 3, kolonne »OMRÅDE«: Området mangler"),
        (("157", "1320", "", 3), "linje 3: »« er hverken et kvartal"),
    ],
)
def test_a_blank_label_among_others_is_refused(tmp_path: Path, row: Row, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        read_file(api_file(tmp_path / "x.csv", [("157", "1320", "2025K1", 3), row]))


def test_quarters_and_years_do_not_mix(tmp_path: Path) -> None:
    rows = [("157", "1320", "2025K1", 3), ("157", "1320", "2025", 9)]
    with pytest.raises(UserError, match="blander kvartaler og år"):
        read_file(api_file(tmp_path / "x.csv", rows))


def test_other_areas_are_counted_and_new_ones_named(tmp_path: Path) -> None:
    rows = grid(["157", "201", "København", "Landsdel Nordsjælland", "Atlantis"], ["1320"], ["2025K1"])
    read = read_file(api_file(tmp_path / "x.csv", rows))
    assert (read.rows, read.skipped_rows, read.skipped_areas) == (5, 3, 3)
    assert read.notes == ("Ukendte områder er sprunget over: »Atlantis«.",)


def test_a_file_that_ends_inside_a_known_number_is_refused(tmp_path: Path) -> None:
    """Gentofte had 202 burglaries in 2025K4; a file that stops after `20` is cut off."""
    text = "OMRÅDE;OVERTRÆD;TID;INDHOLD\n157;1320;2025K3;150\n157;1320;2025K4;20"
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="linje 3: Filen slutter midt i en linje"):
        read_file(tmp_path / "x.csv")
    (tmp_path / "x.csv").write_text(f"{text}\n", encoding="utf-8")
    assert read_file(tmp_path / "x.csv").cells["value"].tolist() == [150, 20]


def test_a_file_that_ends_before_its_last_number_is_refused(tmp_path: Path) -> None:
    text = "OMRÅDE;OVERTRÆD;TID;INDHOLD\n157;1320;2025K3;150\n157;1320;2025K4;"
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="linje 3: Filen slutter midt i en linje"):
        read_file(tmp_path / "x.csv")
    (tmp_path / "x.csv").write_text(f"{text}\n", encoding="utf-8")
    assert read_file(tmp_path / "x.csv").unknown == 1


def test_every_municipality_is_kept(tmp_path: Path) -> None:
    rows = grid([member.name for member in municipalities()], ["1320"], ["2026K1"])
    read: ReadFile = read_file(api_file(tmp_path / "x.csv", rows))
    assert set(read.cells["area"]) == set(municipality_codes())
