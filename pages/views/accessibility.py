"""Tilgængelighedserklæring: how accessible Kredsblik is, and who answers when it is not."""

from analysis.accessibility import TITLE, statement
from data.accessibility_contact import accessibility_contact
from pages.widgets.text import heading, paragraphs, section


def accessibility_view() -> None:
    heading(TITLE)
    for title, texts in statement(accessibility_contact()):
        section(title)
        paragraphs(texts)
