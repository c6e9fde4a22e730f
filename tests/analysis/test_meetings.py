"""The meeting year: every day's meeting, the kind of it, the quarter that it looks at."""

import datetime as dt

import pytest

from analysis.meetings import MeetingType, meeting_on, meeting_type, next_meeting, parse_meeting
from data.errors import UserError
from data.periods import Quarter

BILATERAL, THEME, TEAMS = MeetingType.BILATERAL, MeetingType.THEME, MeetingType.TEAMS

# The days of 2026 in order: from, until, the meeting's kind, the quarter it looks at.
YEAR = [
    (dt.date(2026, 1, 1), dt.date(2026, 3, 31), BILATERAL, "2025K4"),
    (dt.date(2026, 4, 1), dt.date(2026, 6, 30), THEME, "2026K1"),
    (dt.date(2026, 7, 1), dt.date(2026, 9, 30), TEAMS, "2026K2"),
    (dt.date(2026, 10, 1), dt.date(2026, 12, 31), THEME, "2026K3"),
]


def test_every_day_of_the_year_has_its_meeting() -> None:
    told = 0
    for first, last, kind, period in YEAR:
        for step in range((last - first).days + 1):
            found = meeting_on(first + dt.timedelta(days=step))
            assert (found.type, found.period.code) == (kind, period)
            told += 1
    assert told == 365


@pytest.mark.parametrize(("number", "kind"), [(1, BILATERAL), (2, THEME), (3, TEAMS), (4, THEME)])
def test_the_kind_follows_the_quarter_in_any_year(number: int, kind: MeetingType) -> None:
    assert {meeting_type(Quarter(year, number)) for year in range(2023, 2031)} == {kind}


@pytest.mark.parametrize(
    ("day", "code"),
    [("2026-01-01", "2026K2"), ("2026-03-31", "2026K2"), ("2026-04-01", "2026K3"), ("2026-12-31", "2027K1")],
)
def test_the_meeting_after_a_day_is_that_of_the_following_quarter(day: str, code: str) -> None:
    assert next_meeting(dt.date.fromisoformat(day)).code == code


def test_a_meeting_is_named_by_its_own_quarter_and_looks_at_the_one_before() -> None:
    found = parse_meeting("2026K1")
    assert (found.code, found.period.code, found.name) == ("2026K1", "2025K4", "Bilateralt møde, 1. kvartal 2026")
    with pytest.raises(UserError, match="ikke et kvartal"):
        parse_meeting("2025")
