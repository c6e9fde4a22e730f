"""Native tables: as many rows as can be read on one slide, columns as wide as their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from analysis.packs.slide_look import describe
from analysis.packs.slide_template import CHART_POINTS, FULL, colour
from analysis.packs.slide_text import column_shares, lines_of
from analysis.palette import BLUE, INK, PALE_BLUE
from analysis.tables import Cell, Column, Table, written

Row = tuple[Cell, ...]

MOST_ROWS = 15  # the municipalities and the district in letters that can be read
PADDING = Inches(0.08)
# Few rows are written large: they are read from the other end of the table.
_FEW = 5


@dataclass(frozen=True)
class Size:
    """Letters and row heights of a table."""

    points: int
    row: int
    line: int  # what a further line in a row takes


LARGE, SMALL = Size(16, Inches(0.5), Inches(0.28)), Size(CHART_POINTS, Inches(0.3), Inches(0.24))


def table_parts(table: Table, room: int) -> tuple[Table, ...]:
    """Return the table in pieces that each fit in `room` (EMU), at least one row a piece."""
    size, shares = size_of(table), column_shares(table)
    parts: list[list[Row]] = [[]]
    used = size.row
    for row in table.rows:
        height = _height(row, table.columns, shares, size)
        if parts[-1] and (used + height > room or len(parts[-1]) >= MOST_ROWS):
            parts.append([])
            used = size.row
        parts[-1].append(row)
        used += height
    return tuple(Table(table.title, table.columns, tuple(rows), table.source) for rows in parts)


def size_of(table: Table) -> Size:
    """Return the letters that a table is written in, by its number of rows."""
    return LARGE if len(table.rows) <= _FEW else SMALL


def draw_table(slide: Slide, table: Table, place: tuple[int, int, int], alt: str, size: Size) -> None:
    """Draw the table; `place` is left, top and width."""
    left, top, width = map(Emu, place)
    graphic = slide.shapes.add_table(len(table.rows) + 1, len(table.columns), left, top, width, Emu(size.row))
    describe(graphic, alt)
    drawn, shares = graphic.table, column_shares(table)
    drawn.rows[0].height = Emu(size.row)
    for at, (column, share) in enumerate(zip(table.columns, shares, strict=True)):
        drawn.columns[at].width = Emu(int(width * share))
        _write(drawn.cell(0, at), column.title, column, size, (BLUE, "#ffffff"))
    for at, row in enumerate(table.rows, start=1):
        drawn.rows[at].height = Emu(_height(row, table.columns, shares, size))
        for place_in_row, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            look = (PALE_BLUE if at % 2 == 0 else "#ffffff", INK)
            _write(drawn.cell(at, place_in_row), written(cell, column), column, size, look)


def _write(cell: Any, text: str, column: Column, size: Size, look: tuple[str, str]) -> None:
    ground, ink = look
    cell.margin_left = cell.margin_right = PADDING
    cell.margin_top = cell.margin_bottom = Emu(18000)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.text_frame.text = text
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT if column.decimals is None else PP_ALIGN.RIGHT
    font = paragraph.runs[0].font if paragraph.runs else paragraph.font
    font.size, font.bold, font.color.rgb = Pt(size.points), ground == BLUE, colour(ink)
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(ground)


def _height(row: Row, columns: Sequence[Column], shares: Sequence[float], size: Size) -> int:
    lines = max(
        lines_of(written(cell, column), size.points, (FULL * share - 2 * PADDING) / Inches(1))
        for cell, column, share in zip(row, columns, shares, strict=True)
    )
    return int(size.row + (max(1, lines) - 1) * size.line)
