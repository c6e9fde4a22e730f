"""Where the parts of a slide stand: the message takes its lines, the text stands at the bottom, the figure between."""

from pptx.util import Inches

from analysis.danish import bound
from analysis.packs.content import Section
from analysis.packs.slide_template import FOOTER_TOP, FULL, LINE, MESSAGE_POINTS, MESSAGE_TOP, TEXT_POINTS
from analysis.packs.slide_text import lines_of

MOST_BODY_LINES = 3
BODY_LINE = Inches(0.29)
GAP = Inches(0.16)
FULL_INCHES = FULL / Inches(1)


def room(section: Section) -> int:
    """Return the height that is left for the figure between the message and the text above the footer."""
    return int(body_top(section) - GAP - figure_top(section))


def figure_top(section: Section) -> int:
    """Return where the figure begins, below the message and its verdict."""
    return int(MESSAGE_TOP + message_height(section) + (LINE if section.verdict else 0) + GAP)


def body_top(section: Section) -> int:
    """Return where the text begins, above the footer."""
    shown = shown_body(section)
    return int(FOOTER_TOP - GAP - sum(lines for _, lines in shown) * BODY_LINE)


def message_height(section: Section) -> int:
    """Return the height of the message's lines."""
    return int(lines_of(bound(section.title.shown), MESSAGE_POINTS, FULL_INCHES, bold=True) * LINE)


def shown_body(section: Section) -> list[tuple[str, int]]:
    """Return the first texts that fit, each with its lines."""
    shown: list[tuple[str, int]] = []
    for text in section.body:
        lines = lines_of(bound(text.shown), TEXT_POINTS, FULL_INCHES)
        if sum(used for _, used in shown) + lines > MOST_BODY_LINES:
            break
        shown.append((text.shown, lines))
    return shown
