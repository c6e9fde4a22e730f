"""Pages that show what was typed in, in both rooms: what each may see, and that none of it is called crime."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.harness.words import english_words_in
from tests.pages.conftest import PublishedHome
from tests.pages.places import HELSINGOER
from tests.pages.seen import SECONDS, html

TAG = re.compile(r"<[^>]+>")
ROOMS = ("analyse", "kredsraad")


def view_app(view: str, municipality: str) -> None:
    """Show one view."""
    from analysis.choice import read_address
    from data.release import open_release
    from pages.views.initiatives import initiatives_view
    from pages.views.local_areas import local_areas_view
    from pages.views.safety import safety_view

    choice, _ = read_address({"kommune": municipality, "periode": "2025K4"}, open_release())
    {"indsatser": initiatives_view, "lokale": local_areas_view, "tryghed": safety_view}[view](choice)


def seen(view: str, municipality: str = HELSINGOER) -> str:
    app = AppTest.from_function(view_app, args=(view, municipality), default_timeout=SECONDS).run()
    assert not app.exception
    return html(app)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("view", ["indsatser", "lokale", "tryghed"])
@pytest.mark.parametrize("municipality", [HELSINGOER, "kreds"])
def test_each_page_shows_in_both_rooms(
    view: str, municipality: str, room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", room)
    assert not english_words_in(TAG.sub(" ", seen(view, municipality)))


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("room", "flagged"), [("analyse", True), ("kredsraad", False)])
def test_what_is_missing_before_an_initiative_can_be_judged_is_the_analysts(
    room: str, flagged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", room)
    text = seen("indsatser")
    assert ("ingen forventet effekt" in text) is flagged
    assert ("Mangler" in text) is flagged
    assert "FIAT: hjemmebesøg" in text  # what is shipped is for all


def test_the_council_sees_its_pages_without_a_register(home: PublishedHome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    assert not (home.folder / "register.sqlite").exists()
    for view in ("indsatser", "lokale", "tryghed"):
        seen(view)
    assert not (home.folder / "register.sqlite").exists()


@pytest.mark.usefixtures("home")
def test_the_page_says_why_there_are_no_numbers_of_gangs_and_psp() -> None:
    text = seen("lokale")
    for fact in ("ingen tal for sager, personer eller grupper", "§ 115", "Psykiatrisk Center Ballerup", "Hillerød"):
        assert fact in text


@pytest.mark.usefixtures("home")
def test_calls_and_surveys_are_said_to_be_what_they_are() -> None:
    text = seen("tryghed")
    assert "Den er ikke en anmeldelse og ikke kriminalitet." in text
    assert "kilden siger ikke, hvor mange der har svaret" in text
    assert "de forklarer ikke hinanden" in text
