"""A start is kept as exactly as it is known."""

import datetime as dt

import pytest

from data.errors import UserError
from data.register.when import parse_day, parse_when


@pytest.mark.parametrize(
    ("text", "code", "first", "last", "name"),
    [
        ("2023-06-09", "2023-06-09", "2023-06-09", "2023-06-09", "9. juni 2023"),
        ("09.06.2023", "2023-06-09", "2023-06-09", "2023-06-09", "9. juni 2023"),
        ("9/6/2023", "2023-06-09", "2023-06-09", "2023-06-09", "9. juni 2023"),
        (" 2021-04 ", "2021-04", "2021-04-01", "2021-04-30", "april 2021"),
        ("2021K2", "2021K2", "2021-04-01", "2021-06-30", "2. kvartal 2021"),
        ("2022", "2022", "2022-01-01", "2022-12-31", "2022"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29", "februar 2024"),
    ],
)
def test_days_months_quarters_and_years(text: str, code: str, first: str, last: str, name: str) -> None:
    found = parse_when(text)
    assert (found.code, found.name) == (code, name)
    assert (found.first_day, found.last_day) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert parse_when(found.code) == found


@pytest.mark.parametrize(
    "text", ["", "2023-13", "31.02.2023", "2023-02-30", "foråret 2023", "0023", "2023-6", "1.1.23"]
)
def test_anything_else_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_when(text)
    assert not text or text not in str(refused.value)


@pytest.mark.parametrize("text", ["2023-06", "2023", "2023K1", "30.02.2023", ""])
def test_a_day_is_a_day(text: str) -> None:
    with pytest.raises(UserError):
        parse_day(text)
    assert parse_day("9.6.2023") == dt.date(2023, 6, 9)
