"""The texts that a person edited, put into a pack beside what the rules wrote."""

from collections.abc import Mapping
from dataclasses import replace

from analysis.danish import number
from analysis.packs.content import Pack, Section, Text
from data.errors import UserError

LONGEST_TITLE = 170  # letters that stand in three lines of the message's size
LONGEST_TEXT = 600


def with_texts(pack: Pack, texts: Mapping[str, str]) -> Pack:
    """Return the pack with these edits (key -> text) in it. Raises UserError for a text that the pack does not have."""
    known = {text.key for text in pack.texts}
    if unknown := sorted(set(texts) - known):
        raise UserError(
            f"Pakken har ingen tekst, der hedder {', '.join(unknown)}. Den har: {', '.join(sorted(known))}."
        )
    return replace(pack, sections=tuple(_edited(section, texts) for section in pack.sections))


def _edited(section: Section, texts: Mapping[str, str]) -> Section:
    return replace(
        section,
        title=_written(section.title, texts, LONGEST_TITLE),
        body=tuple(_written(text, texts, LONGEST_TEXT) for text in section.body),
    )


def _written(text: Text, texts: Mapping[str, str], longest: int) -> Text:
    edited = _on_one_line(texts.get(text.key, ""))
    if len(edited) > longest:
        raise UserError(f"Teksten {text.key} er på {number(len(edited))} tegn. Der er plads til {number(longest)}.")
    return replace(text, edited=edited)


def _on_one_line(text: str) -> str:
    """Return the text without line breaks and without signs that nobody sees: no Office file may hold them.

    They come with what is copied from a PDF: it divides a word by one.
    """
    return " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())
