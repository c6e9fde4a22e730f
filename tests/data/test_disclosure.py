"""The gate: five in every group, and a rest that cannot be undone by subtraction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.disclosure import Partition, beside_gate, group_gate, none_or_enough, total_gate
from data.municipalities import UNKNOWN

Numbers = dict[str, list[int]]


def by_groups(groups: Numbers, **unknown: int) -> Partition | None:
    return group_gate(groups, dict.fromkeys(groups, 0) | unknown, set(groups)).partition()


@pytest.mark.parametrize(
    ("groups", "unknown", "expected"),
    [
        # Every group of every unit holds five or more: nothing is hidden.
        ({"a": [5, 5], "b": [9, 7]}, {}, Partition(("a", "b"), ())),
        # One small group: its unit alone would be told by subtraction, so the smallest shown unit (b, 11) joins it.
        ({"a": [4, 30], "b": [5, 6], "c": [20, 20]}, {}, Partition(("c",), ("a", "b"))),
        # A zero is small too: it tells that nobody in the unit is in the group.
        ({"a": [0, 30], "b": [5, 6], "c": [20, 20]}, {}, Partition(("c",), ("a", "b"))),
        # Two small units whose rest is five or more together may be the rest ...
        ({"a": [3, 30], "b": [2, 6], "c": [20, 20]}, {}, Partition(("c",), ("a", "b"))),
        # ... but not when the rest is four: 3 + 1; then the smallest shown unit joins: 3 + 1 + 20.
        ({"a": [3, 30], "b": [1, 6], "c": [20, 20]}, {}, Partition((), ("a", "b", "c"))),
        # The whole district holds a group of four: nothing can be shown.
        ({"a": [1, 9], "b": [1, 9], "c": [2, 9]}, {}, None),
        # Values without a known group are a group of their own, because the unit's total is public.
        ({"a": [5, 5], "b": [5, 5], "c": [9, 9]}, {"a": 2}, None),
        ({"a": [5, 5], "b": [5, 5], "c": [9, 9]}, {"a": 5}, Partition(("a", "b", "c"), ())),
        ({"a": [5, 5], "b": [5, 5], "c": [9, 9]}, {"a": 2, "b": 3}, Partition(("c",), ("a", "b"))),
        # a has 4 of 50 in the group, b 1 of 1. Their rest (5, 46) would tell a's 4 to within b's one; so c joins.
        ({"a": [4, 46], "b": [1, 0], "c": [20, 20]}, {}, Partition((), ("a", "b", "c"))),
    ],
)
def test_who_is_shown(groups: Numbers, unknown: dict[str, int], expected: Partition | None) -> None:
    assert by_groups(groups, **unknown) == expected


def test_reports_without_a_municipality_are_shown_like_a_municipality() -> None:
    assert by_groups({"a": [50, 50], "b": [40, 40], UNKNOWN: [9, 9]}) == Partition((UNKNOWN, "a", "b"), ())


def test_reports_without_a_municipality_are_never_the_whole_rest_nor_one_of_its_two() -> None:
    # 998 alone would be told by subtraction, and so would b with it; a joins as the second municipality.
    assert by_groups({"a": [50, 50], "b": [40, 40], "c": [60, 60], UNKNOWN: [9, 2]}) == Partition(
        ("c",), (UNKNOWN, "a", "b")
    )


def test_no_reports_without_a_municipality_hide_nobody() -> None:
    assert by_groups({"a": [50, 50], "b": [40, 40], UNKNOWN: [0, 0]}) == Partition(("a", "b"), ())


def test_a_unit_whose_total_may_not_be_told_is_in_the_rest() -> None:
    groups = {"a": [50, 50], "b": [40, 40], "c": [60, 60]}
    gate = group_gate(groups, dict.fromkeys(groups, 0), {"b", "c"})
    assert gate.partition() == Partition(("c",), ("a", "b"))


def test_the_smallest_that_is_enough_joins_the_rest_and_no_other() -> None:
    groups = {"a": [30, 30], "b": [31, 31], "c": [40, 40], "d": [50, 50]}
    # Three of unknown group in a: b with none would not hide them, c with seven does.
    assert by_groups(groups, a=3, c=7) == Partition(("b", "d"), ("a", "c"))


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (("b", "c"), None),  # a alone would be the rest
        (("c",), Partition(("c",), ("a", "b"))),
        (("a", "c"), None),  # a has a group of four
        (("c", "d"), None),  # d is not there any more
    ],
)
def test_the_same_units_are_shown_again_only_if_the_gate_allows_it(
    shown: tuple[str, ...], expected: Partition | None
) -> None:
    groups = {"a": [4, 30], "b": [5, 6], "c": [20, 20]}
    assert group_gate(groups, dict.fromkeys(groups, 0), set("abcd")).with_shown(shown) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"a": 7, "b": 3, "c": 4}, Partition(("a",), ("b", "c"))),
        # c alone would be the district's total less the others; b, the smaller shown one, joins it.
        ({"a": 7, "b": 6, "c": 4}, Partition(("a",), ("b", "c"))),
        ({"a": 7, "b": 2, "c": 2}, Partition((), ("a", "b", "c"))),  # 2 + 2 is under five
        ({"a": 1, "b": 2, "c": 1}, None),
        ({"a": 7, "b": 6, "c": 5}, Partition(("a", "b", "c"), ())),
        ({"a": 7, "b": 6, UNKNOWN: 1}, Partition((), (UNKNOWN, "a", "b"))),
    ],
)
def test_plain_counts_outside_the_grid(counts: dict[str, int], expected: Partition | None) -> None:
    assert total_gate(counts).partition() == expected


@pytest.mark.parametrize(
    ("cases", "beyond", "expected"),
    [
        # As many reports as cases, or five more: both numbers may be told.
        ({"a": 5, "b": 9, "c": 9}, {"a": 0, "b": 5, "c": 6}, Partition(("a", "b", "c"), ())),
        # Two more: the difference is two. b (14) joins a, whose reports are then hidden among seven more.
        ({"a": 9, "b": 9, "c": 9}, {"a": 2, "b": 5, "c": 6}, Partition(("c",), ("a", "b"))),
        # One case with 40 reports: the cases are too few.
        ({"a": 1, "b": 9, "c": 20}, {"a": 39, "b": 5, "c": 6}, Partition(("c",), ("a", "b"))),
        # A rest without any more tells that a and b have as many reports as cases; c joins, and its six hide that.
        ({"a": 1, "b": 4, "c": 9}, {"a": 0, "b": 0, "c": 6}, Partition((), ("a", "b", "c"))),
    ],
)
def test_reports_beside_cases(cases: dict[str, int], beyond: dict[str, int], expected: Partition | None) -> None:
    assert beside_gate(cases, beyond, set(cases)).partition() == expected


@pytest.mark.parametrize(("count", "told"), [(0, True), (1, False), (4, False), (5, True)])
def test_none_or_enough(count: int, told: bool) -> None:
    assert none_or_enough(count) == told


counts = st.lists(st.lists(st.integers(0, 12), min_size=4, max_size=4), min_size=2, max_size=13)


@given(counts)
def test_no_shown_number_is_small_and_no_small_one_can_be_reckoned(rows: list[list[int]]) -> None:
    groups = {f"m{index}": row[:3] for index, row in enumerate(rows)}
    unknown = {f"m{index}": row[3] for index, row in enumerate(rows)}
    allowed = group_gate(groups, unknown, set(groups)).partition()
    if allowed is None:
        return
    assert sorted((*allowed.shown, *allowed.rest)) == sorted(groups)
    told = [[*groups[unit], unknown[unit]] for unit in allowed.shown]
    rest = [sum(column) for column in zip(*([*groups[unit], unknown[unit]] for unit in allowed.rest), strict=True)]
    for row in [*told, *([rest] if rest else [])]:
        assert all(number >= 5 for number in row[:3])
        assert none_or_enough(row[3])
    # Of a unit in the rest its total T is public, of the rest each group R_g and the sum R. Its own number in g is
    # between max(0, T - (R - R_g)) and min(T, R_g): five apart or more, unless its total is under five itself.
    for unit in allowed.rest:
        total = sum(groups[unit]) + unknown[unit]
        for group in rest[:3]:
            width = min(total, group) - max(0, total - (sum(rest) - group))
            assert width >= min(5, total)
