"""The finished files: the same bytes from the same pack, opened by other eyes, and only numbers that may be shown."""

import io
import re
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from analysis.answers import Series
from analysis.packs.content import FunnelContent, Pack, PanelsContent, SeriesContent
from analysis.packs.files import FORMATS, pack_files_of, require_no_personal_data
from analysis.packs.freezing import freeze_pack
from analysis.packs.slide_figures import parts_of
from analysis.packs.texts import with_texts
from analysis.tables import written
from data.errors import UserError
from data.personal.exports import personal_data_in_export
from tests.analysis.packs.conftest import MakePack, everything_answered, files_of
from tests.attack.released_numbers import released_numbers
from tests.harness.office import installed_office

MOST_PAGES = 2, 4  # a brief


@pytest.fixture
def every(make: MakePack) -> list[Pack]:
    return [make("2026K1", "217"), make("2025K4", theme="digital"), make("2025K3")]


def test_the_same_pack_gives_the_same_bytes_in_every_format(make: MakePack, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pack_files_of(make("2026K1", "217"))
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    again = pack_files_of(make("2026K1", "217"))
    monkeypatch.undo()
    time.tzset()
    assert {name.rsplit(".", 1)[-1] for name in first} == set(FORMATS)
    assert first == again


def test_no_entry_has_the_clock_of_the_day_it_was_made(bilateral: Pack) -> None:
    files, day = files_of(bilateral), bilateral.choice.release.extracted
    for ending in ("pptx", "docx"):
        stamps = {stamp for content in nested(files[ending]) for stamp in content}
        assert stamps == {(day.year, day.month, day.day, 12, 0, 0)}
    assert f"{day:%Y%m%d}" in str(PdfReader(io.BytesIO(files["pdf"])).metadata["/CreationDate"])  # type: ignore[index]


def nested(content: bytes) -> list[list[tuple[int, ...]]]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        own = [entry.date_time for entry in file.infolist()]
        inner = [nested(file.read(name)) for name in file.namelist() if name.endswith(".xlsx")]
    return [own, *(stamps for found in inner for stamps in found)]


def test_the_word_brief_is_an_agenda_of_two_to_four_pages_texts(bilateral: Pack) -> None:
    document = Document(io.BytesIO(files_of(bilateral)["docx"]))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings[0] == f"1. {bilateral.sections[0].kicker}" and len(headings) == len(bilateral.sections)
    told = "\n".join(each.text for each in document.paragraphs)
    assert all(text.shown in told for text in bilateral.texts)
    assert document.core_properties.language == "da-DK"
    assert "Demodata" in document.sections[0].footer.paragraphs[0].text


def test_the_pdf_is_tagged_danish_and_on_a4(every: list[Pack]) -> None:
    for pack in every:
        reader = PdfReader(io.BytesIO(files_of(pack)["pdf"]))
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith("da")
        assert "/StructTreeRoot" in root and reader.metadata.title
        assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
        assert MOST_PAGES[0] <= len(reader.pages) <= MOST_PAGES[1]
        assert "Demodata: syntetiske" in reader.pages[0].extract_text()


def test_the_longest_brief_is_still_a_brief(make: MakePack) -> None:
    freeze_pack(make("2025K1", "217"), everything_answered())
    pdf = files_of(make("2026K1", "217"))["pdf"]
    assert len(PdfReader(io.BytesIO(pdf)).pages) <= MOST_PAGES[1]


def test_every_file_opens_in_libreoffice_with_as_many_slides_and_its_danish_letters(
    every: list[Pack], tmp_path: Path
) -> None:
    office = installed_office()
    assert office is not None, "LibreOffice mangler: kør make test, som installerer det"
    for pack in every:
        for ending in ("pptx", "docx"):
            (tmp_path / f"{pack.subject.code}-{ending}.{ending}").write_bytes(files_of(pack)[ending])
    own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, own, "--headless", "--convert-to", "pdf", "--outdir", tmp_path / "seen", *tmp_path.glob("*.*x")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for pack in every:
        slides = PdfReader(tmp_path / "seen" / f"{pack.subject.code}-pptx.pdf")
        made = Presentation(io.BytesIO(files_of(pack)["pptx"])).slides
        assert len(slides.pages) == len(made) >= 1 + len(pack.sections)
        paper = PdfReader(tmp_path / "seen" / f"{pack.subject.code}-docx.pdf")
        assert MOST_PAGES[0] <= len(paper.pages) <= MOST_PAGES[1]
        seen = " ".join(page.extract_text() for file in (slides, paper) for page in file.pages)
        assert "hændelser" in seen and "Nordsjællands" in seen and "\N{REPLACEMENT CHARACTER}" not in seen


def allowed_numbers(pack: Pack) -> set[float]:
    """Return the released numbers and what the pack's own series say was expected: low, high and their distance."""
    series: list[Series] = []
    funnel: set[float] = set()
    for section in pack.sections:
        if isinstance(section.content, SeriesContent):
            series.append(section.content.series)
        if isinstance(section.content, PanelsContent):
            series += section.content.every
        if isinstance(section.content, FunnelContent):
            funnel = _scatter_numbers(pack)
    points = [point for each in series for point in each.points if point.low is not None and point.high is not None]
    ranges = {number for point in points for number in (point.low, point.high, point.high - point.low)}  # type: ignore[operator]
    return {*released_numbers(pack.choice.release), *ranges, *funnel}


def _scatter_numbers(pack: Pack) -> set[float]:
    """Return the funnel's own numbers, which are reckoned: ratios, expected counts and limits, all with decimals."""
    charts = _workbooks(files_of(pack)["pptx"])
    return {number for name, rows in charts.items() for number in rows if "scatter" in name}


def _workbooks(content: bytes) -> dict[str, list[float]]:
    """Return the numbers of each workbook, named by the kind of its chart."""
    found: dict[str, list[float]] = {}
    for number, slide in enumerate(Presentation(io.BytesIO(content)).slides):
        for shape in slide.shapes:
            if shape.has_chart:
                kind = "scatter" if "scatterChart" in shape.chart._chartSpace.xml else "chart"
                book = CalamineWorkbook.from_filelike(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
                cells = [cell for row in book.get_sheet_by_index(0).to_python() for cell in row]
                found[f"{kind}-{number}-{shape.shape_id}"] = [cell for cell in cells if isinstance(cell, float)]
    return found


def test_every_number_of_every_workbook_comes_from_the_release(every: list[Pack]) -> None:
    for pack in every:
        allowed = allowed_numbers(pack)
        for name, numbers in _workbooks(files_of(pack)["pptx"]).items():
            assert numbers and set(numbers) <= allowed, (pack.subject.code, name, set(numbers) - allowed)


def test_every_count_of_every_table_comes_from_the_release(every: list[Pack]) -> None:
    for pack in every:
        allowed = released_numbers(pack.choice.release)
        for section in pack.sections:
            if section.content is None:
                continue
            table = section.content.table
            for at, column in enumerate(table.columns):
                if column.decimals == 0 and column.title in ("Antal", "Året før", "Holdt", "Af"):
                    cells = {row[at] for row in table.rows if row[at] is not None}
                    assert cells <= allowed, (section.key, column.title, cells - allowed)


def test_the_slides_tables_are_the_sections_tables(bilateral: Pack) -> None:
    slides = Presentation(io.BytesIO(files_of(bilateral)["pptx"])).slides
    told = [
        [cell.text for cell in row.cells]
        for slide in slides
        for s in slide.shapes
        if s.has_table
        for row in s.table.rows
    ]
    for section in bilateral.sections:
        for part in parts_of(section, 4_000_000):
            if part is not None and type(part).__name__ == "TableContent":
                columns = part.table.columns
                for row in part.table.rows:
                    assert [written(cell, column) for cell, column in zip(row, columns, strict=True)] in told


def test_the_csv_follows_the_rules_of_the_pages(bilateral: Pack) -> None:
    files = pack_files_of(bilateral, ("csv",))
    assert len(files) == sum(section.content is not None for section in bilateral.sections)
    for content in files.values():
        assert content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content
        assert f"udgave #{bilateral.choice.release.id}" in content.decode("utf-8-sig")


def test_a_file_has_no_personal_data_and_one_that_seems_to_is_not_frozen(every: list[Pack]) -> None:
    for pack in every:
        for name, content in pack_files_of(pack).items():
            assert personal_data_in_export(name, content) == [], name
    typed = with_texts(every[0], {"overblik.tekst1": "Spørg nogen@politi.dk om det."})
    with pytest.raises(UserError, match="e-mail") as refusal:
        require_no_personal_data(pack_files_of(typed, ("pptx",)))
    assert "nogen" not in str(refusal.value)


def test_an_unknown_format_is_refused(bilateral: Pack) -> None:
    with pytest.raises(UserError, match="pptx, docx, pdf, csv"):
        pack_files_of(bilateral, ("xls",))


def test_file_names_say_the_meeting_and_the_place(bilateral: Pack, make: MakePack) -> None:
    assert set(pack_files_of(bilateral, ("pptx",))) == {"kredsblik-2026k1-helsingoer.pptx"}
    assert set(pack_files_of(make("2026K1", "217", draft="ja"), ("pdf",))) == {"kredsblik-2026k1-helsingoer-udkast.pdf"}
    assert all(re.fullmatch(r"[a-z0-9.-]+", name) for name in pack_files_of(bilateral, ("csv",)))
