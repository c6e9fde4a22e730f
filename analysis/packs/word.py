"""The paper as Word: an agenda that a secretary keeps working in."""

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Inches, Pt, RGBColor

from analysis.packs.agenda import Agenda, Item, agenda, cells
from analysis.packs.column_widths import column_shares
from analysis.packs.content import Pack
from analysis.packs.facts import LANGUAGE, describe, made_at
from analysis.packs.fixed import fixed_zip
from analysis.packs.verdicts import TONES
from analysis.palette import BLUE, EMPTY, INK, MUTED, PALE_BLUE
from analysis.tables import Table

FONT = "Arial"
TEXT_POINTS, SMALL_POINTS = 10, 8.5
MARGIN = Cm(2)
TEXT_WIDTH = Cm(17)


def docx_bytes(pack: Pack) -> bytes:
    """Return the pack's paper as a Word file; the same pack gives the same bytes."""
    document, paper = Document(), agenda(pack)
    _page(document, paper)
    _styles(document)
    document.add_heading(paper.title, 0)
    _paragraph(document, " · ".join((paper.subtitle, paper.district, *paper.marks)), MUTED)
    for number, item in enumerate(paper.items, start=1):
        _item(document, number, item)
    describe(document.core_properties, pack)
    kept = io.BytesIO()
    document.save(kept)
    return fixed_zip(kept.getvalue(), made_at(pack))


def _item(document: Any, number: int, item: Item) -> None:
    document.add_heading(f"{number}. {item.heading}", 1)
    message = _paragraph(document, item.message, INK, bold=True)
    message.paragraph_format.keep_with_next = True
    if item.verdict:
        message.add_run(f"  {item.verdict}").font.color.rgb = _colour(TONES[item.tone])
    for line in item.lines:
        _paragraph(document, line)
    if item.table is not None:
        _table(document, item.table)
    for note in item.notes:
        _paragraph(document, note, INK, SMALL_POINTS)
    if item.facts:
        _paragraph(document, item.facts, MUTED, SMALL_POINTS).paragraph_format.space_before = Pt(3)


def _table(document: Any, table: Table) -> None:
    drawn = document.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    drawn.style = "Table Grid"
    drawn.autofit = False
    _repeat_heading(drawn.rows[0])
    for row in drawn.rows:
        _keep_whole(row)
    _pale_borders(drawn)
    # Asked for once: python-docx looks through the whole table for every single cell.
    places = iter(drawn._cells)
    widths = [Emu(int(TEXT_WIDTH * share)) for share in column_shares(table, SMALL_POINTS, TEXT_WIDTH / Inches(1))]
    for at, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        drawn.columns[at].width = width
        _cell(next(places), column.title, column.decimals is not None, width, heading=True)
    for row in cells(table):
        for text, column, width in zip(row, table.columns, widths, strict=True):
            _cell(next(places), text, column.decimals is not None, width)


def _cell(cell: Any, text: str, right: bool, width: Any, *, heading: bool = False) -> None:
    cell.width = width
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.LEFT
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(SMALL_POINTS), heading
    if heading:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), PALE_BLUE[1:])
        cell._tc.get_or_add_tcPr().append(shade)


def _pale_borders(drawn: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for attribute, value in (("val", "single"), ("sz", "4"), ("color", EMPTY[1:])):
            border.set(qn(f"w:{attribute}"), value)
        borders.append(border)
    drawn._tbl.tblPr.append(borders)


def _repeat_heading(row: Any) -> None:
    """Let the heading stand on every page that the table reaches, and be read aloud as one."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row: Any) -> None:
    """Let no page end in the middle of the row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _paragraph(document: Any, text: str, colour: str = INK, points: float = TEXT_POINTS, *, bold: bool = False) -> Any:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.color.rgb, run.font.size, run.bold = _colour(colour), Pt(points), bold
    return paragraph


def _page(document: Any, paper: Agenda) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    footer = section.footer.paragraphs[0]
    run = footer.add_run(paper.footer)
    run.font.size, run.font.color.rgb = Pt(SMALL_POINTS), _colour(MUTED)


def _styles(document: Any) -> None:
    """Give the styles our font, colours and distances, and say that the text is Danish."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(TEXT_POINTS)
    normal.paragraph_format.space_after = Pt(3)
    for name, points, before in (("Title", 22, 0), ("Heading 1", 12, 8)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(points), _colour(BLUE)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(2)
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    for attribute in ("w:val", "w:eastAsia"):
        language.set(qn(attribute), LANGUAGE)


def _colour(code: str) -> Any:
    return RGBColor.from_string(code[1:].upper())
