"""Native tables: as many rows as can be read on one slide, columns as wide as their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from analysis.packs.column_widths import PADDING_POINTS, column_shares
from analysis.packs.slide_look import describe
from analysis.packs.slide_template import CHART_POINTS, FULL, colour
from analysis.packs.slide_text import lines_of
from analysis.palette import BLUE, INK, PALE_BLUE
from analysis.tables import Cell, Column, Table, written

Row = tuple[Cell, ...]

MOST_ROWS = 15  # the municipalities and the district in letters that can be read
PADDING = Pt(PADDING_POINTS)


@dataclass(frozen=True)
class Size:
    """Letters and row heights of a table."""

    points: int
    row: int
    line: int  # what a further line in a row takes


SMALL = Size(CHART_POINTS, Inches(0.3), Inches(0.24))
# What there is room for is written large: it is read from the other end of the table.
LARGER = (Size(20, Inches(0.66), Inches(0.35)), Size(16, Inches(0.5), Inches(0.28)))


def table_parts(table: Table, room: int) -> tuple[Table, ...]:
    """Return the table in pieces that each fit in `room` (EMU), at least one row a piece."""
    heights = _heights(table, size_of(table, room))
    parts: list[list[Row]] = [[]]
    used = heights[0]
    for row, height in zip(table.rows, heights[1:], strict=True):
        if parts[-1] and (used + height > room or len(parts[-1]) >= MOST_ROWS):
            parts.append([])
            used = heights[0]
        parts[-1].append(row)
        used += height
    return tuple(Table(table.title, table.columns, tuple(rows), table.source) for rows in parts)


def size_of(table: Table, room: int) -> Size:
    """Return the largest letters in which the whole table fits in `room` (EMU), else the smallest."""
    return next((size for size in LARGER if sum(_heights(table, size)) <= room), SMALL)


def draw_table(slide: Slide, table: Table, place: tuple[int, int, int], alt: str, size: Size) -> None:
    """Draw the table; `place` is left, top and width."""
    left, top, width = map(Emu, place)
    graphic = slide.shapes.add_table(len(table.rows) + 1, len(table.columns), left, top, width, Emu(size.row))
    describe(graphic, alt)
    drawn, shares, heights = graphic.table, _shares(table, size), _heights(table, size)
    for at, (column, share) in enumerate(zip(table.columns, shares, strict=True)):
        drawn.columns[at].width = Emu(int(width * share))
        _write(drawn.cell(0, at), column.title, column, size, (BLUE, "#ffffff"))
    for at, row in enumerate(table.rows, start=1):
        for place_in_row, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            look = (PALE_BLUE if at % 2 == 0 else "#ffffff", INK)
            _write(drawn.cell(at, place_in_row), written(cell, column), column, size, look)
    for at, height in enumerate(heights):
        drawn.rows[at].height = Emu(height)


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


def _shares(table: Table, size: Size) -> tuple[float, ...]:
    return column_shares(table, size.points, FULL / Inches(1))


def _heights(table: Table, size: Size) -> list[int]:
    """Return the height of the heading and of each row, by the cell that takes most lines."""
    inches = [(FULL * share - 2 * PADDING) / Inches(1) for share in _shares(table, size)]
    texts = [[written(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows]
    return [
        _height(cells, inches, size, bold=at == 0)
        for at, cells in enumerate([[column.title for column in table.columns], *texts])
    ]


def _height(cells: Sequence[str], inches: Sequence[float], size: Size, *, bold: bool) -> int:
    lines = max(lines_of(text, size.points, width, bold=bold) for text, width in zip(cells, inches, strict=True))
    return int(size.row + (max(1, lines) - 1) * size.line)
