"""What has been told of a closed year stands, and what is held back stays held back."""

import datetime as dt

import pytest

from data.issued import Decision, Issued, Status, Subject, decide
from data.protected import COUNT, Protected, Refused, Totals

SUBJECT = Subject("count_year", "vold_naere_relationer", 2024)
THEN, NOW = dt.date(2025, 1, 12), dt.date(2026, 1, 12)
COUNTS = {"a": 20, "b": 12, "c": 4, "d": 6}


def told(counts: dict[str, int]) -> Issued:
    """Return what one release has told."""
    decision = decide(SUBJECT, Totals(counts), Issued(), THEN)
    return Issued({SUBJECT: decision}, {SUBJECT: (decision.protected,)} if decision.protected else {})


def shown(decision: Decision) -> dict[str, int]:
    assert decision.protected is not None
    return {place: count for (place, _), count in decision.protected.cells.items()}


def test_the_first_time_the_gate_decides() -> None:
    first = decide(SUBJECT, Totals(COUNTS), Issued(), THEN)
    assert (first.status, first.counted, first.current) == (Status.SHOWN, THEN, True)
    assert shown(first) == {"a": 20, "b": 12, "oevrige": 10}


@pytest.mark.parametrize(
    ("moved", "expected", "counted", "current"),
    [
        ({}, {"a": 20, "b": 12, "oevrige": 10}, THEN, True),
        ({"a": 23}, {"a": 20, "b": 12, "oevrige": 10}, THEN, False),  # three came: the old number stands
        ({"a": 25}, {"a": 25, "b": 12, "oevrige": 10}, NOW, True),
        ({"a": 25, "b": 13}, {"a": 20, "b": 12, "oevrige": 10}, THEN, False),  # a's as well, for b's sake
        ({"c": 30}, {"a": 20, "b": 12, "oevrige": 36}, NOW, True),  # c stays in the rest, however large it becomes
        ({"b": 4}, {"a": 20, "b": 12, "oevrige": 10}, THEN, False),  # b could not be shown today: its number stands
    ],
)
def test_later_the_same_places_are_shown_and_only_as_a_whole(
    moved: dict[str, int], expected: dict[str, int], counted: dt.date, current: bool
) -> None:
    later = decide(SUBJECT, Totals(COUNTS | moved), told(COUNTS), NOW)
    assert (shown(later), later.counted, later.current) == (expected, counted, current)


def test_a_number_is_compared_with_every_release_that_told_it() -> None:
    def version(a: int) -> Protected:
        return Protected(0, ("a",), {("a", COUNT): a, ("oevrige", COUNT): 22})

    newest = Decision(Status.SHOWN, THEN, version(26))
    before = Issued({SUBJECT: newest}, {SUBJECT: (version(20), version(26))})
    # 21 is five from the newest, but one from the first.
    assert shown(decide(SUBJECT, Totals({"a": 21, "b": 12, "c": 4, "d": 6}), before, NOW))["a"] == 26
    assert shown(decide(SUBJECT, Totals({"a": 31, "b": 12, "c": 4, "d": 6}), before, NOW))["a"] == 31


def test_what_was_held_back_stays_so() -> None:
    before = told({"a": 1, "b": 2, "c": 1, "d": 0})
    later = decide(SUBJECT, Totals(COUNTS), before, NOW)
    assert (later.status, later.protected, later.counted) == (Status.HELD_BACK, None, THEN)


def test_what_was_not_delivered_may_come_later() -> None:
    missing = decide(SUBJECT, None, Issued(), THEN)
    assert missing.status is Status.NOT_DELIVERED
    assert decide(SUBJECT, Totals(COUNTS), Issued({SUBJECT: missing}), NOW).status is Status.SHOWN


def test_what_may_not_be_told_again_stands_as_it_was() -> None:
    assert shown(decide(SUBJECT, Refused(), told(COUNTS), NOW)) == {"a": 20, "b": 12, "oevrige": 10}
    assert shown(decide(SUBJECT, None, told(COUNTS), NOW)) == {"a": 20, "b": 12, "oevrige": 10}
