"""What refuses a whole file: one clear sentence, exit 2, and nothing changed."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from data.errors import UserError
from data.workbook_size import refuse_what_cannot_be_held
from tests.data.load.extracts import GOOD, NAMES, everything, load_one, row, text, write

GOOD_TEXT = text([row(1), row(2)])


def refused(path: Path, *words: str) -> str:
    """Return the sentence that refuses the file, which holds these words; nothing is changed, not even begun."""
    before = everything()
    with pytest.raises(UserError) as error:
        load_one(path)
    assert everything() == before
    for word in words:
        assert word in str(error.value)
    assert "a-1" not in str(error.value)
    return str(error.value)


@pytest.fixture(autouse=True)
def _loaded_before(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(77, anmeldt="01-02-2024 10:00")], name="foer.csv"))


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("navn", ["»navn«"]),
        ("Ukendt Kolonne", ["»Ukendt Kolonne«"]),
        ("rocker_gruppe", ["rocker- og bandeforhold"]),
        ("bandemedlem", ["rocker- og bandeforhold"]),
        ("PSP_sag", ["må aldrig"]),
        ("2110625629", ["nr. 38"]),
        ("", ["nr. 38"]),
        ("KATEGORI ", ["to gange", "kategori"]),
    ],
)
def test_columns_that_are_not_the_contracts(tmp_path: Path, header: str, words: list[str]) -> None:
    rows = [row(1) | {header: ""}]
    message = refused(write(tmp_path, rows, names=[*NAMES, header]), *words)
    assert "2110625629" not in message


@pytest.mark.parametrize("missing", list(GOOD))
def test_a_required_column_must_be_there(tmp_path: Path, missing: str) -> None:
    refused(write(tmp_path, [row(1)], names=[name for name in NAMES if name != missing]), "mangler", missing)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["tom"]),
        (b"\n\n", ["overskrift"]),
        (";".join(NAMES).encode() + b"\n", ["ingen rækker"]),
        (GOOD_TEXT.split("\n", 1)[1].encode(), ["ikke en overskrift"]),
        (GOOD_TEXT.replace("henvendelse", "henv\ufffd").encode(), ["beskadiget"]),
        (GOOD_TEXT.replace("henvendelse", "henv\ufffd").encode("utf-16"), ["beskadiget"]),
        (GOOD_TEXT.replace("metode", "m\ufffdtode").encode(), ["beskadiget"]),
        (GOOD_TEXT.encode("utf-16-le"), ["uden mærke"]),
        (GOOD_TEXT.encode("utf-16")[:-1], ["beskadiget"]),
        (GOOD_TEXT.encode("utf-16")[:301] + GOOD_TEXT.encode("utf-16")[302:], ["beskadiget"]),
        (b"x" * 200_000 + b";" + GOOD_TEXT.encode(), ["beskadiget"]),
        (GOOD_TEXT.replace("henvendelse", "\x81").encode("latin-1"), ["UTF-8"]),
        (GOOD_TEXT.encode() + b"x" * (2 << 20), ["1 MB"]),
        (text([row(1, metode="x"), row(2, draebte="-1")]).encode(), ["ingen af de 2 rækker", "Linje 2", "metode"]),
        (b"PAR1" + b"x" * 100, ["slutning"]),
        (b"PAR1" + b"x" * 100 + b"PAR1", ["Parquet"]),
        (b"PK\x03\x04" + b"x" * 100, ["Excel"]),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, ["xlsx"]),
        (b"%PDF-1.7", ["PDF"]),
        (b"\x1f\x8b" + b"x" * 100, ["gzip"]),
    ],
)  # fmt: skip
def test_content_that_cannot_be_an_extract(tmp_path: Path, content: bytes, words: list[str]) -> None:
    path = tmp_path / "udtraek"  # no extension: the content alone tells
    path.write_bytes(content)
    refused(path, *words)


def a_workbook(path: Path | io.BytesIO) -> None:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, GOOD)
        page.write_row(1, 0, GOOD.values())


def a_parquet(path: Path) -> None:
    pq.write_table(pa.table({name: [value] for name, value in GOOD.items()}), path)


def a_csv(path: Path) -> None:
    path.write_text(GOOD_TEXT)


@pytest.mark.parametrize(
    ("make", "name"),
    [(a_csv, "u.xlsx"), (a_csv, "u.parquet"), (a_workbook, "u.csv"), (a_parquet, "u.csv"), (a_parquet, "u.xlsx")],
)
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, make: Callable[[Path], None], name: str) -> None:
    make(tmp_path / name)
    refused(tmp_path / name, "hedder", "indholdet er")


def test_a_truncated_parquet_and_workbook(tmp_path: Path) -> None:
    for make, name in ((a_parquet, "u.parquet"), (a_workbook, "u.xlsx")):
        make(tmp_path / "hel")
        content = (tmp_path / "hel").read_bytes()
        (tmp_path / name).write_bytes(content[: len(content) // 2])
        refused(tmp_path / name)


def test_a_workbook_that_unpacks_beyond_measure(tmp_path: Path) -> None:
    path = tmp_path / "bombe.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as member,
    ):
        for _ in range(251):
            member.write(bytes(1 << 20))
    refused(path, "for meget")


def a_workbook_with(path: Path, changed: Callable[[str, bytes], tuple[str, bytes]]) -> None:
    """Write a good workbook whose parts have been changed, each given by its name and content."""
    whole = io.BytesIO()
    a_workbook(whole)
    with zipfile.ZipFile(whole) as good, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in good.namelist():
            archive.writestr(*changed(name, good.read(name)))


def test_one_long_text_in_many_cells(tmp_path: Path) -> None:
    cells = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(3, 1000)).encode()

    def changed(name: str, content: bytes) -> tuple[str, bytes]:
        long = content.replace(b"<t>haendelse_id<", b"<t>" + b"x" * (1 << 20) + b"<")
        return name, long.replace(b"</sheetData>", cells + b"</sheetData>")

    a_workbook_with(tmp_path / "u.xlsx", changed)  # 30 kB, and a gigabyte in memory
    refused(tmp_path / "u.xlsx", "for meget")


@pytest.mark.parametrize("quote", [b'"', b"'"])
@pytest.mark.parametrize("place", [b"B1048576", b"XFD3", b"AZ200000"])
def test_a_far_cell_in_whatever_part_and_writing(tmp_path: Path, quote: bytes, place: bytes) -> None:
    cell = b"<row><c r=" + quote + place + quote + b"><v>1</v></c></row><row r='3'/></sheetData>"

    def changed(name: str, content: bytes) -> tuple[str, bytes]:
        return name.replace("worksheets/sheet1", "ark/en"), content.replace(b"worksheets/sheet1", b"ark/en").replace(
            b"</sheetData>", cell
        )

    a_workbook_with(tmp_path / "u.xlsx", changed)
    refused(tmp_path / "u.xlsx", "længere ude")


@pytest.mark.parametrize(
    ("rows", "cells", "fits"), [(1000, 130, True), (1, 131, False), (120_000, 1, False), (119_990, 1, True)]
)
@pytest.mark.parametrize("cell", [b"<x:c t='n'/>", b"<x:c><x:v>1</x:v></x:c>"])
def test_cells_that_do_not_say_where_they_are(tmp_path: Path, cell: bytes, rows: int, cells: int, fits: bool) -> None:
    more = (b"<x:row>" + cell * cells + b"</x:row>") * rows

    def changed(name: str, content: bytes) -> tuple[str, bytes]:
        bound = content.replace(b"<worksheet ", b'<worksheet xmlns:x="http://schemas.openxmlformats.org/x" ')
        return name, bound.replace(b"</sheetData>", more + b"</sheetData>")

    a_workbook_with(tmp_path / "u.xlsx", changed)
    if fits:
        refuse_what_cannot_be_held(tmp_path / "u.xlsx")
    else:
        refused(tmp_path / "u.xlsx", "længere ude")


def test_a_workbook_whose_cells_do_not_say_where_they_are_is_read(tmp_path: Path) -> None:
    a_workbook_with(tmp_path / "u.xlsx", lambda name, content: (name, re.sub(rb' r="[A-Z]*\d+"', b"", content)))
    assert load_one(tmp_path / "u.xlsx").accepted == 1


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.binary()])
@pytest.mark.parametrize(("length", "repeated", "plain"), [(5000, 3, False), (70 << 20, 1, True)])
def test_a_parquet_that_unpacks_beyond_measure(
    tmp_path: Path, kind: pa.DataType, length: int, repeated: int, plain: bool
) -> None:
    columns = {name: [value] * repeated for name, value in GOOD.items()}
    texts = pa.array(["x" * length] * repeated, pa.string()).cast(kind)
    pq.write_table(pa.table(columns | {"sag_id": texts}), tmp_path / "u.parquet", use_dictionary=not plain)
    refused(tmp_path / "u.parquet", "sag_id", "for meget")


@pytest.mark.parametrize(
    ("row_at", "column_at", "fits"), [(399_999, 0, True), (400_000, 0, False), (1, 129, True), (1, 130, False)]
)
def test_a_workbook_with_cells_far_out(tmp_path: Path, row_at: int, column_at: int, fits: bool) -> None:
    path = tmp_path / "u.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, GOOD)
        page.write_row(1, 0, GOOD.values())
        page.write(row_at, column_at, "x")
    if not fits:
        refused(path, "længere ude")
    elif row_at > 1:
        assert load_one(path).refused == 1
    else:
        refused(path, "nr. 5")  # columns without a name


def test_damaged_letters_in_parquet_and_workbooks(tmp_path: Path) -> None:
    pq.write_table(
        pa.table({name: [value] for name, value in (GOOD | {"sag_id": "\ufffd"}).items()}), tmp_path / "u.parquet"
    )
    refused(tmp_path / "u.parquet", "beskadiget")
    with xlsxwriter.Workbook(tmp_path / "u.xlsx") as book:
        page = book.add_worksheet()
        page.write_row(0, 0, [*GOOD, "sag_id"])
        page.write_row(1, 0, [*GOOD.values(), "\ufffd"])
    refused(tmp_path / "u.xlsx", "beskadiget")


def test_a_column_of_lists(tmp_path: Path) -> None:
    pq.write_table(
        pa.table({name: [value] for name, value in GOOD.items()} | {"sag_id": [["a"]]}), tmp_path / "u.parquet"
    )
    refused(tmp_path / "u.parquet", "sag_id", "type")


def test_very_many_unknown_columns_are_counted(tmp_path: Path) -> None:
    names = [*GOOD, *(f"x{number}" for number in range(10_000))]
    told = refused(write(tmp_path, [row(1)], names=names), "»x0«, ", "»x9« og 9990 til.")
    assert len(told) < 400


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("rows", ["v\ufffdj,157,1,1,1,1,,", "v-1,157,1,1,1,1,,\ufffd"])
def test_lost_letters_in_a_small_file(tmp_path: Path, encoding: str, rows: str) -> None:
    path = tmp_path / "vejstraekninger.csv"
    names = "id,kommunekode,laengde_km,adt,hastighed_foer,hastighed_efter,fra,til"
    path.write_text(f"{names}\n{rows}\n", encoding=encoding)
    refused(path, "beskadiget")


def test_a_small_file_in_utf_16_with_a_byte_lost_or_without_its_mark(tmp_path: Path) -> None:
    content = "celle_1km,kommunekode,boliger\n1km_6212_711,157,3\n1km_6213_711,157,3\n".encode("utf-16")
    for damaged, word in (
        (content[:41] + content[42:], "beskadiget"),
        (content[:-1], "beskadiget"),
        (content[2:], "BOM"),
    ):
        (tmp_path / "boliger_pr_celle.csv").write_bytes(damaged)
        refused(tmp_path / "boliger_pr_celle.csv", word)


def test_a_small_file_of_another_kind_with_lost_letters(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "u.xlsx") as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["celle_1km", "kommunekode", "boliger"])
        page.write_row(1, 0, ["1km_6212_71\ufffd", "157", "3"])
    refused(tmp_path / "u.xlsx", "beskadiget")


def test_what_is_no_file(tmp_path: Path) -> None:
    refused(tmp_path / "findes_ikke.csv", "findes ikke")
    refused(tmp_path, "ikke en fil")


def test_one_refused_file_among_several_changes_nothing(tmp_path: Path) -> None:
    from data.load import load

    good = write(tmp_path, [row(1)], name="god.csv")
    bad = write(tmp_path, [row(2, metode="x")], name="daarlig.csv")
    before = everything()
    with pytest.raises(UserError):
        load([good, bad])
    assert everything() == before
