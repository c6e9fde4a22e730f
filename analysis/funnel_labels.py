"""Where the funnel's axes end, and on which side of its dot each name stands, so that no name hides another."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from analysis.arrays import Floats

Range = tuple[float, float]
Box = tuple[float, float, float, float]  # left, lower, right, upper; 1 is the whole figure

LEFT_OF_SMALLEST, RIGHT_OF_LARGEST = 0.6, 1.12  # room for names, and for the limits to be seen beside the dots
MOST_NUMBERS = 8  # along the axis of expected counts
STEP = 0.2  # of the ratio's axis
LOW, HIGH = 0.6, 1.4  # what the axis reaches over at least
LETTER, LINE, DOT = 0.0095, 0.062, 0.012  # a letter's width, a line's height and a dot's radius in the figure
ROUNDS = 4  # in which a name may still give way to one that was placed after it
# Names of plotly's places; tried in this order.
ABOVE, BELOW, RIGHT, LEFT = SIDES = ("top center", "bottom center", "middle right", "middle left")
CORNERS = ("top right", "top left", "bottom right", "bottom left")
# On a phone a figure is so narrow that a letter takes this much of it; what is free there is free everywhere.
PHONE_LETTER = 0.0256


def funnel_range(expected: Floats, ratio: Floats) -> tuple[Range, Range]:
    """Return where the axes of expected counts and of ratios begin and end."""
    low = np.floor((min(LOW, float(ratio.min())) - STEP / 2) / STEP) * STEP
    high = np.ceil((max(HIGH, float(ratio.max())) + STEP / 2) / STEP) * STEP
    left, right = float(expected.min()) * LEFT_OF_SMALLEST, float(expected.max()) * RIGHT_OF_LARGEST
    unit = axis_unit(right - left)
    return (float(left // unit * unit), float(np.ceil(right))), (max(0.0, round(float(low), 1)), round(float(high), 1))


def axis_unit(span: float) -> float:
    """Return the distance of an axis' numbers: 1, 2 or 5 times a power of ten, so that at most eight are written."""
    power = 10.0 ** np.floor(np.log10(max(span, 1.0) / MOST_NUMBERS))
    return float(next(step * power for step in (1, 2, 5, 10) if span / (step * power) <= MOST_NUMBERS))


def limit_places(expected: Floats, count: int) -> Floats:
    """Return the expected counts at which the limits are drawn, over the whole width."""
    (left, right), _ = funnel_range(expected, np.ones(1))
    return np.linspace(max(1.0, left), right, count)


def label_sides(
    names: Sequence[str], expected: Floats, ratio: Floats, letter: float = LETTER, sides_tried: Sequence[str] = SIDES
) -> list[str]:
    """Return each name's side: the first on which it covers no dot and no other name, else the least covered."""
    (left, right), (low, high) = funnel_range(expected, ratio)
    dots = list(zip((expected - left) / (right - left), (ratio - low) / (high - low), strict=True))
    marks = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in dots]
    widths = [len(name) * letter for name in names]
    sides, boxes = [ABOVE] * len(names), [_box(width, dot, ABOVE) for width, dot in zip(widths, dots, strict=True)]
    for at in [*range(len(names))] * ROUNDS:
        others = marks + boxes[:at] + boxes[at + 1 :]
        tried = {side: _box(widths[at], dots[at], side) for side in sides_tried}
        sides[at] = min(sides_tried, key=partial(_cost, tried, others))
        boxes[at] = tried[sides[at]]
    return sides


def _cost(tried: dict[str, Box], others: Sequence[Box], side: str) -> float:
    return sum(_covered(tried[side], other) for other in others) + _outside(tried[side])


def _box(width: float, dot: tuple[float, float], side: str) -> Box:
    x, y = dot
    height, across = side.split()
    lower = {"top": y + DOT, "middle": y - LINE / 2, "bottom": y - DOT - LINE}[height]
    left = {"left": x - DOT - width, "center": x - width / 2, "right": x + DOT}[across]
    return (left, lower, left + width, lower + LINE)


def _covered(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    up = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, up)


def _outside(box: Box) -> float:
    """Return how much of a box is outside the figure; a name beyond an edge is cut."""
    left, lower, right, upper = box
    return _covered(box, (-9, -9, 0, 9)) + _covered(box, (1, -9, 9, 9)) + max(0.0, upper - 1) + max(0.0, -lower)
