"""The pack as PowerPoint: a front page, and for each section a message with its figure, its text and its notes."""

import io
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.util import Emu, Inches

from analysis.packs.content import Content, Pack, Section
from analysis.packs.facts import LANGUAGE, PUBLISHER, document_title, footer_line, made_at, marks
from analysis.packs.fixed import fixed_zip
from analysis.packs.slide_figures import draw_content, parts_of
from analysis.packs.slide_template import (
    BODY,
    FOOTER_TOP,
    FULL,
    KICKER,
    LINE,
    MARGIN,
    MESSAGE_POINTS,
    MESSAGE_TOP,
    TEXT_POINTS,
    VERDICT,
    colour,
    empty_slides,
)
from analysis.packs.slide_text import lines_of
from analysis.palette import BLUE, INK, ORANGE
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_ICONS, VERDICT_TEXTS
from data.municipalities import POLICE_DISTRICT

MOST_BODY_LINES = 3
BODY_LINE = Inches(0.29)
GAP = Inches(0.12)
TONES = {"more": ORANGE, "fewer": BLUE, "plain": INK}
FULL_INCHES = FULL / Inches(1)


def pptx_bytes(pack: Pack) -> bytes:
    """Return the pack as a PowerPoint file; the same pack gives the same bytes."""
    slides = empty_slides()
    _front_page(slides, pack)
    for section in pack.sections:
        for part, content in enumerate(parts_of(section, _room(section)), start=1):
            _section_slide(slides, pack, section, content, part)
    _describe(slides, pack)
    kept = io.BytesIO()
    slides.save(kept)
    return fixed_zip(kept.getvalue(), made_at(pack))


def _front_page(slides: Slides, pack: Pack) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[0])
    _fill(slide, 0, pack.title)
    _fill(slide, KICKER, pack.subtitle)
    _fill(slide, BODY, "\n".join((POLICE_DISTRICT, *marks(pack))))
    _add_footer(slide, pack, slides)
    slide.notes_slide.notes_text_frame.text = "\n".join(section.title.shown for section in pack.sections)


def _section_slide(slides: Slides, pack: Pack, section: Section, content: Content | None, part: int) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    _fill(slide, KICKER, f"{section.kicker} ({part})" if part > 1 else section.kicker)
    _fill(slide, 0, section.title.shown)
    _place(slide, 0, MESSAGE_TOP, _message_height(section))
    _verdict(slide, section, MESSAGE_TOP + _message_height(section))
    _body(slide, section)
    if content is not None:
        draw_content(slide, content, (MARGIN, _figure_top(section), FULL, _room(section)), section)
    _add_footer(slide, pack, slides)
    slide.notes_slide.notes_text_frame.text = "\n".join(_notes(pack, section))


def _room(section: Section) -> int:
    """Return the height that is left for the figure between the message and the text above the footer."""
    return int(_body_top(section) - GAP - _figure_top(section))


def _figure_top(section: Section) -> int:
    return int(MESSAGE_TOP + _message_height(section) + (LINE if section.verdict else 0) + GAP)


def _body_top(section: Section) -> int:
    shown = _shown_body(section)
    return int(FOOTER_TOP - GAP - sum(lines for _, lines in shown) * BODY_LINE)


def _message_height(section: Section) -> int:
    return int(lines_of(section.title.shown, MESSAGE_POINTS, FULL_INCHES, bold=True) * LINE)


def _verdict(slide: Slide, section: Section, top: int) -> None:
    """Write the verdict under the message: an icon and words."""
    if section.verdict is None:
        _remove(slide, VERDICT)
        return
    verdict = Verdict(section.verdict)
    _fill(slide, VERDICT, f"{VERDICT_ICONS[verdict]} {VERDICT_TEXTS[verdict]}")
    run = _placeholder(slide, VERDICT).text_frame.paragraphs[0].runs[0]
    run.font.color.rgb = colour(TONES[section.tone])
    _place(slide, VERDICT, top, LINE)


def _body(slide: Slide, section: Section) -> None:
    """Write the texts that there is room for above the footer; the rest is in the notes."""
    shown = _shown_body(section)
    if not shown:
        _remove(slide, BODY)
        return
    top = _body_top(section)
    _fill(slide, BODY, "\n".join(text for text, _ in shown))
    _place(slide, BODY, top, FOOTER_TOP - GAP - top)


def _shown_body(section: Section) -> list[tuple[str, int]]:
    """Return the first texts that fit, each with its lines."""
    shown: list[tuple[str, int]] = []
    for text in section.body:
        lines = lines_of(text.shown, TEXT_POINTS, FULL_INCHES)
        if sum(used for _, used in shown) + lines > MOST_BODY_LINES:
            break
        shown.append((text.shown, lines))
    return shown


def _notes(pack: Pack, section: Section) -> Iterable[str]:
    """Yield what the speaker reads: what to say, what to be careful with, the source, the link to the same view."""
    notes = section.notes
    if said := tuple(dict.fromkeys((*(text.shown for text in section.body), *notes.say))):
        yield "Sig:"
        yield from (f"• {line}" for line in said)
    if notes.caveats:
        yield "Forbehold:"
        yield from (f"• {line}" for line in notes.caveats)
    if notes.source:
        yield f"Kilde: {notes.source}"
    yield f"Samme billede i Kredsblik: {notes.link}"
    yield footer_line(pack)


def _add_footer(slide: Slide, pack: Pack, slides: Slides) -> None:
    """Put the footer and the number of the slide on it: python-pptx leaves those of the layout out."""
    for placeholder in slide.slide_layout.placeholders:
        if placeholder.element.ph.get("type") in ("ftr", "sldNum"):
            slide.shapes._spTree.append(deepcopy(placeholder.element))
    placed = {each.element.ph.get("type"): each for each in slide.placeholders}
    placed["ftr"].text_frame.text = footer_line(pack)
    placed["sldNum"].element.find(f".//{qn('a:fld')}/{qn('a:t')}").text = str(len(slides.slides))


def _placeholder(slide: Slide, index: int) -> Any:
    return next(each for each in slide.placeholders if each.placeholder_format.idx == index)


def _fill(slide: Slide, index: int, text: str) -> None:
    _placeholder(slide, index).text_frame.text = text


def _place(slide: Slide, index: int, top: int, height: int) -> None:
    shape = _placeholder(slide, index)
    shape.left, shape.top, shape.width, shape.height = Emu(MARGIN), Emu(top), Emu(FULL), Emu(int(height))


def _remove(slide: Slide, index: int) -> None:
    element = _placeholder(slide, index).element
    element.getparent().remove(element)


def _describe(slides: Slides, pack: Pack) -> None:
    core = slides.core_properties
    core.title, core.author, core.language = document_title(pack), PUBLISHER, LANGUAGE
    core.subject, core.last_modified_by, core.revision = pack.subtitle, PUBLISHER, 1
    core.created = core.modified = made_at(pack)
    core.comments = core.keywords = core.category = ""
