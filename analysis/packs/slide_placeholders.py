"""A slide's own placeholders, by their numbers in the template: filled, placed, taken out; and its footer."""

from copy import deepcopy
from typing import Any

from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu

from analysis.danish import bound
from analysis.packs.slide_template import FULL, MARGIN


def fill(slide: Slide, index: int, text: str) -> None:
    """Write the text into the placeholder."""
    placeholder(slide, index).text_frame.text = bound(text)


def place(slide: Slide, index: int, top: int, height: int) -> None:
    """Let the placeholder stand here, over the full width."""
    shape = placeholder(slide, index)
    shape.left, shape.top, shape.width, shape.height = Emu(MARGIN), Emu(top), Emu(FULL), Emu(int(height))


def remove(slide: Slide, index: int) -> None:
    """Take the placeholder out: an empty one asks for a text."""
    element = placeholder(slide, index).element
    element.getparent().remove(element)


def placeholder(slide: Slide, index: int) -> Any:
    """Return the placeholder with this number."""
    return next(each for each in slide.placeholders if each.placeholder_format.idx == index)


def add_footer(slide: Slide, text: str, number: int) -> None:
    """Put the footer and the number of the slide on it: python-pptx leaves those of the layout out."""
    for shape in slide.slide_layout.placeholders:
        if shape.element.ph.get("type") in ("ftr", "sldNum"):
            slide.shapes._spTree.append(deepcopy(shape.element))
    placed = {each.element.ph.get("type"): each for each in slide.placeholders}
    placed["ftr"].text_frame.text = text
    placed["sldNum"].element.find(f".//{qn('a:fld')}/{qn('a:t')}").text = str(number)
