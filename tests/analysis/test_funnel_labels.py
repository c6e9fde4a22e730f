"""The funnel's axes and names: round numbers, everything inside, and no name over another or over a dot."""

import numpy as np
import pytest

from analysis.funnel_labels import DOT, LETTER, LINE, axis_unit, funnel_range, label_sides


@pytest.mark.parametrize(("span", "unit"), [(8, 1), (9, 2), (74, 10), (225, 50), (1600, 200)])
def test_numbers_stand_at_round_distances(span: float, unit: float) -> None:
    # 1, 2 or 5 times a power of ten, so that at most eight fit: 74 / 10 = 7.4, 225 / 50 = 4.5 (225 / 20 = 11.25)
    assert axis_unit(span) == pytest.approx(unit)


def test_every_dot_lies_inside_with_room_on_all_sides() -> None:
    expected, ratio = np.array([20.0, 45.0, 80.0]), np.array([0.31, 1.0, 1.73])
    (left, right), (low, high) = funnel_range(expected, ratio)
    assert (left, right, low, high) == (10.0, 90.0, 0.2, 2.0)  # 20 x 0,6 = 12, down to a ten; 80 x 1,12 = 89,6


def test_names_do_not_cover_each_other() -> None:
    names = ["Allerød", "Egedal", "Fredensborg", "Furesø", "Hillerød", "Hørsholm", "Rudersdal", "Lyngby-Taarbæk"]
    expected = np.array([83.0, 90.0, 142.0, 143.0, 180.0, 78.0, 193.0, 194.0])
    ratio = np.array([0.80, 1.21, 0.96, 0.98, 1.10, 1.20, 0.95, 1.11])
    sides = label_sides(names, expected, ratio)
    assert overlapping(names, sides, expected, ratio) == []
    above = ["top center"] * len(names)
    assert overlapping(names, above, expected, ratio) != []


def overlapping(names: list[str], sides: list[str], expected: np.ndarray, ratio: np.ndarray) -> list[tuple[str, str]]:
    """Return the pairs of names that share room, drawn anew from their sides."""
    (left, right), (low, high) = funnel_range(expected, ratio)
    boxes = {}
    for name, side, across, up in zip(names, sides, expected, ratio, strict=True):
        x, y, width = (across - left) / (right - left), (up - low) / (high - low), len(name) * LETTER
        middle = {
            "top center": (x, y + DOT + LINE / 2),
            "bottom center": (x, y - DOT - LINE / 2),
            "middle right": (x + DOT + width / 2, y),
            "middle left": (x - DOT - width / 2, y),
        }[side]
        boxes[name] = (*middle, width)
    return [
        (one, other)
        for at, one in enumerate(names)
        for other in names[at + 1 :]
        if abs(boxes[one][0] - boxes[other][0]) < (boxes[one][2] + boxes[other][2]) / 2 - 1e-9
        and abs(boxes[one][1] - boxes[other][1]) < LINE - 1e-9
    ]
