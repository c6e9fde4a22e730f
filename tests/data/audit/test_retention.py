"""Old lines go, the rest stays, and nobody shortens the time below the shortest."""

import datetime as dt
import sqlite3

import pytest

from data.audit.__main__ import main
from data.audit.chain import add, first_fault
from data.audit.entry import Actor, Event
from data.audit.note import _clear_once_a_day, note
from data.audit.reading import entries
from data.audit.retention import clear, kept_since, months_kept, written
from data.audit.store import NotLoggedError, log_path, reading, writing
from data.errors import UserError

LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
NOW = dt.datetime(2026, 11, 23, 14, 30, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def lines(*moments: dt.datetime) -> None:
    with writing() as connection:
        for moment in moments:
            add(connection, (written(moment), "u", "", "analyse", Event.SAW, *[""] * 6))


def moments() -> list[dt.datetime]:
    return [entry.moment for entry in reversed(entries(LONG_AGO))]


@pytest.mark.parametrize(
    ("now", "months", "since"),
    [
        (dt.datetime(2026, 11, 23, 14, 30), 13, dt.datetime(2025, 10, 23, 14, 30)),
        (dt.datetime(2026, 1, 1), 13, dt.datetime(2024, 12, 1)),
        (dt.datetime(2026, 3, 31), 13, dt.datetime(2025, 2, 28)),  # February has no 31st
        (dt.datetime(2028, 2, 29), 12, dt.datetime(2027, 2, 28)),
        (dt.datetime(2026, 7, 1), 6, dt.datetime(2026, 1, 1)),
    ],
)
def test_what_is_kept_begins_the_same_day_so_many_months_ago(now: dt.datetime, months: int, since: dt.datetime) -> None:
    assert kept_since(now, months) == since


def test_a_line_goes_when_it_is_older_than_that_and_not_before() -> None:
    limit = dt.datetime(2025, 10, 23, 14, 30, tzinfo=dt.UTC)  # 13 months before NOW
    kept = [limit, limit + SECOND, NOW]
    lines(limit - 2 * SECOND, limit - SECOND, *kept)
    with writing() as connection:
        assert clear(connection, NOW) == 2
        assert clear(connection, NOW) == 0
    assert moments() == kept
    with reading(log_path()) as connection:
        assert first_fault(connection) is None


def test_the_chain_goes_on_when_everything_was_old() -> None:
    lines(LONG_AGO, LONG_AGO + SECOND)
    note(Event.SAW)
    assert [entry.number for entry in entries(LONG_AGO)] == [4, 3]  # the clearing is a line too
    with reading(log_path()) as connection:
        assert first_fault(connection) is None


def test_a_clock_that_went_back_keeps_what_lies_behind_a_newer_line() -> None:
    lines(NOW, LONG_AGO)
    with writing() as connection:
        assert clear(connection, NOW) == 0


@pytest.mark.parametrize(("text", "months"), [("", 13), ("6", 6), ("60", 60)])
def test_the_time_is_configured_in_one_place(text: str, months: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_LOG_MONTHS", text)
    assert months_kept() == months


@pytest.mark.parametrize("text", ["5", "61", "-13", "13,5", "et år"])
def test_a_time_that_is_too_short_or_no_number_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_LOG_MONTHS", text)
    with pytest.raises(UserError, match="6 til 60"):
        months_kept()


def test_the_file_itself_keeps_what_is_younger_than_the_shortest_time() -> None:
    now = dt.datetime.now(dt.UTC)
    lines(now - dt.timedelta(days=170))  # six months are 181 days at least
    with pytest.raises(NotLoggedError) as refused, writing() as connection:
        connection.execute("INSERT INTO cleared VALUES (1, '', '')")
    assert isinstance(refused.value.__cause__, sqlite3.IntegrityError)
    assert len(moments()) == 1


def test_the_command_clears_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--prune"]) == 0
    note(Event.SAW, actor=Actor("u"))
    assert main(["--prune"]) == 0
    assert "0 linjer var ældre end 13 måneder" in capsys.readouterr().err
    assert [entry.event for entry in entries(LONG_AGO)] == [Event.SAW]


def test_the_first_line_of_a_day_clears_what_has_become_old() -> None:
    lines(LONG_AGO)
    _clear_once_a_day.cache_clear()
    note(Event.SAW)
    note(Event.SAW)
    assert [entry.event for entry in entries(LONG_AGO)] == [Event.SAW, Event.SAW, Event.PRUNED]
