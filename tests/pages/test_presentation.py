"""The slides: the order of the agenda, one message each, large type, and only what can be read from afar."""

from collections.abc import Iterator
from pathlib import Path

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from analysis.choice import Choice, read_address
from analysis.local_areas import shown_areas
from analysis.meeting_questions import questions_asked
from analysis.presentation import MOST_POINTS, Slide, deck
from analysis.verdict_texts import VERDICT_TEXTS
from data.catalogue import AREAS, promises
from data.register.store import register_path
from data.release import open_release
from tests.analysis.test_language import NEVER, UNTIDY
from tests.harness.words import english_words_in
from tests.pages.conftest import PublishedHome
from tests.pages.seen import html, messages

SMALLEST = 18
ADDRESSES = {
    "a closed quarter": {"kommune": "217", "periode": "2025K4"},
    "a quarter with nothing in it": {"kommune": "157", "periode": "2025K4"},
    "the open quarter": {"kommune": "kreds", "periode": "2026K1"},
    "a whole year": {"kommune": "217", "periode": "2025"},
    "the first quarter": {"kommune": "kreds", "periode": "2021K1"},
}
GUARANTEES = [each for each, _ in promises().values() if each.guarantee and each.at_most is not None]
PLANNED = [area for area in AREAS.values() if area.plan]


def total(name: str) -> int:
    return len(deck(chosen(name)))


def chosen(name: str) -> Choice:
    choice, refused = read_address(ADDRESSES[name], open_release())
    assert refused == ()
    return choice


def slides(name: str) -> list[Slide]:
    return [slide() for slide in deck(chosen(name))]


def sizes(value: object) -> Iterator[float]:
    """Yield every font size in a figure's description."""
    if isinstance(value, dict):
        font = value.get("font", {}) if isinstance(value.get("font"), dict) else {}
        for look in (font, value.get("textfont") or {}):
            if "size" in look:
                yield look["size"]
        for inner in value.values():
            yield from sizes(inner)
    if isinstance(value, (list, tuple)):
        for inner in value:
            yield from sizes(inner)


@pytest.mark.usefixtures("home")
def test_the_overview_comes_first_then_every_area_then_the_municipalities_then_what_cannot_be_said() -> None:
    found = slides("a closed quarter")
    own = len(shown_areas(open_release(), "217"))
    assert len(found) == 2 + own + len(GUARANTEES) + len(PLANNED)
    assert [len(slide.tiles) for slide in found] == [own] + [0] * (len(found) - 1)
    assert all(slide.picture for slide in found[1:-1])
    assert [slide.beside for slide in found[1:-1]] == [False] * (own + len(GUARANTEES)) + [True] * len(PLANNED)
    assert found[-1].message == "Det kan tallene ikke sige"
    assert all(any(area.caveat in text for text in found[-1].text) for area in PLANNED)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("name", ADDRESSES)
def test_every_slide_has_a_message_in_proper_danish(name: str) -> None:
    for slide in slides(name):
        assert slide.message and slide.about
        for text in (slide.message, slide.verdict, *slide.text):
            assert not NEVER.search(text) and english_words_in(text) == []
            assert not UNTIDY["double space"].search(text) and not UNTIDY["hyphen in a range"].search(text)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("name", ADDRESSES)
def test_no_text_in_a_figure_is_smaller_than_can_be_read_from_the_other_end_of_the_table(name: str) -> None:
    for slide in slides(name):
        if slide.picture is not None:
            assert isinstance(slide.picture.figure, go.Figure)
            described = slide.picture.figure.to_dict()
            described["layout"].pop("template")
            assert described["layout"]["font"]["size"] >= SMALLEST  # what has no size of its own has this one
            assert min(sizes(described)) >= SMALLEST


@pytest.mark.usefixtures("home")
def test_the_verdict_stands_once_in_large_type() -> None:
    for slide in slides("a closed quarter")[1 : 1 + len(PLANNED)]:
        if slide.verdict:
            assert slide.verdict[2:] in VERDICT_TEXTS.values()
            assert not any(slide.verdict[2:].lower() in text.lower() for text in slide.text)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("name", ADDRESSES)
def test_a_figure_ends_at_the_chosen_period(name: str) -> None:
    choice = chosen(name)
    for slide in slides(name)[1 : 1 + len(PLANNED)]:
        assert slide.picture is not None
        assert 1 <= len(slide.picture.table.rows) <= MOST_POINTS
        newest = str(slide.picture.table.rows[0][0])
        assert newest == choice.period.short_name or "kvt." not in newest  # a sum of years ends with its last year


def presented(**address: str) -> AppTest:
    """Return the presentation, opened at this address."""

    def app() -> None:
        from pages.views.presentation import presentation_view
        from pages.widgets.choices import choose

        choice = choose()
        assert choice is not None
        presentation_view(choice)

    seen = AppTest.from_function(app, default_timeout=60)
    for key, value in address.items():
        seen.query_params[key] = value
    return seen.run()


def test_a_link_opens_its_slide_on_its_release(home: PublishedHome) -> None:
    app = presented(kommune="217", periode="2025K4", udgave=home.older, slide="2")
    assert f"2 / {total('a closed quarter')}" in html(app)
    assert f"udgave #{home.older}" in html(app)
    app.radio(key="slide").set_value("3").run()
    assert f"3 / {total('a closed quarter')}" in html(app)
    assert (app.query_params["slide"], app.query_params["udgave"]) == ("3", home.older)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("slide", ["0", "99", "x", "-1"])
def test_a_slide_that_does_not_exist_is_told_and_the_first_shown(slide: str) -> None:
    app = presented(kommune="217", slide=slide)
    assert f"1 / {total('a closed quarter')}" in html(app)
    assert len(messages(app)) == 1


def asked(app: AppTest, text: str) -> AppTest:
    app.text_area(key="spoergsmaal").set_value(text)
    return app.button[0].click().run()


def test_a_question_lands_on_the_analysts_list_with_the_link_of_its_slide(
    home: PublishedHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = presented(kommune="217", periode="2025K4", udgave=home.older, slide="2")
    monkeypatch.setenv("KREDSBLIK_HOME", str(with_releases(home, tmp_path)))
    assert "står nu på analytikerens liste" in messages(asked(app, "Hvad skete der i oktober?"))[0]
    (entry,) = questions_asked()
    assert entry.content.text == "Hvad skete der i oktober?"
    assert entry.content.link == (
        f"praesentation?kommune=217&periode=2025K4&sammenlign=sidste_aar&udgave={home.older}&slide=2"
    )


def test_in_the_councils_room_a_question_is_left_for_the_analysts_and_the_register_is_not_opened(
    home: PublishedHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(with_releases(home, tmp_path)))
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    app = asked(presented(kommune="217", slide="4"), "Hvorfor ikke flere?")
    assert "står nu på analytikerens liste" in messages(app)[0]
    assert not register_path().exists()
    monkeypatch.setenv("KREDSBLIK_ROOM", "analyse")
    assert [entry.content.text for entry in questions_asked()] == ["Hvorfor ikke flere?"]


def test_personal_data_in_a_question_is_refused_and_nothing_is_kept(
    home: PublishedHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(with_releases(home, tmp_path)))
    app = asked(presented(slide="1"), "Ring til 20 21 22 23")
    assert "telefonnummer" in messages(app)[0] and "20 21" not in messages(app)[0]
    assert questions_asked() == ()


def with_releases(home: PublishedHome, folder: Path) -> Path:
    """Return a home of one's own with the same releases."""
    (folder / "own").mkdir()
    (folder / "own" / "releases").symlink_to(home.folder / "releases", target_is_directory=True)
    return folder / "own"
