"""Layouts: the same cells come out of the API's rows, the web's matrix and the workbook."""

from pathlib import Path

import pytest

from data.errors import UserError
from data.statbank.cells import LINE, TEXT, Cells, Layout
from data.statbank.layouts import read_cells
from tests.data.statbank.exports import api_file, web_csv, workbook

BURGLARY = "Indbrud i beboelser"


def told(cells: Cells) -> list[tuple[str, ...]]:
    """Return the labels and the text of each cell, without blank columns."""
    rows = cells.frame.drop(columns=LINE).itertuples(index=False)
    return [tuple(str(value) for value in row if str(value).strip()) for row in rows]


def read_text(tmp_path: Path, text: str) -> Cells:
    file = tmp_path / "x.csv"
    file.write_text(text, encoding="utf-8")
    return read_cells(file)


EXPECTED = [
    (BURGLARY, "Gentofte", "2025K3", "150"),
    (BURGLARY, "Gentofte", "2025K4", "202"),
    (BURGLARY, "Allerød", "2025K3", "31"),
    (BURGLARY, "Allerød", "2025K4", ".."),
]
MATRIX = [
    ("Anmeldte forbrydelser efter overtrædelsens art, område og tid",),
    ("Enhed: Antal",),
    (" ", " ", "2025K3", "2025K4"),
    (BURGLARY, "Gentofte", 150, 202),
    (" ", "Allerød", 31, ".."),
    ("Note: foreløbige tal, som bliver rettet.",),
]


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1"])
def test_api_rows(tmp_path: Path, mark: str, encoding: str) -> None:
    header = "OVERTRÆD;OMRÅDE;TID;INDHOLD"
    cells = read_cells(api_file(tmp_path / "x.csv", EXPECTED, header, encoding, mark))
    assert told(cells) == EXPECTED
    assert cells.layout is Layout.API
    assert cells.headers == ("OVERTRÆD", "OMRÅDE", "TID")
    assert cells.frame[LINE].tolist() == [2, 3, 4, 5]


@pytest.mark.parametrize("mark", [",", ";"])
@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-8"])
def test_web_matrix(tmp_path: Path, mark: str, encoding: str) -> None:
    cells = read_cells(web_csv(tmp_path / "x.csv", MATRIX, encoding, mark))
    assert told(cells) == EXPECTED
    assert cells.layout is Layout.MATRIX
    assert cells.titles == ("Anmeldte forbrydelser efter overtrædelsens art, område og tid", "Enhed: Antal")
    assert cells.frame[LINE].tolist() == [4, 4, 5, 5]


def test_excel_export(tmp_path: Path) -> None:
    rows = [[cell if cell != " " else "" for cell in row] for row in MATRIX]
    cells = read_cells(workbook(tmp_path / "x.xlsx", rows))
    assert told(cells) == EXPECTED
    assert cells.layout is Layout.EXCEL


def test_excel_keeps_years_as_numbers(tmp_path: Path) -> None:
    cells = read_cells(
        workbook(tmp_path / "x.xlsx", [("Husstande",), ("",), ("", 2025, 2026), ("Gentofte", 34000, 34024)])
    )
    assert told(cells) == [("Gentofte", "2025", "34000"), ("Gentofte", "2026", "34024")]


def test_api_rows_saved_as_a_workbook(tmp_path: Path) -> None:
    cells = read_cells(workbook(tmp_path / "x.xlsx", [("OMRÅDE", "TID", "INDHOLD"), ("157", 2026, 34024)]))
    assert told(cells) == [("157", "2026", "34024")]
    assert cells.layout is Layout.API


def test_the_name_of_a_file_says_nothing(tmp_path: Path) -> None:
    file = workbook(tmp_path / "x.csv", [("", "2025K4"), ("Gentofte", 202)])
    assert told(read_cells(file)) == [("Gentofte", "2025K4", "202")]


@pytest.mark.parametrize(
    "text",
    [
        # a block's label on a row of its own, in its own column
        ";;2025K3;2025K4\nIndbrud i beboelser;;;\n;Gentofte;150;202\n;Allerød;31;..\n",
        # the same without trailing separators
        ";;2025K3;2025K4\nIndbrud i beboelser\n;Gentofte;150;202\n;Allerød;31;..\n",
        # repeated on every row
        ";;2025K3;2025K4\nIndbrud i beboelser;Gentofte;150;202\nIndbrud i beboelser;Allerød;31;..\n",
        # with the names of the columns
        "overtrædelsens art;område;2025K3;2025K4\nIndbrud i beboelser;Gentofte;150;202\n;Allerød;31;..\n",
        # without a line break at the end
        ";;2025K3;2025K4\nIndbrud i beboelser;Gentofte;150;202\n;Allerød;31;..",
    ],
)
def test_blocks(tmp_path: Path, text: str) -> None:
    assert {cell[-3:] for cell in told(read_text(tmp_path, text))} == {cell[-3:] for cell in EXPECTED}
    assert all(cell[0] == BURGLARY for cell in told(read_text(tmp_path, text)))


def test_a_block_label_in_the_same_column_as_its_rows(tmp_path: Path) -> None:
    cells = read_text(tmp_path, ";2025K3\nIndbrud i beboelser;\nGentofte;1\nRøveri;\nGentofte;2\n")
    assert told(cells) == [("Gentofte", BURGLARY, "2025K3", "1"), ("Gentofte", "Røveri", "2025K3", "2")]


def test_a_new_outer_label_ends_the_inner_one(tmp_path: Path) -> None:
    cells = read_text(tmp_path, ";;;2025\nAnmeldte;Røveri;Gentofte;1\n;;Allerød;2\nSigtelser;;Gentofte;3\n")
    assert told(cells) == [
        ("Anmeldte", "Røveri", "Gentofte", "2025", "1"),
        ("Anmeldte", "Røveri", "Allerød", "2025", "2"),
        ("Sigtelser", "Gentofte", "2025", "3"),
    ]


def test_two_rows_of_headers(tmp_path: Path) -> None:
    cells = read_text(tmp_path, ";Mænd;;Kvinder;\n;2024;2025;2024;2025\nGentofte;1;2;3;4\n")
    assert [cell[1:] for cell in told(cells)] == [
        ("Mænd", "2024", "1"),
        ("Mænd", "2025", "2"),
        ("Kvinder", "2024", "3"),
        ("Kvinder", "2025", "4"),
    ]


def test_areas_as_columns(tmp_path: Path) -> None:
    cells = read_text(tmp_path, ";Gentofte;Allerød\n2024;1999;2\n2025;3;4\n")
    assert told(cells)[0] == ("2024", "Gentofte", "1999")


def test_lines_between_rows_and_excels_own_first_line_do_not_count(tmp_path: Path) -> None:
    cells = read_text(tmp_path, "sep=;\nOMRÅDE;TID;INDHOLD\n\nGentofte;2026;34024\n\n")
    assert told(cells) == [("Gentofte", "2026", "34024")]
    assert cells.frame[LINE].tolist() == [4]


def test_a_label_with_the_separator_in_it(tmp_path: Path) -> None:
    cells = read_text(
        tmp_path, 'OMRÅDE,OVERTRÆD,TID,INDHOLD\nGentofte,"Indbrud i forretning, virksomhed mv.",2025K1,3\n'
    )
    assert told(cells)[0][1] == "Indbrud i forretning, virksomhed mv."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("OMRÅDE;TID;INDHOLD\nGentofte;2026;1\nAllerød;2026\n", "linje 3: Linjen har 2 felter, men overskriften har 3"),
        ("OMRÅDE;TID;INDHOLD\nGentofte;2026;1;9\n", "linje 2: Linjen har 4 felter"),
        ("OMRÅDE;TID;INDHOLD\nGentofte;2026;1\n\nAller", "linje 4: Linjen har 1 felter"),
        ("OMRÅDE;TID;INDHOLD\n", "ingen tal"),
        ("OMRÅDE;TID;INDHOLD", "ingen tal"),
        (";2025K3;2025K4\nGentofte;1;2\nAllerød;3", "linje 3: Linjen har 2 felter, men overskriften har 3"),
        (";2025K3;2025K4\nGentofte;1;2;3\n", "linje 2: Linjen har 4 felter"),
        (";;2025K3\n;Gentofte;1\n;Alle", "linje 3: Filen slutter midt i en linje"),
        ('"";"2025K3"\n"Gentofte";1\n"All', "slutter midt i en tekst"),
        (";2025K3;2025K4\n", "ingen tal"),
        (";2026M01;2026M02\nGentofte;1;2\n", "linje 1: Perioderne er hverken kvartaler"),
        ("navn;alder\nAnna;7\n", "ikke en tabel fra Statistikbanken"),
        ("Her er ikke noget.\n", "ikke en tabel fra Statistikbanken"),
    ],
)
def test_what_is_cut_off_or_no_table_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        read_text(tmp_path, text)


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "x.xlsx", MATRIX).read_bytes()
    (tmp_path / "x.xlsx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UserError, match="Regnearket kan ikke læses"):
        read_cells(tmp_path / "x.xlsx")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="findes ikke"):
        read_cells(tmp_path / "x.csv")


def test_text_of_a_cell_is_kept_until_it_is_counted(tmp_path: Path) -> None:
    cells = read_text(tmp_path, ";2025K3\nGentofte;1.234\n")
    assert cells.frame[TEXT].tolist() == ["1.234"]
