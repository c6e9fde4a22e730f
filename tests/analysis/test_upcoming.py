"""The next meeting: by the date alone for the council, by the register and what is missing for the analysts."""

import datetime as dt

import pytest

from analysis import upcoming as module
from analysis.upcoming import Upcoming, places_of, upcoming, upcoming_line
from data.meeting_calendar import parse_meeting
from data.municipalities import municipality_codes
from data.periods import Quarter
from data.register.meeting import Meeting, MeetingStatus, save_meeting
from data.register.packs import StoredPack, freeze
from data.release import Release

SPRING, SUMMER, FIRST = Quarter(2026, 2), Quarter(2026, 3), Quarter(2026, 1)


@pytest.fixture(autouse=True)
def _a_day_in_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-05-20")


@pytest.fixture
def numbers_until_march(monkeypatch: pytest.MonkeyPatch) -> None:
    released_until(monkeypatch, dt.date(2026, 3, 31))


def released_until(monkeypatch: pytest.MonkeyPatch, day: dt.date) -> None:
    """Make the newest release one that ends on this day; nothing else of it is asked for."""
    release = Release("a1b2c3", day, day, False, dt.datetime(2026, 4, 12), True, None)  # type: ignore[arg-type]
    monkeypatch.setattr(module, "open_release", lambda: release)


def test_the_council_is_told_by_the_date_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    save_meeting(None, Meeting(SPRING, day=dt.date(2026, 6, 3), theme="faerdsel"), "AB")
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    assert upcoming() == Upcoming(parse_meeting("2026K2"))
    assert upcoming_line(upcoming()) == "Næste møde: temamøde i 2. kvartal 2026. Det ser på 1. kvartal 2026."


@pytest.mark.usefixtures("numbers_until_march")
def test_the_analysts_are_told_what_is_missing() -> None:
    assert upcoming().missing == ("et tema", "en dato", "en frosset mødepakke")
    save_meeting(None, Meeting(SPRING, day=dt.date(2026, 6, 3), theme="faerdsel"), "AB")
    assert upcoming_line(upcoming()) == (
        "Næste møde: temamøde den 3. juni 2026 om færdselssikkerhed og -tryghed. Det ser på 1. kvartal 2026. "
        "Mangler: en frosset mødepakke."
    )
    freeze(StoredPack("2026K2-kreds", "2026K2", "kreds", "faerdsel", "a1b2c3", "{}"), {"a.pdf": b"x"}, "AB", 0)
    assert upcoming().missing == ()


@pytest.mark.parametrize(("until", "missing"), [(dt.date(2026, 3, 31), False), (dt.date(2026, 3, 30), True)])
def test_the_numbers_are_there_when_the_quarter_is_closed(
    monkeypatch: pytest.MonkeyPatch, until: dt.date, missing: bool
) -> None:
    released_until(monkeypatch, until)
    assert ("udgivne tal for 1. kvartal 2026" in upcoming().missing) == missing


@pytest.mark.usefixtures("numbers_until_march")
def test_when_the_quarters_meeting_has_been_held_the_next_is_the_next_quarters() -> None:
    save_meeting(None, Meeting(SPRING, day=dt.date(2026, 5, 19), status=MeetingStatus.HELD), "AB")
    found = upcoming()
    assert (found.meeting.quarter, found.day) == (SUMMER, None)
    assert upcoming_line(found).startswith("Næste møde: Teams-møde i 3. kvartal 2026.")


def test_a_bilateral_quarter_is_over_when_every_municipality_has_had_its_meeting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-03-20")
    released_until(monkeypatch, dt.date(2025, 12, 31))
    first, *others = municipality_codes()
    for code in others:
        save_meeting(None, Meeting(FIRST, code, dt.date(2026, 3, 19), status=MeetingStatus.HELD), "AB")
    assert upcoming().meeting.quarter == FIRST
    total = len(municipality_codes())
    assert f"1 af {total} datoer" in upcoming().missing
    assert f"{total} af {total} frosne mødepakker" in upcoming().missing
    save_meeting(None, Meeting(FIRST, first, dt.date(2026, 3, 27), status=MeetingStatus.CANCELLED), "AB")
    assert upcoming().meeting.quarter == SPRING


def test_a_bilateral_meeting_is_held_with_each_and_the_others_with_all() -> None:
    assert places_of(parse_meeting("2026K1")) == municipality_codes()
    assert [places_of(parse_meeting(code)) for code in ("2026K2", "2026K3", "2026K4")] == [("kreds",)] * 3
