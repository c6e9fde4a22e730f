"""Planted values are found in every kind of file that leaves the house. All of them are invented."""

import io
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from docx import Document
from PIL import Image, PngImagePlugin
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from data.errors import UserError
from data.personal.exports import Finding, personal_data_in_export
from data.personal.kinds import Kind

CPR = "211062-5629"
PHONE = "40 25 31 12"


def kinds(name: str, content: bytes) -> set[Kind]:
    return {finding.kind for finding in personal_data_in_export(name, content)}


def powerpoint(in_chart: str = "x", in_notes: str = "x", in_alt: str = "x", author: str = "Kredsblik") -> bytes:
    deck = Presentation()
    deck.core_properties.author = deck.core_properties.last_modified_by = author
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    data = CategoryChartData()
    data.categories = [in_chart, "b"]
    data.add_series("Antal", (1, 2))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(1), Cm(1), Cm(9), Cm(9), data)
    chart._element._nvXxPr.cNvPr.set("descr", in_alt)
    slide.notes_slide.notes_text_frame.text = in_notes
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def word(*runs: str) -> bytes:
    document = Document()
    document.core_properties.author = "Kredsblik"
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph.add_run(run)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def excel(cell: str | float) -> bytes:
    target = io.BytesIO()
    with Workbook(target) as book:
        book.add_worksheet("Tal").write(3, 2, cell)
    return target.getvalue()


def pdf(text: str) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    content = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode("cp1252")
    stream = DecodedStreamObject()
    stream.set_data(content)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    page[NameObject("/Contents")] = writer._add_object(stream)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def png(text: str) -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Description", text)
    target = io.BytesIO()
    Image.new("RGB", (2, 2)).save(target, "PNG", pnginfo=told)
    return target.getvalue()


def database(tmp_path: Path, text: str) -> bytes:
    path = tmp_path / "x.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE t (a INTEGER, b VARCHAR, c VARCHAR[])")
        connection.execute("INSERT INTO t VALUES (1, 'x', ['y', $text])", {"text": text})
    return path.read_bytes()


def register(text: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE t (a TEXT)")
        connection.execute("INSERT INTO t VALUES (?)", [text])
        return connection.serialize()


def zipped(name: str, content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, content)
    return target.getvalue()


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    text = "Helsingør havde 163 indbrud i 4. kvt. 2025 (142 året før)."
    for name, content in {
        "a.csv": text.encode("utf-8-sig"),
        "a.pptx": powerpoint(text, text, text),
        "a.docx": word(text),
        "a.xlsx": excel(text),
        "a.pdf": pdf(text),
        "a.png": png(text),
        "a.duckdb": database(tmp_path, text),
        "a.sqlite": register(text),
        "a.json": b'{"a": [40253112, 0.40253112, "217"]}',
    }.items():
        assert personal_data_in_export(name, content) == [], name


def test_a_finding_says_where_and_never_what() -> None:
    content = f"kommune;note\r\nHelsingør;ring {PHONE}\r\n".encode("utf-8-sig")
    assert personal_data_in_export("a.csv", content) == [Finding("a.csv", "række 2, kolonne 2", Kind.PHONE)]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_it_is_found_in_csv_of_every_encoding(encoding: str) -> None:
    assert kinds("a.csv", f"a;b\nø;{CPR}\n".encode(encoding)) == {Kind.CPR}


@pytest.mark.parametrize("place", ["in_chart", "in_notes", "in_alt", "author"])
def test_it_is_found_everywhere_in_powerpoint(place: str) -> None:
    assert kinds("a.pptx", powerpoint(**{place: f"cpr {CPR}"})) == {Kind.CPR}


def test_the_workbook_behind_a_chart_is_looked_through_too() -> None:
    parts = {finding.part for finding in personal_data_in_export("a.pptx", powerpoint(in_chart=CPR))}
    assert any(".xlsx > xl/sharedStrings.xml" in part for part in parts)


def test_what_a_word_processor_has_cut_into_runs_is_read_as_one() -> None:
    assert kinds("a.docx", word("ring 40 2", "5 31", " 12")) == {Kind.PHONE}


@pytest.mark.parametrize("cell", [CPR, 2110625629])
def test_it_is_found_in_a_cell_of_excel(cell: str | int) -> None:
    assert kinds("a.xlsx", excel(cell)) == {Kind.CPR}


def test_it_is_found_in_pdf_pictures_databases_json_and_zip(tmp_path: Path) -> None:
    text = f"aftalt med Jens Hansen, tlf. {PHONE}"
    planted = {
        "a.pdf": pdf(text),
        "a.png": png(text),
        "a.duckdb": database(tmp_path, text),
        "a.sqlite": register(text),
        "a.json": f'{{"a": ["{text}"]}}'.encode(),
        "a.zip": zipped("b.docx", word(text)),
        "a.txt": text.encode(),
        "a.svg": f"<svg><text>aftalt med <tspan>{text}</tspan></text></svg>".encode(),
    }
    for name, content in planted.items():
        assert kinds(name, content) == {Kind.NAME, Kind.PHONE}, name


def test_the_files_own_name_is_looked_at() -> None:
    assert kinds("Jens_Hansen_2026-01-12.txt", b"x") == {Kind.NAME}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("25300000", set()),
        ("40253112", {Kind.PHONE}),
        ("2110625629", {Kind.CPR}),
        ("0.40253112", set()),
        ("163", set()),
    ],
)
def test_a_number_alone_is_personal_only_when_nothing_else_can_be_meant(cell: str, expected: set[Kind]) -> None:
    assert kinds("a.csv", f"a;b\nx;{cell}\n".encode()) == expected


def test_a_row_of_numbers_in_a_pdf_is_a_row_of_numbers() -> None:
    assert kinds("a.pdf", pdf(") Tj 60 0 Td (40) Tj 20 0 Td (25) Tj 20 0 Td (31) Tj 20 0 Td (12")) == set()


@pytest.mark.parametrize(("drawn", "expected"), [("202420232022", set()), ("202420192022", {Kind.ACCOUNT})])
def test_the_years_of_an_axis_in_a_pdf_are_years(drawn: str, expected: set[Kind]) -> None:
    assert kinds("a.pdf", pdf(f"axis {drawn}")) == expected


def test_a_file_that_cannot_be_looked_through_is_refused() -> None:
    with pytest.raises(UserError, match="kan ikke gennemses"):
        personal_data_in_export("a.pptx", powerpoint()[:2000])


def test_the_author_that_a_library_leaves_behind_is_a_person_too() -> None:
    target = io.BytesIO()
    Presentation().save(target)
    assert kinds("a.pptx", target.getvalue()) == {Kind.NAME}
