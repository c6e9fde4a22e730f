"""Møder and Spørgsmål: what is typed is kept, the second of two editors is told, and the council gets a clear no."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.meeting_questions import questions_asked
from data.periods import Quarter
from data.register import kept
from data.register.meeting import Meeting, meeting, save_meeting
from data.register.question import QUESTION_FORM, QuestionStatus, new_question
from pages import ANALYST_VIEWS, LOG_PATH
from tests.pages.conftest import PublishedHome
from tests.pages.seen import html, messages, opened

LINK = "praesentation?kommune=217&periode=2025K4&sammenlign=sidste_aar&udgave=a1b2c3&slide=2"
SPRING = Quarter(2026, 2)


@pytest.fixture
def own_home(home: PublishedHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own with the same releases, on a day in May."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "releases").symlink_to(home.folder / "releases", target_is_directory=True)
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-05-20")
    return tmp_path / "own"


def page(view: str, **address: str) -> AppTest:
    def app(view: str) -> None:
        from pages import ANALYST_VIEWS
        from pages.widgets.choices import choose

        choice = choose()
        assert choice is not None
        ANALYST_VIEWS[view][1](choice)

    seen = AppTest.from_function(app, args=(view,), default_timeout=60)
    for key, value in address.items():
        seen.query_params[key] = value
    return seen.run()


def saved(app: AppTest, **typed: str) -> AppTest:
    app.text_input(key="hvem").set_value("AB")
    for area in app.text_area:
        if str(area.key).startswith("aftaler") and "agreed" in typed:
            area.set_value(typed["agreed"])
    for box in app.text_input:
        if str(box.key).startswith("dato") and "day" in typed:
            box.set_value(typed["day"])
    return app.button[0].click().run()


@pytest.mark.usefixtures("own_home")
def test_a_meeting_is_planned_and_what_was_agreed_is_kept() -> None:
    app = saved(page("moeder"), day="03.06.2026", agreed="Lys i stierne")
    assert "Gemt af AB" in messages(app)[0]
    found = meeting(SPRING, "kreds")
    assert found is not None
    assert (found.content.agreed, f"{found.content.day}") == ("Lys i stierne", "2026-06-03")
    assert "3.\N{NO-BREAK SPACE}juni 2026" in html(page("moeder"))


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize(("day", "told"), [("03.07.2026", "uden for mødets kvartal"), ("i morgen", "skriv en dag")])
def test_a_day_that_cannot_be_is_told_and_nothing_is_kept(day: str, told: str) -> None:
    app = saved(page("moeder"), day=day)
    assert told in messages(app)[0]
    assert meeting(SPRING, "kreds") is None


@pytest.mark.usefixtures("own_home")
def test_the_second_of_two_editors_is_told_and_sees_what_the_first_has_written() -> None:
    first = save_meeting(None, Meeting(SPRING, agreed="Det første"), "CD")
    app = page("moeder")
    save_meeting(first, replace(first.content, agreed="Det nyeste"), "CD")
    app = saved(app, agreed="Det forældede")
    assert "Intet er overskrevet" in messages(app)[0] and "af CD" in messages(app)[0]
    found = meeting(SPRING, "kreds")
    assert found is not None and found.content.agreed == "Det nyeste"
    app.run()
    assert [area.value for area in app.text_area] == ["Det nyeste"]


@pytest.mark.usefixtures("own_home")
def test_nothing_is_saved_by_nobody() -> None:
    app = page("moeder")
    app.button[0].click().run()
    assert "skriv, hvem du er" in messages(app)[0]


@pytest.mark.usefixtures("own_home")
def test_a_question_is_answered_and_leaves_the_list() -> None:
    kept.add(QUESTION_FORM, new_question("Hvad med <b>Espergærde</b>?", LINK), "Mødet")
    app = page("spoergsmaal")
    assert "Ét spørgsmål venter på svar" in html(app)
    assert f'href="{LINK.replace("&", "&amp;")}"' in html(app)
    assert "<b>Espergærde" not in html(app)
    app.text_input(key="hvem").set_value("AB")
    app.text_area[0].set_value("Otte indbrud.")
    app.button[0].click().run()
    assert "Ingen spørgsmål venter" in html(app) and "Otte indbrud." in html(app)
    (entry,) = questions_asked()
    assert (entry.content.status, entry.edited_by) == (QuestionStatus.ANSWERED, "AB")


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("path", ANALYST_VIEWS)
@pytest.mark.parametrize(
    ("key", "value"),
    [("kommune", "998"), ("periode", "2031K9"), ("udgave", "ffffff"), ("moede", "1999K1"), ("sammenlign", "<b>")],
)
def test_every_page_of_the_analysts_opens_with_a_forged_link(path: str, key: str, value: str) -> None:
    app = page(path, **{key: value})
    assert not app.exception
    assert html(app).count("<h1") == 1
    assert value not in " ".join(messages(app)).replace("#ffffff", "")
    if key != "moede" or path == "moeder":
        assert messages(app)


@pytest.mark.usefixtures("own_home")
def test_the_overview_says_which_meeting_is_next_in_one_line() -> None:
    assert html(opened()).count("Næste møde: temamøde i 2.\N{NO-BREAK SPACE}kvartal 2026.") == 1


def menu_app() -> None:
    """Write the addresses that say no."""
    import streamlit as st

    from pages import refusals

    for page in refusals():
        st.text(f"{page.url_path} {page.title} {page.visibility}")


@pytest.mark.usefixtures("own_home")
def test_in_the_councils_room_every_analysts_address_says_no_and_none_is_in_the_menu(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert AppTest.from_function(menu_app, default_timeout=60).run().text.len == 0
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    found = [text.value for text in AppTest.from_function(menu_app, default_timeout=60).run().text]
    assert found == [f"{path} Ingen adgang hidden" for path in (*ANALYST_VIEWS, LOG_PATH)]
