"""The frame: footer, demo badge, rooms, errors in Danish, and a start with nothing in it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.catalogue import AREAS
from pages import ANALYST_VIEWS
from tests.pages.conftest import PublishedHome
from tests.pages.seen import html, messages, opened


def test_every_page_says_what_it_stands_on(home: PublishedHome) -> None:
    text = html(opened())
    for fact in (
        "Demodata: syntetiske hændelser",
        "Data til og med 31.12.2025",
        "Udtræk af 12.01.2026",
        f"Udgave #{home.current}",
        "Foreløbige tal er skraveret",
        "Kilde: ",
    ):
        assert fact in text


def menu_app() -> None:
    """Write the menu's titles and paths."""
    import streamlit as st

    from analysis.choice import default_choice
    from data.release import open_release
    from pages import sections

    for section, pages in sections(default_choice(open_release())).items():
        st.text(f"{section}: {', '.join(f'{page.title}={page.url_path}' for page in pages)}")


def menu() -> list[str]:
    return [text.value for text in AppTest.from_function(menu_app, default_timeout=60).run().text]


@pytest.mark.usefixtures("home")
def test_the_analysts_have_their_own_section() -> None:
    named = ", ".join(f"{title}={path}" for path, (title, _) in ANALYST_VIEWS.items())
    assert menu()[-1] == f"Analytiker: {named}, Log=log"


@pytest.mark.usefixtures("home")
def test_the_council_does_not_even_see_that_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    assert [line.split(":")[0] for line in menu()] == ["", "Mere"]
    assert "signaler" not in " ".join(menu())
    assert "datakvalitet" not in " ".join(menu())


@pytest.mark.usefixtures("home")
def test_every_area_of_the_catalogue_has_a_page_and_the_overview_answers_alone_at_the_root() -> None:
    lines = " ".join(menu())
    assert all(f"{area.menu}={area.path}" in lines for area in AREAS.values())
    assert menu()[0].startswith(": Overblik=,")  # the default page's address is empty


def test_without_a_release_the_analyst_can_load_one() -> None:
    app = opened()
    assert not app.exception
    assert "Der er ingen udgave endnu" in html(app)
    assert [button.label for button in app.button] == ["Undersøg uden at gemme", "Indlæs", "Udgiv det, der er indlæst"]


def test_without_a_release_the_council_is_told_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    app = opened()
    assert "Der er ingen udgave endnu" in html(app)
    assert not app.button


def test_publishing_nothing_says_what_to_do() -> None:
    app = opened()
    app.button[2].click().run()
    assert not app.exception
    assert messages(app)


def test_a_room_that_does_not_exist_is_told(home: PublishedHome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", "køkken")
    app = opened(udgave=home.current)
    assert not app.exception
    assert "køkken" in messages(app)[0]


def failing_app() -> None:
    """Fail in both ways."""
    from data.errors import UserError
    from pages.widgets.errors import explained

    with explained():
        raise UserError("Vælg en anden periode.")
    with explained():
        raise ValueError("hemmelig")


def test_an_error_is_danish_and_tells_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_function(failing_app, default_timeout=60).run()
    assert not app.exception
    expected, unexpected = messages(app)
    assert "Vælg en anden periode." in expected
    assert "Siden kunne ikke vises." in unexpected
    assert "hemmelig" not in unexpected
    assert "hemmelig" in caplog.text  # the log keeps what the page does not tell


def test_a_message_is_escaped() -> None:
    def app() -> None:
        from pages.widgets.errors import message

        message("<script>alert(1)</script>")

    assert "<script>" not in messages(AppTest.from_function(app, default_timeout=60).run())[0]


def test_no_text_of_the_look_leaves_the_machine() -> None:
    look = Path(__file__).resolve().parents[2] / "pages" / "look"
    for file in look.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http" not in text and "@import" not in text
