"""Activities: numbers of meetings and talks, and of gangs and PSP nothing but how many meetings were held."""

import pytest

from data.municipalities import DISTRICT
from data.periods import Quarter, Year
from data.register.activity import ACTIVITY_FORM, Activity, ActivityKind, Audience, activities, checked_activity
from data.register.form import FieldsRefusedError, written_texts
from data.register.kept import DuplicateEntryError, add

TALK = {"periode": "2025K4", "sted": "217", "omraade": "digital", "hvad": "oplæg", "antal": "3"}
PSP = {"periode": "2025", "sted": "kreds", "omraade": "psp", "hvad": "møder", "antal": "4"}
GANGS = PSP | {"omraade": "rocker_bande"}


@pytest.fixture(autouse=True)
def _a_day_in_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-03-10")


def test_a_talk_is_read_with_whom_it_reached() -> None:
    wanted = TALK | {"maalgruppe": "Unge", "deltagere": "1.250", "kilde": "Kalender"}
    assert checked_activity(wanted) == Activity(
        Quarter(2025, 4), "217", "digital", ActivityKind.TALK, 3, Audience.YOUNG, 1250, "Kalender"
    )


@pytest.mark.parametrize("texts", [TALK, PSP, GANGS, PSP | {"antal": "0"}, TALK | {"deltagere": "0"}])
def test_what_is_written_is_read_back(texts: dict[str, str]) -> None:
    found = checked_activity(texts)
    assert checked_activity(written_texts(ACTIVITY_FORM.fields, found)) == found


@pytest.mark.parametrize(
    ("texts", "column"),
    [
        (PSP | {"sted": "219"}, "sted"),
        (GANGS | {"sted": "Helsingør"}, "sted"),
        (PSP | {"hvad": "sager"}, "hvad"),
        (GANGS | {"hvad": "oplæg"}, "hvad"),
        (PSP | {"deltagere": "7"}, "deltagere"),
        (TALK | {"hvad": "sager"}, "sted"),
        (TALK | {"hvad": "møder", "maalgruppe": "unge"}, "maalgruppe"),
        (TALK | {"maalgruppe": "hunde"}, "maalgruppe"),
        (TALK | {"antal": ""}, "antal"),
        (TALK | {"antal": "-1"}, "antal"),
        (TALK | {"antal": "2,5"}, "antal"),
        (TALK | {"antal": "100001"}, "antal"),
        (TALK | {"periode": "2025-11"}, "periode"),
        (TALK | {"periode": "2026K2"}, "periode"),  # begins on 1 April
        (TALK | {"omraade": "cykler"}, "omraade"),
    ],
)
def test_what_is_refused(texts: dict[str, str], column: str) -> None:
    with pytest.raises(FieldsRefusedError) as refused:
        checked_activity(texts)
    assert [fault.column for fault in refused.value.faults] == [column]


def test_the_newest_stand_first_and_the_same_is_there_once() -> None:
    for texts in (PSP, TALK, PSP | {"periode": "2024"}):
        add(ACTIVITY_FORM, checked_activity(texts), "AB")
    assert [entry.content.period for entry in activities()] == [Quarter(2025, 4), Year(2025), Year(2024)]
    with pytest.raises(DuplicateEntryError):
        add(ACTIVITY_FORM, checked_activity(PSP | {"antal": "5"}), "AB")
    assert activities()[1].content.place == DISTRICT
