"""A slide on the screen: made for 1280 x 720 and scaled to the window; the keys are in look/presentation.js."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from analysis.answers import Situation
from analysis.choice import Choice
from analysis.danish import number
from analysis.headlines import tone
from analysis.phrases import when
from analysis.pictures import Picture
from analysis.presentation import Slide
from analysis.provenance import DEMO, slide_provenance
from analysis.verdict_line import verdict_line
from data.catalogue import AREAS
from pages.widgets.picture import CHART_SETTINGS
from pages.widgets.text import show_html

SCREEN = "kb-slide"


def show_slide(slide: Slide, choice: Choice, place: int, total: int) -> None:
    """Show a slide, the line below it, and what hides the numbers in a break."""
    # These two always stand in the same place, so that the next slide's take theirs and never lie beside them.
    show_html(_top(slide))
    show_html(_bottom(choice, place, total))
    if slide.picture is not None:
        _figure(slide, slide.picture)
    elif slide.tiles:
        show_html(Markup('<div class="kb-slide-tiles">{}</div>').format(Markup("").join(map(_tile, slide.tiles))))


def _top(slide: Slide) -> Markup:
    below = () if slide.beside else slide.text
    kind = " kb-slide-words" if slide.picture is None and not slide.tiles else ""
    return Markup(
        '<div class="kb-slide-top{kind}"><p class="kb-slide-about">{about}</p>'
        '<h1 class="kb-slide-message">{message}</h1>{verdict}{text}</div>'
    ).format(
        kind=kind,
        about=slide.about,
        message=slide.message,
        verdict=_verdict(slide.verdict, slide.tone),
        text=_texts(below),
    )


def _verdict(text: str, colour: str) -> Markup:
    return Markup('<p class="kb-slide-verdict kb-tone-{}">{}</p>').format(colour, text) if text else Markup("")


def _texts(texts: Sequence[str]) -> Markup:
    return Markup("").join(Markup('<p class="kb-slide-text">{}</p>').format(text) for text in texts if text)


def _figure(slide: Slide, picture: Picture) -> None:
    with st.container(key=f"{SCREEN}-{'halves' if slide.beside else 'figure'}"):
        # Nothing answers to the mouse: what a slide says, it says to everyone.
        st.plotly_chart(
            picture.figure,
            theme=None,
            key="slide-figur",
            config={**CHART_SETTINGS, "staticPlot": True},
            alt=picture.alt,
            height="stretch",
        )
        if slide.beside:
            show_html(Markup("<div>{}</div>").format(_texts(slide.text)))
    if picture.notes:
        items = Markup("").join(Markup("<li>{}</li>").format(note) for note in picture.notes)
        show_html(Markup('<ol class="kb-slide-notes">{}</ol>').format(items))


def _tile(answer: Situation) -> Markup:
    area = AREAS[answer.question.area]
    noun = area.noun.singular if answer.observed == 1 else area.noun.plural
    return Markup(
        '<section class="kb-slide-tile kb-tone-{}"><h2>{}</h2><p class="kb-slide-count">{}</p>'
        "<p>{} {}</p><p><b>{}</b></p></section>"
    ).format(tone(answer), area.menu, number(answer.observed), noun, when(answer), verdict_line(answer))


def _bottom(choice: Choice, place: int, total: int) -> Markup:
    demo = Markup('<span class="kb-badge">{}</span>').format(DEMO) if choice.release.demo else Markup("")
    return Markup(
        '<div class="kb-slide-bottom">{demo}<span>{facts}</span><nav aria-label="Præsentation">'
        '<button type="button" data-kb="ask">Spørgsmål</button><button type="button" data-kb="hide">Skjul tal</button>'
        '<button type="button" data-kb="leave">Afslut</button>'
        '<button type="button" data-kb="back" aria-label="Forrige side">←</button>'
        '<span class="kb-slide-place">{place} / {total}</span>'
        '<button type="button" data-kb="next" aria-label="Næste side">→</button></nav></div>'
        '<div class="kb-slide-cover"><p>Tallene er skjult</p>'
        '<button type="button" data-kb="hide">Vis tallene igen (S)</button></div>'
    ).format(demo=demo, facts=slide_provenance(choice.release), place=place, total=total)
