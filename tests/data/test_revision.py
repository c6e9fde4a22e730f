"""When a closed year may be told again: the difference of two tables obeys the rule of the table."""

import pytest

from data.attributes import UNKNOWN_VALUE
from data.disclosure import REST
from data.protected import COUNT, Grid, Protected
from data.revision import may_replace

Row = tuple[int, int, int]

# Public quarters of the shown place a, and of b and c, which are the rest.
QUARTERS = {("a", 1): 30, ("a", 2): 30, ("b", 1): 20, ("b", 2): 20, ("c", 1): 15, ("c", 2): 15}


def table(shown: Row, rest: Row, grid: Grid) -> Protected:
    """Return two groups and the unknown ones, of one place and of the rest."""
    cells = {
        (place, value): count
        for place, row in (("a", shown), (REST, rest))
        for value, count in zip(("k", "m", UNKNOWN_VALUE), row, strict=True)
    }
    return Protected(0, ("a",), cells, grid)


BEFORE = table((30, 25, 5), (40, 25, 5), QUARTERS)


@pytest.mark.parametrize(
    ("shown", "rest", "moved", "expected"),
    [
        # Nothing has moved.
        ((30, 25, 5), (40, 25, 5), {}, True),
        # Incidents were described anew, none came or went: five men more are five fewer unknown ...
        ((30, 30, 0), (40, 25, 5), {}, True),
        # ... but not four.
        ((30, 29, 1), (40, 25, 5), {}, False),
        # Eight women and six men came, in one quarter of a.
        ((38, 31, 5), (40, 25, 5), {("a", 1): 44}, True),
        # Eight women came. Three of them did so in the first quarter: the public number says so.
        ((38, 25, 5), (40, 25, 5), {("a", 1): 33, ("a", 2): 35}, False),
        # Four women came with eight men.
        ((34, 33, 5), (40, 25, 5), {("a", 1): 42}, False),
        # Two of unknown sex came with them.
        ((38, 31, 7), (40, 25, 5), {("a", 1): 46}, False),
        # To the rest came six women and six men, ten of the twelve in b and two in c: hardly anyone beside b's ten.
        ((30, 25, 5), (46, 31, 5), {("b", 1): 30, ("c", 1): 17}, False),
        # ... seven in b and five in c.
        ((30, 25, 5), (46, 31, 5), {("b", 1): 27, ("c", 1): 20}, True),
        # One was moved to another quarter, and is in the same group as before.
        ((30, 25, 5), (40, 25, 5), {("a", 1): 29, ("a", 2): 31}, False),
    ],
)
def test_may_replace(shown: Row, rest: Row, moved: dict[tuple[str, int], int], expected: bool) -> None:
    assert may_replace(table(shown, rest, QUARTERS | moved), BEFORE) == expected


def test_a_table_of_other_places_never_replaces_one() -> None:
    alone = Protected(0, ("a",), {("a", "k"): 30, ("a", "m"): 25, ("a", UNKNOWN_VALUE): 5}, QUARTERS)
    assert not may_replace(alone, BEFORE)


@pytest.mark.parametrize(("count", "expected"), [(20, True), (24, False), (25, True), (16, False), (15, True)])
def test_a_plain_count_beside_no_public_number(count: int, expected: bool) -> None:
    before = Protected(0, ("a",), {("a", COUNT): 20, (REST, COUNT): 9})
    now = Protected(0, ("a",), {("a", COUNT): count, (REST, COUNT): 9})
    assert may_replace(now, before) == expected
