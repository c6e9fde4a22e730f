"""Every colour of a text can be read where it stands (WCAG 2.1 AA: 4.5 to 1)."""

import pytest

from analysis.palette import (
    BLUE,
    BLUES,
    DARK,
    EMPTY,
    FULL_ORANGE,
    INK,
    LINE,
    MUTED,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    PALE_SAND,
    SAND,
)

LEAST_CONTRAST = 4.5
LEAST_GRAPHIC = 3  # a line or a point against what it stands on (WCAG 2.1, 1.4.11)
PAGE = "#fbfbfa"
DARK_PAGE = "#12171c"
MAP_COLOURS = (*BLUES, EMPTY, FULL_ORANGE, PALE_ORANGE, PALE_SAND, SAND)


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.1)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colour", [INK, MUTED, BLUE, ORANGE])
@pytest.mark.parametrize("ground", ["#ffffff", PAGE])
def test_text_is_readable_on_cards_and_page(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("ground", MAP_COLOURS)
def test_names_are_readable_on_every_colour_of_the_map(ground: str) -> None:
    assert contrast(INK, ground) >= LEAST_CONTRAST


def test_the_words_in_the_expected_range_are_readable() -> None:
    assert contrast(BLUE, PALE_BLUE) >= LEAST_CONTRAST


def test_no_two_classes_of_the_map_share_a_colour() -> None:
    assert len(set(MAP_COLOURS)) == len(MAP_COLOURS)


@pytest.mark.parametrize("colour", [INK, MUTED, BLUE, ORANGE])
@pytest.mark.parametrize("ground", [DARK[LINE], DARK_PAGE])
def test_text_is_readable_on_dark_cards_and_the_dark_page(colour: str, ground: str) -> None:
    assert contrast(DARK[colour], ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("ground", MAP_COLOURS)
def test_names_are_readable_on_every_dark_colour_of_the_map(ground: str) -> None:
    assert contrast(DARK[INK], DARK[ground]) >= LEAST_CONTRAST


def test_the_words_and_the_line_in_the_dark_expected_range_are_readable() -> None:
    assert contrast(DARK[BLUE], DARK[PALE_BLUE]) >= LEAST_CONTRAST


@pytest.mark.parametrize("colour", [INK, MUTED, BLUE, ORANGE])
def test_lines_and_points_are_seen_on_what_they_stand_on(colour: str) -> None:
    for ground in (LINE, PALE_BLUE):
        assert contrast(colour, ground) >= LEAST_GRAPHIC
        assert contrast(DARK[colour], DARK[ground]) >= LEAST_GRAPHIC


def test_no_two_colours_become_one_in_the_dark() -> None:
    assert len(set(DARK.values())) == len(DARK)
