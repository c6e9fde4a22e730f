"""The time of day of an act that nobody saw: shares of cases, then whole cases, and what cannot be timed."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.aoristic import hour_profile
from data.act_hours import BILLION, rounded, whole_cases
from data.cubes import cubes
from data.incidents import open_incidents
from tests.data.small_district import incident, load_district


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))


def at(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


WINDOWS = [
    ("2024-01-01 23:30", "2024-01-02 01:15"),
    ("2024-01-07 22:00", "2024-01-08 02:00"),
    ("2024-01-02 02:10", "2024-01-02 01:50"),  # the wrong way round
    ("2024-01-03 10:20", None),  # no end: the beginning
    ("2024-01-03 10:00", "2024-01-03 10:00"),
    ("2024-01-03 00:00", "2024-01-03 00:00"),
    ("2024-01-03 08:00", "2024-01-04 08:00"),  # 24 hours: in
    ("2024-01-03 08:00", "2024-01-04 08:01"),  # a minute more: out
    (None, "2024-01-04 08:01"),  # no beginning: out
    (None, None),
]


def test_the_query_weighs_as_the_method_does() -> None:
    load_district(
        incident(number, "indbrud_beboelse", "2024-02-01", "157", gerning_fra=at(begin), gerning_til=at(end))
        for number, (begin, end) in enumerate(WINDOWS)
    )
    with open_incidents(read_only=True) as connection:
        found = cubes(connection).act_hour_year
    weights = {None if hour != hour else int(hour): billionths / BILLION for hour, billionths in
               found[["hour", "billionths"]].astype("float64").itertuples(index=False, name=None)}  # fmt: skip
    twin = hour_profile([(at(begin), at(end)) for begin, end in WINDOWS])
    assert weights.pop(None) == twin.untimed == 3
    by_hour = twin.weights.sum(axis=0)
    assert weights == pytest.approx({hour: by_hour[hour] for hour in range(24) if by_hour[hour]}, abs=1e-7)
    whole = whole_cases(found)
    counted = Counter(dict(zip(whole["value"], whole["incidents"], strict=True)))
    assert counted.pop("uoplyst") == 3
    assert sum(counted.values()) == twin.timed == 7


@given(st.lists(st.integers(0, 50 * BILLION), min_size=3, max_size=3), st.integers(1, 9))
def test_whole_cases_add_up_and_are_less_than_one_off(parts: list[int], cases: int) -> None:
    total = (sum(parts) // BILLION + cases) * BILLION
    shares = [*parts, total - sum(parts)]
    found = rounded(shares)
    assert sum(found) == total // BILLION
    assert all(abs(count - share / BILLION) < 1 for count, share in zip(found, shares, strict=True))


def test_the_largest_remainders_go_up() -> None:
    assert rounded([5_600_000_000, 4_300_000_000, 3_100_000_000, 0]) == [6, 4, 3, 0]
