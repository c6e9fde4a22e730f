"""A CSV file of initiatives: all rows or none, told by line and column, and twice is once."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.errors import UserError
from data.register.importing import Imported, import_sheet
from data.register.initiative_rows import INITIATIVE_FORM
from data.register.initiatives import add_initiative, edit_initiative, initiative, initiatives, withdraw_initiative
from data.register.sheet import FileRefusedError, columns, csv_of
from data.register.shipped import shipped_initiatives
from data.register.store import register_path
from tests.data.register.examples import an_initiative

HEADER = "sted;omraade;indsats;status;fra"
ROWS = ("260;indbrud;Lys på stierne;i gang;2024-03", "Hørsholm;faerdsel;Fartmålere;planlagt;01.05.2026")


def written(tmp_path: Path, *lines: str, encoding: str = "utf-8", ends: str = "\n") -> Path:
    path = tmp_path / "indsatser.csv"
    path.write_bytes((ends.join(lines) + ends).encode(encoding))
    return path


def own() -> dict[str, str]:
    return {entry.content.what: entry.content.place for entry in initiatives() if entry.version}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_people_save_from_a_spreadsheet(tmp_path: Path, encoding: str, separator: str, ends: str) -> None:
    lines = [line.replace(";", separator) for line in (HEADER.upper(), *ROWS, "")]
    done = import_sheet(INITIATIVE_FORM, written(tmp_path, *lines, encoding=encoding, ends=ends), "AB")
    assert done == Imported(added=2, corrected=0, unchanged=0)
    assert own() == {"Lys på stierne": "260", "Fartmålere": "223"}


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER, *ROWS)
    import_sheet(INITIATIVE_FORM, path, "AB")
    before = initiatives()
    assert import_sheet(INITIATIVE_FORM, path, "CD") == Imported(0, 0, unchanged=2)
    assert initiatives() == before


def test_a_row_that_says_something_new_is_a_new_version(tmp_path: Path) -> None:
    import_sheet(INITIATIVE_FORM, written(tmp_path, HEADER, *ROWS), "AB")
    assert import_sheet(
        INITIATIVE_FORM, written(tmp_path, HEADER, ROWS[0].replace("i gang", "afsluttet")), "CD"
    ) == Imported(0, 1, 0)
    (entry,) = (entry for entry in initiatives() if entry.content.what == "Lys på stierne")
    assert (entry.version, entry.content.status, entry.edited_by) == (2, "afsluttet", "CD")


def test_one_bad_row_and_nothing_is_imported(tmp_path: Path) -> None:
    lines = (*ROWS, "999;indbrud;Et;i gang;", '260;cykler;"To\nlinjer";måske;snart', "260;indbrud;For få felter")
    with pytest.raises(FileRefusedError) as refused:
        import_sheet(INITIATIVE_FORM, written(tmp_path, HEADER, *lines), "AB")
    assert [reason.split(":")[0] for reason in refused.value.reasons] == [
        "Linje 4, kolonne »sted«",
        "Linje 5, kolonne »omraade«",
        "Linje 5, kolonne »indsats«",
        "Linje 5, kolonne »fra«",
        "Linje 5, kolonne »status«",
        "Linje 7",
    ]
    assert not register_path().exists()


def test_personal_data_is_refused_by_line_and_column_and_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="Linje 3, kolonne »indsats«: .*telefonnummer") as refused:
        import_sheet(INITIATIVE_FORM, written(tmp_path, HEADER, ROWS[0], "260;indbrud;Ring 20 21 22 23;i gang;"), "AB")
    assert "20 21 22 23" not in str(refused.value)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("sted;omraade;indsats", "»status« mangler"),
        (f"{HEADER};cpr", "Kolonne nr. 6 er ukendt"),
        (f"{HEADER};fra", "»fra« står der to gange"),
        ("", "»sted« mangler"),
    ],
)
def test_a_header_that_is_not_ours(tmp_path: Path, header: str, told: str) -> None:
    with pytest.raises(FileRefusedError, match=told):
        import_sheet(INITIATIVE_FORM, written(tmp_path, header, ROWS[0]), "AB")


def test_rows_that_say_the_same_twice(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="Linje 3: samme indsats som linje 2"):
        import_sheet(INITIATIVE_FORM, written(tmp_path, HEADER, ROWS[0], ROWS[0].replace("Lys", "LYS")), "AB")


def test_an_open_quotation_mark(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="anførselstegn"):
        import_sheet(INITIATIVE_FORM, written(tmp_path, HEADER, '260;indbrud;"Lys;i gang;'), "AB")


def test_damaged_letters_and_no_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="beskadiget"):
        import_sheet(INITIATIVE_FORM, written(tmp_path, HEADER, ROWS[0].replace("å", "\ufffd")), "AB")
    with pytest.raises(UserError, match="findes ikke"):
        import_sheet(INITIATIVE_FORM, tmp_path / "intet.csv", "AB")


def test_what_is_exported_comes_back_unchanged(tmp_path: Path) -> None:
    add_initiative(an_initiative(note='Citat "a;b"\nlinje to', source="A, B"), "AB")
    path = tmp_path / "ud.csv"
    path.write_bytes(csv_of(INITIATIVE_FORM, initiatives()))
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid;version;sted;")
    assert import_sheet(INITIATIVE_FORM, path, "CD") == Imported(0, 0, len(shipped_initiatives()) + 1)


@pytest.mark.parametrize("editor", ["=1+1", "@SUM(1)", "＋1"])
def test_no_editors_name_can_run_as_a_formula(tmp_path: Path, editor: str) -> None:
    add_initiative(an_initiative(), editor)
    path = tmp_path / "ud.csv"
    path.write_bytes(csv_of(INITIATIVE_FORM, initiatives()))
    assert f";'{editor}\r\n" in path.read_bytes().decode("utf-8-sig")
    assert import_sheet(INITIATIVE_FORM, path, "CD") == Imported(0, 0, len(shipped_initiatives()) + 1)


def test_a_file_from_before_somebodys_edit_is_a_conflict(tmp_path: Path) -> None:
    first = add_initiative(an_initiative(), "AB")
    path = tmp_path / "ud.csv"
    path.write_bytes(csv_of(INITIATIVE_FORM, [replace(first, content=an_initiative(owner="Rettet i filen"))]))
    edit_initiative(first.id, 1, an_initiative(owner="Rettet i appen"), "CD")
    with pytest.raises(FileRefusedError, match="Linje 2: indsatsen er ændret af CD"):
        import_sheet(INITIATIVE_FORM, path, "EF")
    assert initiative(first.id).content.owner == "Rettet i appen"


def test_a_file_may_rename_an_initiative_by_its_id(tmp_path: Path) -> None:
    first = add_initiative(an_initiative(), "AB")
    path = tmp_path / "ud.csv"
    path.write_bytes(csv_of(INITIATIVE_FORM, [replace(first, content=an_initiative("Nyt navn"))]))
    assert import_sheet(INITIATIVE_FORM, path, "CD") == Imported(0, 1, 0)
    assert initiative(first.id).content.what == "Nyt navn"


def test_an_initiative_that_was_withdrawn_meanwhile_is_a_conflict(tmp_path: Path) -> None:
    first = add_initiative(an_initiative(), "AB")
    path = tmp_path / "ud.csv"
    path.write_bytes(csv_of(INITIATIVE_FORM, [replace(first, content=an_initiative(owner="Rettet"))]))
    withdraw_initiative(first.id, 1, "CD")
    with pytest.raises(FileRefusedError, match="fjernet af CD"):
        import_sheet(INITIATIVE_FORM, path, "EF")


def test_only_the_first_reasons_are_printed_of_a_hopeless_file(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="… og 5 til") as refused:
        import_sheet(
            INITIATIVE_FORM, written(tmp_path, HEADER, *(f"999;indbrud;Nr {n};i gang;" for n in range(25))), "AB"
        )
    assert len(refused.value.reasons) == 25


def test_the_columns_are_documented() -> None:
    text = (Path(__file__).parents[3] / "docs" / "indsatser.md").read_text(encoding="utf-8")
    assert all(f"`{column}`" in text for column in columns(INITIATIVE_FORM))
