"""The pack as PowerPoint: a front page, and for each section a message with its figure, its text and its notes."""

import io
from collections.abc import Iterable

from pptx.presentation import Presentation as Slides
from pptx.slide import Slide

from analysis.packs.content import Content, Pack, Section
from analysis.packs.facts import describe, footer_line, made_at, marks
from analysis.packs.fixed import fixed_zip
from analysis.packs.slide_figures import draw_content, parts_of
from analysis.packs.slide_layout import GAP, body_top, figure_top, message_height, room, shown_body
from analysis.packs.slide_placeholders import add_footer, fill, place, placeholder, remove
from analysis.packs.slide_template import (
    BODY,
    FOOTER_TOP,
    FULL,
    KICKER,
    LINE,
    MARGIN,
    MESSAGE_TOP,
    VERDICT,
    colour,
    empty_slides,
)
from analysis.packs.verdicts import TONES, verdict_words
from data.municipalities import POLICE_DISTRICT


def pptx_bytes(pack: Pack) -> bytes:
    """Return the pack as a PowerPoint file; the same pack gives the same bytes."""
    slides = empty_slides()
    _front_page(slides, pack)
    for section in pack.sections:
        for part, content in enumerate(parts_of(section, room(section)), start=1):
            _section_slide(slides, pack, section, content, part)
    describe(slides.core_properties, pack)
    kept = io.BytesIO()
    slides.save(kept)
    return fixed_zip(kept.getvalue(), made_at(pack))


def _front_page(slides: Slides, pack: Pack) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[0])
    fill(slide, 0, pack.title)
    fill(slide, KICKER, pack.subtitle)
    fill(slide, BODY, "\n".join((POLICE_DISTRICT, *marks(pack))))
    add_footer(slide, footer_line(pack), len(slides.slides))
    slide.notes_slide.notes_text_frame.text = "\n".join(section.title.shown for section in pack.sections)


def _section_slide(slides: Slides, pack: Pack, section: Section, content: Content | None, part: int) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    fill(slide, KICKER, f"{section.kicker} ({part})" if part > 1 else section.kicker)
    fill(slide, 0, section.title.shown)
    place(slide, 0, MESSAGE_TOP, message_height(section))
    _verdict(slide, section, MESSAGE_TOP + message_height(section))
    _body(slide, section)
    if content is not None:
        draw_content(slide, content, (MARGIN, figure_top(section), FULL, room(section)), section)
    add_footer(slide, footer_line(pack), len(slides.slides))
    slide.notes_slide.notes_text_frame.text = "\n".join(_notes(pack, section))


def _verdict(slide: Slide, section: Section, top: int) -> None:
    """Write the verdict under the message: an icon and words."""
    if section.verdict is None:
        remove(slide, VERDICT)
        return
    fill(slide, VERDICT, verdict_words(section.verdict))
    run = placeholder(slide, VERDICT).text_frame.paragraphs[0].runs[0]
    run.font.color.rgb = colour(TONES[section.tone])
    place(slide, VERDICT, top, LINE)


def _body(slide: Slide, section: Section) -> None:
    """Write the texts that there is room for above the footer; the rest is in the notes."""
    shown = shown_body(section)
    if not shown:
        remove(slide, BODY)
        return
    top = body_top(section)
    fill(slide, BODY, "\n".join(text for text, _ in shown))
    place(slide, BODY, top, FOOTER_TOP - GAP - top)


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
