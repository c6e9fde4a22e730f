"""A banner where the newest numbers are older than the ones the meeting looks at; no banner else."""

import datetime as dt
from pathlib import Path

import pytest

from analysis.stale import stale_note
from data.incidents import incidents_path
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district
from tests.pages.seen import html, opened

BANNER = "Tallene går til og med 31.\N{NO-BREAK SPACE}december 2025. Det er for gamle tal til kvartalets møde: "


def until(day: dt.date, *, demo: bool = False) -> Release:
    return Release("a1b2c3", day, day, demo, dt.datetime(2026, 4, 12), True, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("last", "day", "said"),
    [
        (dt.date(2025, 12, 31), dt.date(2026, 1, 1), ""),  # the first quarter's meeting looks at the fourth
        (dt.date(2025, 12, 31), dt.date(2026, 3, 31), ""),
        (dt.date(2025, 12, 31), dt.date(2026, 4, 1), "temamøde i 2. kvartal 2026 ser på 1. kvartal 2026"),
        (dt.date(2026, 2, 28), dt.date(2026, 4, 1), "temamøde i 2. kvartal 2026 ser på 1. kvartal 2026"),
        (dt.date(2026, 3, 31), dt.date(2026, 4, 1), ""),
        (dt.date(2026, 3, 31), dt.date(2026, 8, 1), "Teams-møde i 3. kvartal 2026 ser på 2. kvartal 2026"),
    ],
)
def test_numbers_are_too_old_when_the_meetings_quarter_is_not_among_them(
    last: dt.date, day: dt.date, said: str
) -> None:
    note = stale_note(until(last), day)
    assert bool(note) is bool(said)
    assert said in note


def test_invented_incidents_grow_no_older() -> None:
    assert stale_note(until(dt.date(2025, 12, 31), demo=True), dt.date(2030, 1, 1)) == ""


@pytest.mark.parametrize("room", ["analyse", "kredsraad"])
def test_the_overview_says_so_in_both_rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: str) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-05-20")
    load_district([incident(1, "indbrud_beboelse", "2025-05-05", "217")])
    publish()
    assert open_release().data_until == dt.date(2025, 12, 31)
    monkeypatch.setenv("KREDSBLIK_ROOM", room)
    assert BANNER in html(opened(kommune="217"))
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-02-20")
    assert BANNER not in html(opened(kommune="217"))


def test_an_old_link_does_not_say_that_the_current_release_lacks_the_quarter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-05-20")
    load_district([incident(1, "indbrud_beboelse", "2025-05-05", "217")])
    older = publish().id
    incidents_path().unlink()
    load_district([incident(1, "indbrud_beboelse", "2025-05-05", "217")], extracted=dt.date(2026, 4, 12))
    publish()
    text = html(opened(kommune="217", udgave=older))
    assert f"#{older}" in text
    assert "for gamle tal" not in text
