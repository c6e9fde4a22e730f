"""A section's content on a slide: which figure draws it, and into how many slides it is divided."""

from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from analysis.danish import number
from analysis.packs.content import (
    BarsContent,
    Content,
    FunnelContent,
    PanelsContent,
    Section,
    SeriesContent,
    TableContent,
)
from analysis.packs.slide_bars import bars_charts
from analysis.packs.slide_charts import series_chart, small_chart
from analysis.packs.slide_funnel import funnel_chart
from analysis.packs.slide_tables import draw_table, size_of, table_parts
from analysis.packs.slide_template import CHART_POINTS, colour
from analysis.palette import BLUE, INK, ORANGE
from analysis.series_figure import is_outside

Place = tuple[int, int, int, int]
PANELS_ACROSS = 5
NAME_HEIGHT = Inches(0.3)


def parts_of(section: Section, room: int) -> tuple[Content | None, ...]:
    """Return what each slide of the section draws: a long table goes on over the next one."""
    if isinstance(section.content, TableContent):
        return tuple(TableContent(part) for part in table_parts(section.content.table, room))
    return (section.content,)


def draw_content(slide: Slide, content: Content, place: Place, section: Section) -> None:
    """Draw the content in its place: left, top, width, height."""
    alt = f"{section.title.shown} {section.kicker}"
    if isinstance(content, SeriesContent):
        series_chart(slide, content, place, alt)
    elif isinstance(content, BarsContent):
        bars_charts(slide, content, place)
    elif isinstance(content, FunnelContent):
        funnel_chart(slide, content.funnel, place, alt)
    elif isinstance(content, PanelsContent):
        _panels(slide, content, place)
    else:
        whole = section.content.table if isinstance(section.content, TableContent) else content.table
        draw_table(slide, content.table, place[:3], alt, size_of(whole, place[3]))


def _panels(slide: Slide, content: PanelsContent, place: Place) -> None:
    """Draw a small curve for each place under its name and newest number."""
    left, top, width, height = place
    down = -(-len(content.every) // PANELS_ACROSS)
    across, high = width // PANELS_ACROSS, height // down
    for at, series in enumerate(content.every):
        x, y = left + at % PANELS_ACROSS * across, top + at // PANELS_ACROSS * high
        newest = series.points[-1]
        outside = is_outside(newest)
        arrow = ("▲ " if (newest.count or 0) > (newest.high or 0) else "▼ ") if outside else ""
        _name(slide, f"{series.place}: {arrow}{number(newest.count)}", (x, y, across, NAME_HEIGHT), outside)
        box = (Emu(x), Emu(y + NAME_HEIGHT), Emu(across - Inches(0.15)), Emu(high - NAME_HEIGHT - Inches(0.05)))
        first, last = series.points[0].period, newest.period
        small_chart(slide, series, box, f"{series.place}, {first.short_name} til {last.short_name}")


def _name(slide: Slide, text: str, place: Place, outside: bool) -> None:
    box = slide.shapes.add_textbox(*map(Emu, place))
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = text
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(CHART_POINTS + 1), True
    font.color.rgb = colour(ORANGE if outside and "▲" in text else BLUE if outside else INK)
