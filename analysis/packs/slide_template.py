"""The slide master in code: 16:9, Danish names, one layout for the front page and one for a message with its figure."""

import io
from functools import cache
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.util import Emu, Inches, Pt

from analysis.packs.slide_xml import Box, band_xml, placeholder_xml
from analysis.palette import BLUE, INK, MUTED, ORANGE, PALE_BLUE, PALE_GREY

# On a window of 1280x720 an inch is 96 pixels, so 30 points are 40 pixels and 13.5 points are 18.
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.58)
FULL = WIDTH - 2 * MARGIN
KICKER_POINTS, MESSAGE_POINTS, TEXT_POINTS, CHART_POINTS, FOOTER_POINTS = 18, 30, 17, 14, 11
KICKER_TOP, MESSAGE_TOP, FOOTER_TOP = Inches(0.32), Inches(0.72), Inches(6.98)
LINE = Inches(0.5)  # a line of the message
# Every office has it or a font of the same widths; a font that is missing would break the lines elsewhere.
FONT = "Arial"
KICKER, VERDICT, BODY = 13, 14, 15  # numbers of the placeholders
FRONT, MESSAGE = "Forside", "Budskab og figur"


def colour(code: str) -> Any:
    """Return a colour of the palette as PowerPoint writes it."""
    return RGBColor.from_string(code[1:].upper())


def empty_slides() -> Slides:
    """Return a presentation without slides on our own master."""
    return Presentation(io.BytesIO(_template()))


@cache
def _template() -> bytes:
    """Make the template once a process: python-pptx's own, with everything of it that is seen replaced."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = WIDTH, HEIGHT
    front, message = slides.slide_layouts[0], slides.slide_layouts[5]
    for layout in list(slides.slide_layouts):
        if layout not in (front, message):
            slides.slide_layouts.remove(layout)
    front.name, message.name = FRONT, MESSAGE
    _recolour(slides)
    _restyle_master(slides)
    _place(message, _MESSAGE_BOXES)
    _place(front, _FRONT_BOXES)
    front.shapes._spTree.append(etree.fromstring(band_xml((0, 0, Inches(0.3), HEIGHT), BLUE)))
    kept = io.BytesIO()
    slides.save(kept)
    return kept.getvalue()


_FOOTER_BOXES: dict[tuple[str, int], tuple[str, Box, int, str]] = {
    ("ftr", 11): ("Sidefod", (MARGIN, FOOTER_TOP, Inches(11.2), Inches(0.32)), FOOTER_POINTS, MUTED),
    ("sldNum", 12): (
        "Sidetal",
        (WIDTH - MARGIN - Inches(0.9), FOOTER_TOP, Inches(0.9), Inches(0.32)),
        FOOTER_POINTS,
        MUTED,
    ),
}
_MESSAGE_BOXES = {
    ("title", 0): ("Budskab", (MARGIN, MESSAGE_TOP, FULL, 2 * LINE), MESSAGE_POINTS, INK),
    ("body", KICKER): ("Emne", (MARGIN, KICKER_TOP, FULL, Inches(0.36)), KICKER_POINTS, MUTED),
    ("body", VERDICT): ("Vurdering", (MARGIN, MESSAGE_TOP + 2 * LINE, FULL, LINE), MESSAGE_POINTS, INK),
    ("body", BODY): ("Tekst", (MARGIN, Inches(6.2), FULL, Inches(0.7)), TEXT_POINTS, INK),
    **_FOOTER_BOXES,
}
_FRONT_BOXES = {
    ("ctrTitle", 0): ("Titel", (MARGIN, Inches(2.3), FULL, Inches(1.3)), 44, BLUE),
    ("body", KICKER): ("Undertitel", (MARGIN, Inches(3.7), FULL, Inches(0.6)), 24, MUTED),
    ("body", BODY): ("Tekst", (MARGIN, Inches(4.6), FULL, Inches(1.6)), TEXT_POINTS, INK),
    **_FOOTER_BOXES,
}  # fmt: skip


def _place(layout: Any, boxes: Any) -> None:
    """Give the layout exactly these placeholders."""
    tree = layout.shapes._spTree
    for shape in list(tree.iterchildren(qn("p:sp"), qn("p:pic"), qn("p:grpSp"))):
        tree.remove(shape)
    for identity, ((kind, index), (name, box, points, colour)) in enumerate(boxes.items(), start=2):
        tree.append(
            etree.fromstring(
                placeholder_xml((identity, kind, index, name), box, points, colour, bold=points >= MESSAGE_POINTS)
            )
        )


def _restyle_master(slides: Slides) -> None:
    """Place the master's own placeholders on the wide page, so that a new layout begins well."""
    boxes = {"title": (MARGIN, MESSAGE_TOP, FULL, 2 * LINE), "body": (MARGIN, Inches(2.0), FULL, Inches(4.1))}
    for shape in list(slides.slide_master.placeholders):
        kind = shape.element.ph.get("type")
        if kind in boxes:
            shape.left, shape.top, shape.width, shape.height = map(Emu, boxes[kind])
        else:
            shape.element.getparent().remove(shape.element)
    styles = slides.slide_master.element.find(qn("p:txStyles"))
    for style, points in (("p:titleStyle", MESSAGE_POINTS), ("p:bodyStyle", TEXT_POINTS)):
        level = styles.find(qn(style)).find(qn("a:lvl1pPr"))
        level.set("algn", "l")
        level.find(qn("a:defRPr")).set("sz", str(int(Pt(points).pt * 100)))


def _recolour(slides: Slides) -> None:
    """Give the theme our own colours and font, so that what an analyst adds looks like the rest."""
    part = next(r.target_part for r in slides.slide_master.part.rels.values() if r.reltype.endswith("/theme"))
    theme = etree.fromstring(part.blob)
    theme.set("name", "Kredsblik")
    colours = (BLUE, ORANGE, MUTED, PALE_BLUE, PALE_GREY, INK)
    for number, colour in enumerate(colours, start=1):
        accent = theme.find(f".//{qn('a:accent' + str(number))}")
        accent.clear()
        etree.SubElement(accent, qn("a:srgbClr")).set("val", colour[1:])
    for latin in theme.iterfind(f".//{qn('a:latin')}"):
        latin.set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
