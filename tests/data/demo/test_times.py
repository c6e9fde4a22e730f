from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import duckdb
import numpy as np
import pytest

from data.demo.days import (
    DAY,
    EXTRACTED,
    ORIGIN,
    day_number,
    day_weights,
    known_at_extract,
    not_after_extract,
    outside_spring_gap,
)
from data.demo.patterns import ORDINARY, PATTERNS, pattern

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
TIMES = ("reported", "started", "ended", "arrived")


def _minutes(text: str) -> int:
    return int((datetime.fromisoformat(text) - datetime.combine(ORIGIN, datetime.min.time())).total_seconds()) // 60


def _counts(demo: duckdb.DuckDBPyConnection, query: str) -> dict[object, int]:
    return dict(demo.execute(query).fetchall())


@pytest.mark.parametrize("column", TIMES)
def test_no_time_lies_in_the_hour_that_the_clock_skips(demo: duckdb.DuckDBPyConnection, column: str) -> None:
    nights = demo.execute(f"SELECT DISTINCT {column} FROM rows WHERE hour({column}) = 2 AND month({column}) = 3")
    for (local,) in nights.fetchall():
        there = local.replace(tzinfo=COPENHAGEN).astimezone(UTC).astimezone(COPENHAGEN)
        assert there.replace(tzinfo=None) == local


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2025-03-30 01:59", "2025-03-30 01:59"),
        ("2025-03-30 02:00", "2025-03-30 03:00"),
        ("2025-03-30 02:59", "2025-03-30 03:00"),
        ("2025-03-30 03:01", "2025-03-30 03:01"),
        ("2025-03-29 02:30", "2025-03-29 02:30"),
        ("2025-10-26 02:30", "2025-10-26 02:30"),  # this hour comes twice, so it exists
        ("2016-03-27 02:30", "2016-03-27 03:00"),
    ],
)
def test_the_skipped_hour_becomes_three_o_clock(before: str, after: str) -> None:
    assert outside_spring_gap(np.array([_minutes(before), -1], dtype=np.int32)).tolist() == [_minutes(after), -1]


def test_nothing_in_the_extract_happened_after_it_was_made(demo: duckdb.DuckDBPyConnection) -> None:
    first, last = demo.execute("SELECT min(reported), max(reported) FROM rows").fetchall()[0]
    assert first.date() == date(2016, 1, 1)
    assert last.date() == EXTRACTED == date(2026, 1, 12)
    for column in ("started", "ended", "arrived", "charged", "answered", "carried_out"):
        latest = demo.execute(f"SELECT max({column}::DATE) FROM rows").fetchall()[0][0]
        assert latest <= EXTRACTED, column


def test_the_extract_is_made_in_the_early_morning() -> None:
    evening, morning = _minutes("2026-01-12 20:00"), _minutes("2026-01-12 05:00")
    assert not_after_extract(np.array([evening, morning])).tolist() == [evening - DAY, morning]
    assert known_at_extract(np.array([evening, morning])).tolist() == [-1, morning]


def test_what_happened_comes_in_order(demo: duckdb.DuckDBPyConnection) -> None:
    for wrong in (
        "started > ended",
        "ended > reported",
        "started > reported",
        "arrived < reported",
        "charged < reported::DATE",
        "answered < reported::DATE",
        "carried_out < answered",
    ):
        assert demo.execute(f"SELECT count(*) FROM rows WHERE {wrong}").fetchall() == [(0,)], wrong


def test_rows_stand_in_order_of_report(demo: duckdb.DuckDBPyConnection) -> None:
    turned = (
        "SELECT count(*) FROM (SELECT reported < lag(reported) OVER (ORDER BY rowid) AS turned FROM rows) WHERE turned"
    )
    assert demo.execute(turned).fetchall() == [(0,)]


def test_burglary_peaks_in_winter_and_is_found_in_the_afternoon(demo: duckdb.DuckDBPyConnection) -> None:
    months = _counts(demo, "SELECT month(reported), count(*) FROM rows WHERE kategori = 'indbrud_beboelse' GROUP BY 1")
    assert min(months[month] for month in (11, 12, 1)) > 1.3 * max(months[month] for month in (4, 5, 6))
    hours = _counts(demo, "SELECT hour(reported), count(*) FROM rows WHERE kategori = 'indbrud_beboelse' GROUP BY 1")
    assert max(hours, key=lambda hour: hours[hour]) in (15, 16, 17)


def test_unease_belongs_to_weekends_and_nights(demo: duckdb.DuckDBPyConnection) -> None:
    of = "FROM rows WHERE kategori = 'utryghed_offentligt_rum' GROUP BY 1"
    days = _counts(demo, f"SELECT isodow(reported), count(*) {of}")
    assert days[6] > 1.5 * days[2]
    hours = _counts(demo, f"SELECT hour(reported), count(*) {of}")
    assert hours[23] > 5 * hours[7]


def test_burglary_windows_are_of_every_kind(demo: duckdb.DuckDBPyConnection) -> None:
    shares = demo.execute(
        "SELECT avg((ended - started > INTERVAL 24 HOUR)::INT), avg((ended = started)::INT), "
        "1 - count(ended) / count(*), 1 - count(started) / count(*), median(epoch(ended - started)) / 3600 "
        "FROM rows WHERE kategori = 'indbrud_beboelse'"
    ).fetchall()[0]
    over_a_day, known, no_end, no_window, hours = shares
    assert 0.1 < over_a_day < 0.25 and 0.03 < known < 0.1
    assert 0.05 < no_end < 0.15 and 0.02 < no_window < 0.06 and no_window < no_end
    assert 3 < hours < 12


def test_a_category_that_the_demo_does_not_know_has_an_ordinary_pattern() -> None:
    assert pattern("noget_nyt") is ORDINARY


def test_weights_follow_steps_trend_and_weekday() -> None:
    visits = day_weights(PATTERNS["fiat_besoeg"])
    assert visits[day_number(date(2021, 12, 31))] == 0 < visits[day_number(date(2022, 1, 3))]
    fraud = day_weights(PATTERNS["databedrageri"])
    # Tuesdays a week apart on either side of LCIK: the season is the same, the reports a fifth more.
    ratio = fraud[day_number(date(2018, 12, 4))] / fraud[day_number(date(2018, 11, 27))]
    season = PATTERNS["databedrageri"].months[11] / PATTERNS["databedrageri"].months[10]
    assert ratio == pytest.approx(1.2 * season, rel=0.02)
