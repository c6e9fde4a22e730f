"""The map: which cells are shown, and that what is blank can hold five or more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.map_cells import LEAST_DWELLINGS, cell_class, shown_cells

PLENTY = 500


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, None), (4, None), (5, "5-9"), (9, "5-9"), (10, "10-19"), (19, "10-19"), (20, "20+"), (400, "20+")],
)
def test_classes(count: int, expected: str | None) -> None:
    assert cell_class(count) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # Two cells and a rest of 3 + 2 = 5 in two cells.
        ({"a": 7, "b": 12, "c": 3, "d": 2}, ("a", "b")),
        # The rest is 3 + 1 = 4: the smallest shown cell joins it.
        ({"a": 7, "b": 12, "c": 3, "d": 1}, ("b",)),
        # A rest of one cell is that cell, by subtraction.
        ({"a": 7, "b": 12, "c": 4}, ("b",)),
        # Nothing is left beside them: the attacker would know that all other cells are empty.
        ({"a": 7, "b": 12}, ()),
        ({"a": 7, "b": 12, "c": 25}, ("c",)),
        ({"a": 4, "b": 4, "c": 4}, ()),
    ],
)
def test_shown_cells(counts: dict[str, int], expected: tuple[str, ...]) -> None:
    assert shown_cells(counts, dict.fromkeys(counts, PLENTY)) == expected


@pytest.mark.parametrize(("dwellings", "expected"), [(99, ()), (100, ("a",))])
def test_a_cell_with_few_dwellings_is_blank(dwellings: int, expected: tuple[str, ...]) -> None:
    assert shown_cells({"a": 7, "b": 3, "c": 3}, {"a": dwellings, "b": PLENTY, "c": PLENTY}) == expected
    assert LEAST_DWELLINGS == 100


def test_a_cell_without_known_dwellings_is_blank() -> None:
    assert shown_cells({"a": 7, "b": 3, "c": 3}, {}) == ()


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 30), max_size=8))
def test_the_rest_holds_five_or_more_in_two_cells_or_more(counts: dict[str, int]) -> None:
    shown = shown_cells(counts, dict.fromkeys(counts, PLENTY))
    rest = [count for cell, count in counts.items() if cell not in shown]
    assert not shown or (len(rest) >= 2 and sum(rest) >= 5)
