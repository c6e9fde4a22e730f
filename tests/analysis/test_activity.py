"""What the police do beside an outcome, and shares of a yes where it is known."""

from pathlib import Path

import pytest

from analysis.activity import activities
from analysis.answers import Breakdown
from analysis.asked_shares import asked_share_sentences
from analysis.choice import Choice, Compare
from analysis.network import network_sentences, network_table, traffic_area
from data.catalogue import AREAS
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Quarter, Year
from data.release import open_release


def shown(attribute: str, *groups: tuple[str, int], unknown: int | None = None) -> Breakdown:
    return Breakdown(attribute, attribute, "Hele kredsen", Year(2025), groups or None, unknown, None, "kilde")


def test_the_share_of_a_yes_is_of_those_where_it_is_known() -> None:
    (told,) = asked_share_sentences([shown("spiritus", ("Uden spiritus", 140), ("Med spiritus", 17), unknown=30)])
    assert told.replace("\xa0", " ") == (
        "Med spiritus i 2025: 17 af 157, hvor det er oplyst (11 %, usikkerhed 7–17). Ikke oplyst for 30 af 187 (16 %)."
    )


@pytest.mark.parametrize("breakdown", [shown("spiritus"), shown("emne", ("Fart", 9)), shown("type", ("Fart", 9))])
def test_what_is_held_back_or_no_question_has_no_share(breakdown: Breakdown) -> None:
    assert asked_share_sentences([breakdown]) == ()


def test_nothing_unknown_is_not_mentioned() -> None:
    (told,) = asked_share_sentences([shown("forsoeg", ("Fuldbyrdet", 84), ("Forsøg", 16), unknown=0)])
    assert "Ikke oplyst" not in told


@pytest.fixture
def choice(demo_home: Path, monkeypatch: pytest.MonkeyPatch) -> Choice:
    monkeypatch.setenv("KREDSBLIK_HOME", str(demo_home))
    return Choice(open_release(), DISTRICT, Quarter(2025, 4), Compare.LAST_YEAR)


def test_an_activity_stands_beside_with_how_soon_and_what_about(choice: Choice) -> None:
    (found,) = activities(traffic_area(), choice)
    assert [answer.promise.at_most for answer in found.promises] == [14, 30]
    assert [topic.attribute for topic in found.topics] == ["emne"]
    assert all(answer.count is not None for answer in found.promises)
    others = [area for area in AREAS.values() if area is not traffic_area()]
    assert all(activities(area, choice) == () for area in others)


def test_the_networks_sheet_has_every_municipality_and_whose_path_it_is(choice: Choice) -> None:
    table = network_table(choice)
    assert len(table.rows) == len(municipality_codes()) + 1
    assert table.rows[-1][0] == "Hele kredsen"
    assert "politiregistrerede" in table.title.lower()
    assert any("vores egen omregning" in text for text in network_sentences(choice))
