"""Headings, sentences and cards as HTML of our own; every value is escaped by its type."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from analysis.danish import bound


def show_html(html: Markup) -> None:
    """Show HTML of our own; no number is parted from its word at the end of a line."""
    st.html(bound(html))


def heading(title: str, *leads: str) -> None:
    """Show what the page answers: the answer, and a line or two below it."""
    lead = " ".join(filter(None, leads))
    below = Markup('<p class="kb-lead">{}</p>').format(lead) if lead else Markup("")
    show_html(Markup('<h1 class="kb-title">{}</h1>{}').format(title, below))


def section(title: str) -> None:
    """Show the heading of a section."""
    show_html(Markup('<h2 class="kb-section">{}</h2>').format(title))


def cannot_say(texts: Mapping[str, str]) -> None:
    """Show what the numbers do not say; the keys name the areas, and are left out when there is only one."""
    items = [
        Markup("<p>{}{}</p>").format(Markup("<b>{}:</b> ").format(name) if len(texts) > 1 else "", text)
        for name, text in texts.items()
    ]
    show_html(Markup('<section class="kb-aside"><h2>Det kan tallene ikke sige</h2>{}</section>').format(_set(items)))


def paragraphs(texts: Sequence[str]) -> None:
    """Show plain paragraphs, if there are any."""
    if texts:
        show_html(_set([Markup("<p>{}</p>").format(text) for text in texts]))


def _set(items: Sequence[Markup]) -> Markup:
    """Return paragraphs; several stand in columns where a line would be too long to read."""
    every = Markup("").join(items)
    return Markup('<div class="kb-text">{}</div>').format(every) if len(items) > 1 else every


def quiet_line(text: str) -> None:
    """Show one line that nobody needs to read first."""
    show_html(Markup('<p class="kb-quiet">{}</p>').format(text))


def bullets(texts: Sequence[str]) -> None:
    """Show short statements as a list."""
    items = Markup("").join(Markup("<li>{}</li>").format(text) for text in texts)
    show_html(Markup('<ul class="kb-list">{}</ul>').format(items))


def card_title(title: str) -> None:
    """Show the small heading of a card."""
    show_html(Markup('<h2 class="kb-card-title">{}</h2>').format(title))
