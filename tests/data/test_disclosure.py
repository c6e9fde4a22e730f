"""The gate: five in every group, a rest that cannot be undone, one ladder level for all."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.attributes import ATTRIBUTES, UNKNOWN_VALUE
from data.disclosure import REST, SMALLEST_GROUP, Partition, partition, protected_breakdown, protected_totals
from data.municipalities import UNKNOWN

NO_UNKNOWN: dict[str, int] = {"a": 0, "b": 0, "c": 0, "d": 0}


def unknown(**counts: int) -> dict[str, int]:
    return NO_UNKNOWN | counts


@pytest.mark.parametrize(
    ("groups", "missing", "expected"),
    [
        # Every group of every unit holds five or more: nothing is hidden.
        ({"a": [5, 5], "b": [9, 7]}, NO_UNKNOWN, Partition(("a", "b"), ())),
        # One small group: its unit alone would be told by subtraction, so the smallest shown unit (b, 11) joins it.
        ({"a": [4, 30], "b": [5, 6], "c": [20, 20]}, NO_UNKNOWN, Partition(("c",), ("a", "b"))),
        # A zero is small too: it tells that nobody in the unit is in the group.
        ({"a": [0, 30], "b": [5, 6], "c": [20, 20]}, NO_UNKNOWN, Partition(("c",), ("a", "b"))),
        # Two small units whose rest is five or more together may be the rest.
        ({"a": [3, 30], "b": [2, 6], "c": [20, 20]}, NO_UNKNOWN, Partition(("c",), ("a", "b"))),
        # ... but not when the rest is four: 3 + 1; then the smallest shown unit joins: 3 + 1 + 20.
        ({"a": [3, 30], "b": [1, 6], "c": [20, 20]}, NO_UNKNOWN, Partition((), ("a", "b", "c"))),
        # The whole district holds a group of four: nothing can be shown.
        ({"a": [1, 9], "b": [1, 9], "c": [2, 9]}, NO_UNKNOWN, None),
        # Values without a known group are a group of their own, because the unit's total is public.
        ({"a": [5, 5], "b": [5, 5], "c": [9, 9]}, unknown(a=2), None),
        ({"a": [5, 5], "b": [5, 5], "c": [9, 9]}, unknown(a=5), Partition(("a", "b", "c"), ())),
        ({"a": [5, 5], "b": [5, 5], "c": [9, 9]}, unknown(a=2, b=3), Partition(("c",), ("a", "b"))),
    ],
)
def test_partition(groups: dict[str, list[int]], missing: dict[str, int], expected: Partition | None) -> None:
    assert partition(groups, {unit: missing[unit] for unit in groups}) == expected


def test_unknown_municipality_is_never_shown_and_never_the_whole_rest() -> None:
    groups = {"a": [50, 50], "b": [40, 40], "c": [60, 60], UNKNOWN: [9, 9]}
    # 998 alone in the rest would be told by subtraction; b (80) and a (100) join: two municipalities.
    assert partition(groups, dict.fromkeys(groups, 0)) == Partition(("c",), (UNKNOWN, "a", "b"))


def test_unknown_municipality_without_incidents_hides_nobody() -> None:
    groups = {"a": [50, 50], "b": [40, 40], UNKNOWN: [0, 0]}
    assert partition(groups, dict.fromkeys(groups, 0)) == Partition(("a", "b"), (UNKNOWN,))


counts = st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=13)


@given(counts)
def test_no_shown_number_and_no_difference_is_small(rows: list[list[int]]) -> None:
    groups: Mapping[str, list[int]] = {f"m{index}": row for index, row in enumerate(rows)}
    allowed = partition(groups, dict.fromkeys(groups, 0))
    if allowed is None:
        return
    rest = [sum(column) for column in zip(*(groups[unit] for unit in allowed.rest), strict=True)]
    told = [*(groups[unit] for unit in allowed.shown), *([rest] if allowed.rest else [])]
    assert all(number >= SMALLEST_GROUP for row in told for number in row)
    assert len(allowed.rest) != 1
    assert sorted((*allowed.shown, *allowed.rest)) == sorted(groups)


LADDER = ATTRIBUTES["boligtype"].ladder


def dwelling(place: str, villa: int, terraced: int, flat: int, farm: int) -> dict[tuple[str, str], int]:
    values = {"villa": villa, "raekkehus": terraced, "etage": flat, "landejendom": farm}
    return {(place, value): count for value, count in values.items()}


def test_finest_level_that_shows_enough_is_used_for_all() -> None:
    plenty = [dwelling(place, 9, 9, 9, 9) for place in "abc"]
    found = protected_breakdown(merged(plenty), LADDER, ["a", "b", "c"])
    assert found is not None
    assert found.level == 0
    assert found.cells["a", "villa"] == 9


def test_coarser_level_when_the_finest_shows_too_few() -> None:
    # At the finest level only c could be shown (farms: 0, 0, 9): one of three is under 9/13 of them.
    few = [dwelling("a", 9, 9, 9, 0), dwelling("b", 9, 9, 9, 0), dwelling("c", 9, 9, 9, 9)]
    found = protected_breakdown(merged(few), LADDER, ["a", "b", "c"])
    assert found is not None
    assert found.level == 1
    assert found.cells["a", "huse"] == 18
    assert {level for (place, level) in found.cells if place == "a"} == {"huse", "etage", UNKNOWN_VALUE}


def test_nothing_is_shown_when_the_coarsest_level_is_too_small() -> None:
    assert protected_breakdown(merged([dwelling("a", 2, 1, 1, 0)]), LADDER, ["a", "b"]) is None


def merged(parts: list[dict[tuple[str, str], int]]) -> dict[tuple[str, str], int]:
    return {key: count for part in parts for key, count in part.items()}


def test_protected_totals_put_small_places_in_one_rest() -> None:
    counted = {"a": 7, "b": 3, "c": 4, UNKNOWN: 0}
    assert protected_totals(counted, counted) == {"a": 7, REST: 7}


def test_protected_totals_never_leave_one_place_as_the_rest() -> None:
    counted = {"a": 7, "b": 6, "c": 4}
    # c alone would be the district's total less the others; b, the smaller shown one, joins it.
    assert protected_totals(counted, counted) == {"a": 7, REST: 10}


def test_protected_totals_hold_back_a_small_district() -> None:
    assert protected_totals({"a": 1, "b": 2}, {"a": 1, "b": 2}) is None
