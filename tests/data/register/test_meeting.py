"""A meeting: its kind by its quarter, what that allows, and two who plan it at once."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from data.meeting_calendar import MeetingType
from data.periods import Quarter
from data.register.entries import EditConflictError
from data.register.form import FieldsRefusedError
from data.register.importing import Imported, import_sheet
from data.register.kept import DuplicateEntryError
from data.register.meeting import (
    MEETING_FORM,
    Meeting,
    MeetingStatus,
    checked_meeting,
    meeting,
    meetings,
    save_meeting,
)
from data.register.sheet import columns, csv_of

FIRST, SECOND = Quarter(2026, 1), Quarter(2026, 2)
BILATERAL = {"moede": "2026K1", "sted": "Helsingør", "status": "planlagt"}
THEME = {"moede": "2026K2", "sted": "kreds", "status": "planlagt"}
TEAMS = {"moede": "2026K3", "sted": "kreds", "status": "planlagt"}


@pytest.fixture(autouse=True)
def _a_day_in_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-03-10")


@pytest.mark.parametrize(
    ("texts", "kind"),
    [(BILATERAL, MeetingType.BILATERAL), (THEME, MeetingType.THEME), (TEAMS, MeetingType.TEAMS)],
)
def test_the_kind_is_the_quarters(texts: dict[str, str], kind: MeetingType) -> None:
    assert checked_meeting(texts).council_meeting.type is kind


@pytest.mark.parametrize(
    ("texts", "column"),
    [
        (BILATERAL | {"sted": "kreds"}, "sted"),
        (THEME | {"sted": "217"}, "sted"),
        (TEAMS | {"sted": "217"}, "sted"),
        (BILATERAL | {"dato": "01.04.2026"}, "dato"),
        (BILATERAL | {"dato": "31.12.2025"}, "dato"),
        (BILATERAL | {"status": "afholdt"}, "dato"),
        (BILATERAL | {"status": "afholdt", "dato": "11.03.2026"}, "dato"),
        (BILATERAL | {"tema": "indbrud"}, "tema"),
        (TEAMS | {"tema": "indbrud"}, "tema"),
        (THEME | {"tema": "cykler"}, "tema"),
        (BILATERAL | {"status": "måske"}, "status"),
        (BILATERAL | {"moede": "2026"}, "moede"),
        (BILATERAL | {"aftaler": "Ring til 20 21 22 23"}, "aftaler"),
    ],
)
def test_what_is_refused(texts: dict[str, str], column: str) -> None:
    with pytest.raises(FieldsRefusedError) as refused:
        checked_meeting(texts)
    assert [fault.column for fault in refused.value.faults] == [column]


@pytest.mark.parametrize(
    "texts",
    [
        BILATERAL | {"dato": "10.03.2026", "status": "afholdt"},
        BILATERAL | {"dato": "31.03.2026"},
        THEME | {"tema": "faerdsel", "dato": "2026-04-01"},
    ],
)
def test_what_is_allowed(texts: dict[str, str]) -> None:
    checked_meeting(texts)


def test_a_meeting_is_kept_with_what_was_agreed() -> None:
    wanted = Meeting(
        FIRST,
        "217",
        dt.date(2026, 3, 9),
        status=MeetingStatus.HELD,
        agreed="Lys i stierne.\nNabohjælp i marts.",
        note="B",
    )
    saved = save_meeting(None, wanted, "AB")
    assert meeting(FIRST, "217") == saved
    assert saved.content == wanted
    assert meeting(FIRST, "157") is None


def test_a_quarter_has_one_meeting_with_a_place() -> None:
    save_meeting(None, Meeting(FIRST, "217"), "AB")
    save_meeting(None, Meeting(FIRST, "157"), "AB")
    with pytest.raises(DuplicateEntryError, match="mødet står allerede"):
        save_meeting(None, Meeting(FIRST, "217", note="igen"), "CD")


def test_the_second_of_two_editors_is_told_and_overwrites_nothing() -> None:
    seen = save_meeting(None, Meeting(SECOND), "AB")
    save_meeting(seen, replace(seen.content, theme="faerdsel"), "CD")
    with pytest.raises(EditConflictError, match="af CD"):
        save_meeting(seen, replace(seen.content, theme="indbrud"), "EF")
    (kept,) = meetings()
    assert kept.content.theme == "faerdsel"


def test_the_list_is_by_quarter_and_then_by_municipality_in_danish_order() -> None:
    for quarter, place in ((SECOND, "kreds"), (FIRST, "230"), (FIRST, "201"), (FIRST, "250")):
        save_meeting(None, Meeting(quarter, place), "AB")
    assert [entry.content.place_name for entry in meetings()] == [
        "Allerød",
        "Frederikssund",
        "Rudersdal",
        "Hele kredsen",
    ]


def test_meetings_leave_and_come_back_as_a_file(tmp_path: Path) -> None:
    save_meeting(None, Meeting(FIRST, "217", agreed='"Citat"; æøå\nto linjer'), "AB")
    path = tmp_path / "moeder.csv"
    path.write_bytes(csv_of(MEETING_FORM, meetings()))
    assert import_sheet(MEETING_FORM, path, "CD") == Imported(0, 0, 1)
    path.write_text("moede;sted;status\n2026K2;kreds;planlagt\n", encoding="utf-8")
    assert import_sheet(MEETING_FORM, path, "CD") == Imported(1, 0, 0)


def test_the_columns_are_documented() -> None:
    text = (Path(__file__).parents[3] / "docs" / "moeder.md").read_text(encoding="utf-8")
    assert all(f"`{column}`" in text for column in columns(MEETING_FORM))
