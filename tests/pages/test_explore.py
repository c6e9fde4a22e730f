"""The page Udforsk: in the analysts' room alone, kept in the address, marked as internal."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.places import GENTOFTE, HELSINGOER
from tests.pages.seen import html, messages


def page_app(steder: str, trin: str, kendetegn: str, taeller: str) -> None:
    import streamlit as st

    from analysis.choice import read_address
    from data.release import open_release
    from pages.views.explore import explore_view

    if steder:
        st.query_params["steder"] = steder
    st.query_params["taeller"] = taeller
    st.query_params["trin_i_tid"] = trin
    st.query_params["kendetegn_indbrud_beboelse"] = kendetegn
    place = st.query_params.get("kommune", "217")
    choice, _ = read_address({"kommune": place, "periode": "2025K2"}, open_release())
    explore_view(choice)


def shown(
    steder: str = "", trin: str = "maaned", kendetegn: str = "intet", taeller: str = "indbrud_beboelse"
) -> AppTest:
    words = {"steder": steder, "trin": trin, "kendetegn": kendetegn, "taeller": taeller}
    app = AppTest.from_function(page_app, default_timeout=60, kwargs=words).run()
    assert not app.exception
    return app


@pytest.mark.usefixtures("home")
def test_it_begins_with_the_pages_municipality_and_is_marked_as_internal() -> None:
    app = shown()
    assert app.query_params["steder"] == HELSINGOER
    assert "Helsingør" in html(app) and "Intern: må ikke deles med kredsrådet." in html(app)


@pytest.mark.usefixtures("home")
def test_an_address_opens_the_same_places_step_and_attribute() -> None:
    app = shown("157-998", "aar-til-dato", "boligtype")
    text = html(app)
    assert "Gentofte og Uoplyst kommune, boligtype: alle grupper" in text
    assert "2025, til og med juni" in text
    assert "Kendetegn kan ikke krydses" in text


@pytest.mark.usefixtures("home")
def test_months_of_an_attribute_are_quarters_and_it_is_said() -> None:
    assert "så måneder vises som kvartaler" in html(shown(kendetegn="metode"))


@pytest.mark.usefixtures("home")
def test_a_place_that_there_is_not_is_left_out_and_it_is_said() -> None:
    app = shown("157-abc")
    assert app.query_params["steder"] == "157"
    assert messages(app) == [
        '<p class="kb-message" role="status">Linket nævner steder, som ikke findes. De er udeladt.</p>'
    ]


@pytest.mark.usefixtures("home")
def test_places_follow_the_municipality_at_the_top_when_another_is_chosen() -> None:
    app = shown()
    app.query_params["kommune"] = GENTOFTE
    app.run()
    assert app.query_params["steder"] == GENTOFTE


@pytest.mark.usefixtures("home")
def test_what_has_no_number_below_the_district_has_no_places_to_choose_and_it_is_said() -> None:
    app = shown(taeller="fiat_besoeg")
    assert "FIAT-besøg, Hele kredsen" in html(app)
    assert "steder" not in app.query_params
    assert "Tallet findes kun for hele kredsen." in html(app)
