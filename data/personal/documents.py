"""The texts of documents: XML of any dialect, PDF, and what a picture's file says beside its pixels."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from PIL import Image

if TYPE_CHECKING:
    from pypdf import PageObject

# Word processors cut a sentence into runs: what belongs together is a paragraph, a shared string or a cell.
_TOGETHER = frozenset(("p", "si", "is", "text", "td", "th", "li", "title", "tspan"))
# Attributes that hold what people read or wrote; all others are names and sizes of the format's own.
_WRITTEN = frozenset(("descr", "title", "name", "alt", "desc", "tooltip", "author", "Target", "href", "content"))
_SAYS_NUMBER = re.compile(r"\b(?:tlf|telefon|mobil|ring|kontakt|sms|cpr|konto|reg)|\+45", re.IGNORECASE)
_YEARS = re.compile(r"(?<!\d)(?:(?:19|20)\d\d){2,}(?!\d)")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d) (?=\d)")


def texts_of_xml(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield place and text of every paragraph or element, and of the attributes that people read."""
    builder = ElementTree.TreeBuilder(insert_comments=True)
    root = ElementTree.fromstring(content, ElementTree.XMLParser(target=builder))
    held: set[int] = set()
    for number, element in enumerate(root.iter(), start=1):
        place = f"element {number}"
        yield from ((place, value) for name, value in element.attrib.items() if _local(name) in _WRITTEN)
        if id(element) in held:
            continue
        if _local(element.tag) in _TOGETHER:
            held.update(map(id, element.iter()))
            yield place, "".join(element.itertext())
        else:
            yield from ((place, text) for text in (element.text, element.tail) if text)


def _local(name: object) -> str:
    """Return a name without its namespace; empty for a comment, which has none."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def texts_of_pdf(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield page and text of every piece that is drawn and every line, of notes, attachments' names and metadata."""
    # Imported where a PDF is looked through: it weighs 17 MB in each process of the server.
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    for name, value in (reader.metadata or {}).items():
        yield f"metadata {name}", str(value)
    if reader.xmp_metadata is not None:
        yield from texts_of_xml(reader.xmp_metadata.stream.get_data())
    for name in reader.attachments:
        yield "bilag", name
    for number, page in enumerate(reader.pages, start=1):
        for text in _texts_of_page(page):
            yield f"side {number}", text


def _texts_of_page(page: "PageObject") -> Iterator[str]:
    lines = [_apart(line) for line in page.extract_text().splitlines()]
    yield from lines
    yield " ".join(lines)  # a name may be cut by the end of a line
    for note in page.annotations or ():
        yield from (str(value) for key, value in note.get_object().items() if key in ("/Contents", "/T", "/TU", "/V"))


def _apart(line: str) -> str:
    """Return a line with the numbers of a table's row set apart: they stand side by side, and are not one number."""
    return line if _SAYS_NUMBER.search(line) else _BETWEEN_NUMBERS.sub(" ; ", _YEARS.sub(_years_apart, line))


def _years_apart(run: re.Match[str]) -> str:
    """Return the years of an axis, which are drawn without blanks, set apart; other digits stay as they stand."""
    years = [int(run[0][at : at + 4]) for at in range(0, len(run[0]), 4)]
    follow = all(abs(later - year) == 1 for year, later in pairwise(years))
    return " ; ".join(map(str, years)) if follow else run[0]


def texts_of_picture(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield name and text of what stands beside the pixels: PNG's text chunks, comments, EXIF."""
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        held = [*picture.info.items(), *picture.getexif().items()]
    for name, value in held:
        if isinstance(value, str | bytes):
            yield f"metadata {name}", value if isinstance(value, str) else value.decode("utf-8", "replace")
