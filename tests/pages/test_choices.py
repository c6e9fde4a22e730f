"""Choices and address: a link opens exactly its view on exactly its release; what is unknown is told and harmless."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import PublishedHome
from tests.pages.places import GENTOFTE, HELSINGOER
from tests.pages.seen import html, messages, opened


def test_a_first_visit_shows_the_default_and_says_so_in_the_address(home: PublishedHome) -> None:
    app = opened()
    expected = {"kommune": "kreds", "periode": "2025K4", "sammenlign": "sidste_aar", "udgave": home.current}
    assert app.query_params == expected
    assert messages(app) == []


def test_a_link_opens_exactly_its_view(home: PublishedHome) -> None:
    address = {"kommune": HELSINGOER, "periode": "2025K2", "sammenlign": "tre_aar", "udgave": home.older}
    app = opened(**address)
    assert app.query_params == address
    assert {key: app.selectbox(key=key).value for key in ("kommune", "periode", "sammenlign")} == {
        key: value for key, value in address.items() if key != "udgave"
    }


@pytest.mark.parametrize(("release", "burglaries"), [("older", 30), ("current", 42)])
def test_a_link_opens_exactly_its_release(home: PublishedHome, release: str, burglaries: int) -> None:
    identity = getattr(home, release)
    app = opened(kommune=HELSINGOER, periode="2025", udgave=identity)
    assert f'<p class="kb-big">{burglaries}</p>' in html(app)
    assert f"Udgave #{identity}" in html(app)


def test_a_choice_is_written_into_the_address(home: PublishedHome) -> None:
    app = opened(kommune=HELSINGOER, periode="2025K2")
    app.selectbox(key="kommune").select(GENTOFTE).run()
    assert app.query_params["kommune"] == GENTOFTE
    assert app.query_params["periode"] == "2025K2"
    assert app.query_params["udgave"] == home.current


@pytest.mark.usefixtures("home")
def test_a_choice_survives_the_next_runs() -> None:
    app = opened()
    app.selectbox(key="sammenlign").select("tre_aar").run()
    app.selectbox(key="periode").select("2024K1").run()
    assert app.query_params["sammenlign"] == "tre_aar"


@pytest.mark.usefixtures("home")
def test_the_way_back_in_the_browser_brings_the_choice_back() -> None:
    app = opened(kommune=HELSINGOER)
    app.selectbox(key="kommune").select(GENTOFTE).run()
    app.query_params["kommune"] = HELSINGOER  # what the browser sends when a reader goes back
    app.run()
    assert app.selectbox(key="kommune").value == HELSINGOER


@pytest.mark.usefixtures("home")
def test_a_page_that_is_opened_without_an_address_keeps_what_was_chosen() -> None:
    app = opened(kommune=HELSINGOER)
    app.query_params.clear()
    app.run()
    assert app.selectbox(key="kommune").value == HELSINGOER
    assert app.query_params["kommune"] == HELSINGOER


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("key", "value", "usual"),
    [
        ("kommune", "998", "kreds"),
        ("kommune", "<script>", "kreds"),
        ("periode", "2031K9", "2025K4"),
        ("periode", "2015K1", "2025K4"),
        ("sammenlign", "x", "sidste_aar"),
    ],
)
def test_what_is_not_on_offer_is_told_and_replaced(key: str, value: str, usual: str) -> None:
    app = opened(**{key: value})
    assert not app.exception
    assert app.query_params[key] == usual
    assert len(messages(app)) == 1
    assert value not in messages(app)[0]


def test_a_release_that_is_not_here_is_told_and_the_current_one_shown(home: PublishedHome) -> None:
    app = opened(udgave="ffffff")
    assert app.query_params["udgave"] == home.current
    assert "ikke findes" in messages(app)[0] and home.current in messages(app)[0]


@pytest.mark.usefixtures("home")
def test_a_message_is_gone_when_the_reader_goes_on() -> None:
    app = opened(kommune="998")
    assert messages(app.run()) == []


@pytest.mark.usefixtures("home")
def test_the_choices_are_danish_and_cannot_be_typed_in() -> None:
    app = opened()
    assert [box.label for box in app.selectbox] == ["Kommune", "Periode", "Sammenlign med"]
    assert app.selectbox(key="periode").options[0] == "1. kvt. 2026 (foreløbig)"
    assert app.selectbox(key="kommune").options[-1] == "Hele kredsen"


def page_app() -> None:
    """Show a page's own choice, as the comparison and the signals have one; without `side` another page is shown."""
    import streamlit as st

    from pages.widgets.choices import page_choice

    if st.session_state.get("side", True):
        st.text(page_choice("Vindue", "vindue", {"1": "En måned", "3": "Tre måneder"}))


def test_a_pages_own_choice_is_made_kept_from_page_to_page_and_opened_by_a_link() -> None:
    app = AppTest.from_function(page_app, default_timeout=60).run()
    assert (app.text[0].value, app.query_params["vindue"]) == ("1", "1")
    app.selectbox(key="vindue").select("3").run()
    assert (app.text[0].value, app.query_params["vindue"]) == ("3", "3")
    app.session_state["side"] = False
    app.query_params.clear()
    app.run()
    app.session_state["side"] = True
    assert app.run().text[0].value == "3"
    app.query_params["vindue"] = "1"
    assert app.run().text[0].value == "1"


def test_a_pages_own_choice_that_does_not_exist_is_told_and_replaced() -> None:
    app = AppTest.from_function(page_app, default_timeout=60)
    app.query_params["vindue"] = "<script>"
    app.run()
    assert (app.text[0].value, app.query_params["vindue"]) == ("1", "1")
    assert "ikke findes" in messages(app)[0]
    assert "<script>" not in messages(app)[0]
