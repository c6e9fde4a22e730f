"""Equal seasons before and after, nothing that the start, the end or a break makes doubtful."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.answers import Break
from analysis.effect_windows import assessable_from, matched_windows, quarters_after, quarters_before
from data.periods import Quarter, parse_quarter
from data.register.when import parse_when

ALL = Quarter.span(Quarter(2016, 1), Quarter(2025, 4))
COVID = Break(dt.date(2020, 3, 12), dt.date(2021, 6, 30), "exclude", "COVID-19")


def span(first: str, last: str) -> tuple[Quarter, ...]:
    return Quarter.span(parse_quarter(first), parse_quarter(last))


@pytest.mark.parametrize(
    ("start", "last_before", "first_after"),
    [
        ("2023-07-01", "2023K2", "2023K3"),  # the first day of a quarter: the whole quarter is after
        ("2023-06-09", "2023K1", "2023K3"),  # in a quarter: that one is neither
        ("2023-07-02", "2023K2", "2023K4"),
        ("2023-07", "2023K2", "2023K4"),  # it may have been the last of July
        ("2023K3", "2023K2", "2023K4"),
        ("2022", "2021K4", "2023K1"),
    ],
)
def test_the_quarter_in_which_it_may_have_begun_is_on_neither_side(
    start: str, last_before: str, first_after: str
) -> None:
    assert quarters_before(ALL, parse_when(start))[-1].code == last_before
    assert quarters_after(ALL, parse_when(start), None)[0].code == first_after


@pytest.mark.parametrize(
    ("end", "last"),
    [("2024-06-30", "2024K2"), ("2024-06-29", "2024K1"), ("2024K2", "2024K1"), ("2024-07-01", "2024K2")],
)
def test_a_quarter_after_lies_wholly_inside(end: str, last: str) -> None:
    assert quarters_after(ALL, parse_when("2023-01-01"), parse_when(end))[-1].code == last


def test_before_reaches_three_years_back() -> None:
    assert quarters_before(ALL, parse_when("2023-07-01")) == span("2020K3", "2023K2")


@pytest.mark.parametrize(
    ("before", "after", "expected_before", "expected_after", "years"),
    [
        (("2020K3", "2023K2"), ("2023K3", "2025K4"), ("2021K3", "2023K2"), ("2023K3", "2025K2"), 2),
        (("2020K1", "2022K4"), ("2023K1", "2026K4"), ("2020K1", "2022K4"), ("2023K1", "2025K4"), 3),
        (("2022K3", "2023K2"), ("2023K3", "2025K4"), ("2022K3", "2023K2"), ("2023K3", "2024K2"), 1),
        (("2022K3", "2023K2"), ("2023K3", "2023K4"), ("2022K3", "2022K4"), ("2023K3", "2023K4"), 0),
        (("2020K3", "2023K2"), ("2023K3", "2024K1"), ("2022K3", "2023K1"), ("2023K3", "2024K1"), 0),
    ],
)
def test_whole_years_or_the_same_quarters(
    before: tuple[str, str], after: tuple[str, str], expected_before: tuple[str, str],
    expected_after: tuple[str, str], years: int,
) -> None:  # fmt: skip
    found = matched_windows(span(*before), span(*after))
    assert found is not None
    assert (found.before, found.after, found.years) == (span(*expected_before), span(*expected_after), years)


def test_one_quarter_after_is_not_enough() -> None:
    assert matched_windows(span("2020K1", "2022K4"), span("2023K1", "2023K1")) is None
    assert matched_windows(span("2022K3", "2022K4"), span("2023K1", "2023K2")) is None  # no season in common


quarters = st.sets(st.sampled_from(ALL)).map(lambda found: tuple(sorted(found)))


@given(quarters, quarters)
def test_each_season_counts_as_often_before_as_after(before: tuple[Quarter, ...], after: tuple[Quarter, ...]) -> None:
    found = matched_windows(before, after)
    if found is None:
        return
    assert set(found.before) <= set(before)
    assert set(found.after) <= set(after)
    assert sorted(quarter.number for quarter in found.before) == sorted(quarter.number for quarter in found.after)
    assert len(found.after) == (4 * found.years if found.years else len({q.number for q in found.after}))


@pytest.mark.parametrize(
    ("start", "end", "breaks", "day"),
    [
        ("2025-07-01", None, (), "2026-01-01"),
        ("2025-07-02", None, (), "2026-04-01"),
        ("2025", None, (), "2026-07-01"),
        ("2019-10-01", None, (COVID,), "2021-10-01"),  # 2019K4, then nothing that counts before 2021K3
        ("2025-07-01", "2025-12-31", (), "2026-01-01"),
        ("2025-07-01", "2025-12-30", (), None),
    ],
)
def test_from_when_it_can_be_judged(start: str, end: str | None, breaks: tuple[Break, ...], day: str | None) -> None:
    until = parse_when(end) if end else None
    found = assessable_from(span("2018K1", "2018K4"), parse_when(start), until, breaks)
    assert found == (dt.date.fromisoformat(day) if day else None)


def test_a_season_that_is_missing_before_is_waited_for() -> None:
    # Before there are only first and second quarters: third and fourth cannot be matched.
    before = (parse_quarter("2024K1"), parse_quarter("2024K2"), parse_quarter("2025K1"), parse_quarter("2025K2"))
    assert assessable_from(before, parse_when("2025-07-01"), None, ()) == dt.date(2026, 7, 1)
