"""Activities as answers: whose they are, and of gangs and PSP how many meetings were held and nothing more."""

import pytest

from analysis.activities import activities_of, activities_table, closed_themes, meetings_held, meetings_sentence
from data.municipalities import DISTRICT
from data.register.activity import ACTIVITY_FORM, checked_activity
from data.register.kept import add

HELSINGOER, GENTOFTE = "217", "157"
TALK = {"periode": "2025K4", "sted": HELSINGOER, "omraade": "digital", "hvad": "oplæg", "antal": "3"}
PSP = {"periode": "2025", "sted": "kreds", "omraade": "psp", "hvad": "møder", "antal": "4"}


@pytest.fixture(autouse=True)
def _typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-03-10")
    for texts in (
        TALK | {"maalgruppe": "unge", "deltagere": "75"},
        TALK | {"sted": GENTOFTE},
        TALK | {"sted": "kreds", "maalgruppe": "ældre"},
        PSP,
        PSP | {"periode": "2024", "antal": "5"},
    ):
        add(ACTIVITY_FORM, checked_activity(texts), "AB")


def test_a_municipality_has_its_own_and_the_districts() -> None:
    def places(place: str) -> list[str]:
        return sorted(entry.content.place for entry in activities_of(place))

    assert places(HELSINGOER) == [HELSINGOER, DISTRICT]
    assert places(DISTRICT) == [GENTOFTE, HELSINGOER, DISTRICT]


def test_a_row_says_whom_it_reached_and_what_was_not_counted_is_missing() -> None:
    rows = {row[1]: row[3:] for row in activities_table(activities_of(DISTRICT), "x").rows}
    assert rows["Helsingør"] == ("oplæg", "unge", 3, 75)
    assert rows["Gentofte"] == ("oplæg", "alle", 3, None)


def test_of_the_closed_themes_only_meetings_are_told_for_the_whole_district() -> None:
    assert [theme.code for theme in closed_themes()] == ["rocker_bande", "psp"]
    assert meetings_held().rows == (
        ("Psykisk uligevægtige borgere (PSP)", "2025", 4),
        ("Psykisk uligevægtige borgere (PSP)", "2024", 5),
    )
    assert meetings_sentence() == "Registeret har 9 møder."
    assert not [entry for entry in activities_of(DISTRICT) if entry.content.theme == "psp"]
