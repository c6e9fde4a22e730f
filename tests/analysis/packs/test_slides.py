"""The PowerPoint file: opened again, its letters are large enough, nothing lies outside or over, nothing runs."""

import io
import re
import zipfile
from itertools import combinations

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Slides
from pptx.util import Emu, Pt
from python_calamine import CalamineWorkbook

from analysis.danish import bound
from analysis.packs.content import Pack
from analysis.packs.links import link
from data.errors import UserError
from tests.analysis.packs.conftest import MakePack, files_of
from tests.harness.words import english_words_in

MESSAGE, CHART = Pt(30), Pt(13.5)  # 40 and 18 pixels of a window that is 1280 wide and 13.333 inches


def opened(pack: Pack) -> Slides:
    return Presentation(io.BytesIO(files_of(pack)["pptx"]))


def packs(make: MakePack) -> list[Pack]:
    return [make("2026K1", "217"), make("2026K1", "260"), make("2025K4", theme="indbrud"), make("2025K3")]


@pytest.fixture
def every(make: MakePack) -> list[Pack]:
    return packs(make)


def test_a_slide_for_each_section_and_a_front_page(bilateral: Pack) -> None:
    slides = opened(bilateral).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[0] == "Helsingør"
    assert list(dict.fromkeys(titles[1:])) == [bound(each.title.shown) for each in bilateral.sections]


def test_every_slide_says_where_its_numbers_come_from_and_that_they_are_synthetic(every: list[Pack]) -> None:
    for pack in every:
        for slide in opened(pack).slides:
            footer = next(each.text for each in slide.placeholders if each.placeholder_format.idx == 11)
            assert "Demodata: syntetiske hændelser" in footer
            assert f"Udgave #{pack.choice.release.id}" in footer and "Data til og med" in footer


def test_a_draft_says_so_on_every_slide(make: MakePack) -> None:
    for slide in opened(make("2026K1", "217", draft="ja")).slides:
        assert "UDKAST" in " ".join(shape.text for shape in slide.placeholders)


def test_the_notes_hold_what_to_say_the_caveats_the_source_and_the_link(bilateral: Pack) -> None:
    for slide, section in zip(list(opened(bilateral).slides)[1:4], bilateral.sections, strict=False):
        notes = slide.notes_slide.notes_text_frame.text
        assert section.notes.link in notes and f"udgave={bilateral.choice.release.id}" in notes
        assert f"Kilde: {section.notes.source}" in notes
        assert all(line in notes for line in (*section.notes.say, *section.notes.caveats))


def test_the_link_opens_the_same_choice_on_the_same_release(bilateral: Pack) -> None:
    address = bilateral.sections[1].notes.link
    identity = bilateral.choice.release.id
    view = f"/indbrud?kommune=217&periode=2025K4&sammenlign=sidste_aar&udgave={identity}"
    assert address == f"http://127.0.0.1:8501{view}"


def test_the_link_leads_to_the_councils_own_address(bilateral: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ADRESSE", "https://kredsblik.example.dk/")
    assert link("", bilateral.choice).startswith("https://kredsblik.example.dk/?kommune=217&")
    for wrong in ("kredsblik.example.dk", "https://["):
        monkeypatch.setenv("KREDSBLIK_ADRESSE", wrong)
        with pytest.raises(UserError, match="Skriv adressen"):
            link("", bilateral.choice)


def test_letters_are_large_enough_for_the_other_end_of_the_table(every: list[Pack]) -> None:
    for pack in every:
        with zipfile.ZipFile(io.BytesIO(files_of(pack)["pptx"])) as file:
            parts = {name: file.read(name).decode() for name in file.namelist() if name.endswith(".xml")}
        charts = [text for name, text in parts.items() if name.startswith("ppt/charts/chart")]
        sizes = [int(size) for text in charts for size in re.findall(r'\bsz="(\d+)"', text)]
        tables = [row for text in parts.values() for row in re.findall(r"<a:tbl>.*?</a:tbl>", text, re.DOTALL)]
        sizes += [int(size) for text in tables for size in re.findall(r'\bsz="(\d+)"', text)]
        assert sizes and min(sizes) >= CHART.pt * 100
        layout = next(text for name, text in parts.items() if "slideLayouts/slideLayout" in name and "Budskab" in text)
        title = layout[layout.index('type="title"') :]
        assert int(re.search(r'<a:defRPr sz="(\d+)"', title)[1]) >= MESSAGE.pt * 100  # type: ignore[index]


def test_nothing_lies_outside_the_slide_or_over_something_else(every: list[Pack]) -> None:
    for pack in every:
        slides = opened(pack)
        for number, slide in enumerate(slides.slides, start=1):
            boxes = [
                (shape.name, shape.left, shape.top, shape.left + shape.width, shape.top + _height(shape))
                for shape in slide.shapes
            ]
            for name, left, top, right, bottom in boxes:
                assert left >= 0 and top >= 0, (pack.subject.code, number, name)
                assert right <= slides.slide_width and bottom <= slides.slide_height, (pack.subject.code, number, name)
            for one, other in combinations(boxes, 2):
                across = min(one[3], other[3]) - max(one[1], other[1])
                down = min(one[4], other[4]) - max(one[2], other[2])
                assert across <= 0 or down <= Emu(20000), (pack.subject.code, number, one, other)


def _height(shape: object) -> int:
    """Return a shape's height; a table's is that of its rows."""
    if getattr(shape, "has_table", False):
        return sum(row.height for row in shape.table.rows)  # type: ignore[attr-defined]
    return int(shape.height)  # type: ignore[attr-defined]


def test_a_picture_says_what_it_shows_to_those_who_cannot_see_it(every: list[Pack]) -> None:
    for pack in every:
        for slide in opened(pack).slides:
            for shape in slide.shapes:
                if shape.has_chart or shape.has_table:
                    assert len(shape._element.nvGraphicFramePr.cNvPr.get("descr", "")) > 10


def test_everything_is_danish(every: list[Pack]) -> None:
    for pack in every:
        for slide in opened(pack).slides:
            texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
            texts += [c.text for shape in slide.shapes if shape.has_table for c in shape.table.iter_cells()]
            texts += [slide.notes_slide.notes_text_frame.text]
            assert not [word for text in texts for word in english_words_in(re.sub(r"/\S+", "", text))]


def test_no_cell_of_a_workbook_is_a_formula(every: list[Pack]) -> None:
    for pack in every:
        for name, sheet in workbooks(files_of(pack)["pptx"]).items():
            assert "<f>" not in sheet, name


def test_a_series_of_the_workbook_is_the_series_of_the_release(bilateral: Pack) -> None:
    series = next(section.content.series for section in bilateral.sections if section.key == "indbrud.udvikling")  # type: ignore[union-attr]
    slides = opened(bilateral).slides
    chart = next(shape.chart for slide in slides for shape in slide.shapes if shape.has_chart)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).get_sheet_by_index(0)
    _, *told = rows.to_python()
    assert [(row[0], row[1], row[2], row[2] + row[3]) for row in told] == [
        (point.period.short_name, point.count, point.low, point.high) for point in series.points
    ]


def test_a_provisional_number_is_marked_where_it_stands(make: MakePack) -> None:
    slide = list(opened(make("2026K2", theme="indbrud")).slides)[1]
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    assert "(foreløbigt)" in chart._chartSpace.xml
    assert "Foreløbigt tal" in slide.shapes.title.text


def workbooks(content: bytes) -> dict[str, str]:
    """Return the sheets of every workbook in a file as XML."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for name in file.namelist():
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(file.read(name))) as book:
                    found |= {
                        f"{name}/{part}": book.read(part).decode() for part in book.namelist() if "sheets/" in part
                    }
    return found
