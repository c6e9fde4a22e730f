"""Who saw and took out what: noted once for each change of view, whoever it is; and read by management alone."""

import ast
import csv
import datetime as dt
import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis.log_table import EVENT_NAMES
from data.audit.entry import Actor, Event, What
from data.audit.note import note
from data.audit.reading import entries
from data.audit.store import NotLoggedError, log_path
from pages.access import log_reader
from pages.access.role import Role, Visitor
from pages.widgets.noted import NOT_NOTED
from tests.pages.conftest import PublishedHome
from tests.pages.seen import html, messages

ROOT = Path(__file__).resolve().parents[2]
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
MANAGER, ANALYST = Visitor("u-ledelse", Role.MANAGEMENT, None), Visitor("u-analytiker", Role.ANALYST, None)


@pytest.fixture(autouse=True)
def _no_lines_of_others(home: PublishedHome) -> Iterator[None]:
    shutil.rmtree(home.folder / "log", ignore_errors=True)
    yield
    shutil.rmtree(home.folder / "log", ignore_errors=True)


def lines() -> list[tuple[Event, What]]:
    return [(entry.event, entry.what) for entry in reversed(entries(LONG_AGO))]


def opened(**address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    return app.run()


def test_a_view_is_noted_once_and_again_when_it_changes(home: PublishedHome) -> None:
    app = opened(kommune="217", periode="2025K4")
    app.run()  # a rerun of the same view: a fold, a sort
    app.selectbox(key="sammenlign").select_index(1).run()  # set against something else: the same numbers are looked at
    app.selectbox(key="kommune").select("190").run()
    first = What("overblik", "217", "2025K4", home.current)
    assert lines() == [(Event.SAW, first), (Event.SAW, What("overblik", "190", "2025K4", home.current))]
    (actor,) = {entry.actor for entry in entries(LONG_AGO)}
    assert actor == Actor("lokal", "analytiker")


def test_an_older_release_is_noted_as_what_it_is(home: PublishedHome) -> None:
    opened(udgave=home.older)
    assert [what.release for _, what in lines()] == [home.older]


def test_a_view_is_shown_with_a_message_when_it_cannot_be_noted() -> None:
    log_path().parent.mkdir(exist_ok=True)
    log_path().mkdir()
    try:
        app = opened()
        assert [NOT_NOTED in each for each in messages(app)] == [True]
        assert "kb-tiles" in html(app)
    finally:
        log_path().rmdir()


def test_a_file_is_noted_when_it_is_asked_for_and_not_made_when_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(st, "download_button", lambda _label, content, **more: asked.update({more["key"]: content}))
    opened(kommune="217", periode="2025K4")
    assert [event for event, _ in lines()] == [Event.SAW]
    asked["kort-csv"]()
    event, what = lines()[-1]
    assert (event, what.view, what.municipality, what.file) == (Event.EXPORTED, "overblik", "217", "csv")
    assert entries(LONG_AGO)[0].actor == Actor("lokal", "analytiker")
    for file in log_path().parent.glob("*"):
        file.unlink()
    log_path().mkdir()
    try:
        with pytest.raises(NotLoggedError):
            asked["kort-csv"]()
    finally:
        log_path().rmdir()


def test_every_file_leaves_through_the_one_widget() -> None:
    using = {
        file.relative_to(ROOT).as_posix()
        for file in [ROOT / "app.py", *(ROOT / "pages").rglob("*.py")]
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        # A table of Streamlit's own has a way out of its own; a fragment runs without saying who looks.
        if isinstance(node, ast.Attribute) and node.attr in {"download_button", "dataframe", "data_editor", "fragment"}
    }
    assert using == {"pages/widgets/download.py"}


@pytest.mark.parametrize(
    ("who", "signing_in", "reads"), [(MANAGER, True, True), (ANALYST, True, False), (ANALYST, False, True)]
)
def test_management_reads_it_and_who_is_alone_at_the_machine(
    who: Visitor, signing_in: bool, reads: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_reader, "visitor", lambda: who)
    monkeypatch.setattr(log_reader, "signing_in", lambda: signing_in)
    assert log_reader.may_read_log() is reads


def log_app() -> None:
    """Show the log with the pages' names."""
    from pages.views.log import log_view

    log_view({"indbrud": "Indbrud"})


def test_the_log_is_read_newest_first_and_chosen_from() -> None:
    note(Event.SAW, What("indbrud", "217", "2025K4", "a1b2c3"), Actor("u-1", "borgmester"))
    note(Event.EXPORTED, What("indbrud", "217", "2025K4", "a1b2c3", file="csv"), Actor("u-2", "kommune"))
    note(Event.PUBLISHED, What(release="a1b2c3"), Actor("drift"))
    app = AppTest.from_function(log_app, default_timeout=60).run()
    shown = html(app)
    assert shown.index(">Udgav<") < shown.index("Hentede en fil (CSV)") < shown.index("Så siden")
    for text in ("kommandolinje", "borgmester", "Helsingør", "4. kvt. 2025", "#a1b2c3", "13 måneder"):
        assert text in shown
    app.selectbox(key="log-Hvem").select("u-1").run()
    assert "Så siden" in html(app) and ">Udgav<" not in html(app)
    app.selectbox(key="log-Hvad").select(str(Event.SAW)).run()
    assert "1 linje" in html(app)


def test_the_file_of_the_log_has_every_column_and_runs_no_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    note(Event.EDITED, What(about="indsats-a1b2c3"), Actor("=HYPERLINK(1)", "analytiker"))
    asked: list[Callable[[], bytes]] = []
    monkeypatch.setattr(st, "download_button", lambda _label, content, **_: asked.append(content))
    AppTest.from_function(log_app, default_timeout=60).run()
    rows = list(csv.reader(io.StringIO(asked[0]().decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[-1][1:5] == ["'=HYPERLINK(1)", "analytiker", "Analytikernes", EVENT_NAMES[Event.EDITED]]
    assert rows[-1][-2:] == ["indsats-a1b2c3", "1"]
    assert lines()[-1][0] is Event.EXPORTED


def test_every_event_has_a_name() -> None:
    assert set(EVENT_NAMES) == set(Event)
