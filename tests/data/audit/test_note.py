"""A line says who, when, where and what in codes of ours; it is never changed, and nothing that was typed is in it."""

import datetime as dt
import getpass
import os
import sqlite3
import threading
from contextlib import closing
from dataclasses import astuple, fields

import pytest

from data.audit.entry import Actor, Event, What, without_free_text
from data.audit.note import _clear_once_a_day, act_as, make_sure_it_can_be_noted, note, on_its_own
from data.audit.reading import entries
from data.audit.store import NotLoggedError, log_path
from data.catalogue import AREAS
from data.errors import UserError
from data.home import home
from data.register.initiatives import initiatives

LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
SEEN = What("indbrud", "217", "2025K4", "a1b2c3")


def test_a_line_says_who_when_where_and_what() -> None:
    before = dt.datetime.now(dt.UTC)
    note(Event.SAW, SEEN, Actor("u-17", "ledelse"))
    note(Event.EXPORTED, What("moedepakke", file="pptx"), Actor("u-18", "analytiker"))
    newer, older = entries(LONG_AGO)
    assert (older.number, older.actor, older.room) == (1, Actor("u-17", "ledelse"), "analyse")
    assert (older.event, older.what) == (Event.SAW, SEEN)
    assert (newer.number, newer.what.file) == (2, "pptx")
    assert abs(older.moment - before) < dt.timedelta(minutes=1)
    assert entries(older.moment + dt.timedelta(days=1)) == ()


def test_who_acts_is_the_visitor_of_this_run_and_of_no_other() -> None:
    def run() -> None:
        act_as(Actor("u-17", "ledelse"))
        note(Event.SAW)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    note(Event.PUBLISHED)
    assert [entry.actor for entry in entries(LONG_AGO)] == [Actor(getpass.getuser()), Actor("u-17", "ledelse")]


def test_where_the_machine_has_no_name_for_who_acts_it_is_the_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container the numbers of the machine around it have no names."""
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)
    note(Event.PUBLISHED)
    assert [entry.actor for entry in entries(LONG_AGO)] == [Actor(f"uid-{os.getuid()}")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET who = 'en anden' WHERE number = 1",
        "DELETE FROM entries WHERE number = 1",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE number = 1",
        "INSERT INTO cleared VALUES (1, 'x', '2026-01-01')",
    ],
)
def test_no_line_is_changed_or_removed(statement: str) -> None:
    note(Event.SAW, SEEN)
    note(Event.SAW, SEEN)
    before = entries(LONG_AGO)
    with closing(sqlite3.connect(log_path())) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    assert entries(LONG_AGO) == before


@pytest.mark.parametrize("name", [field.name for field in fields(What)])
@pytest.mark.parametrize(
    "text",
    ["Jens Hansen", "jens hansen", "Hvad med Jens?", "010203-1234", "../x", "a\nb", "<b>", "217' OR 1", "x" * 61],
)
def test_free_text_is_left_out_wherever_it_is_put(name: str, text: str) -> None:
    note(Event.SAW, What(**{name: text}))
    assert entries(LONG_AGO)[0].what == What()


@pytest.mark.parametrize("name", ["view", "about"])
@pytest.mark.parametrize("text", ["jens-hansen", "pakke-jens_hansen"])
def test_a_name_is_left_out_also_where_it_is_written_as_a_code(name: str, text: str) -> None:
    assert without_free_text(What(**{name: text})) == What()


def test_our_own_codes_are_kept() -> None:
    for about in (
        *(entry.id for entry in initiatives()),
        "kladde-2026K1-217",
        *(f"pakke-2026K2-{area}" for area in AREAS),
        "spoergsmaal-ab12345",
        "leverance-0a1b2c3d",
    ):
        what = What("lokale-indsatsomraader", "kreds", "2025", "a1b2c3", about, "csv")
        assert without_free_text(what) == what


def test_an_id_is_one_line_of_bounded_length() -> None:
    note(Event.SAW, actor=Actor("a\n\tb" + "x" * 500, "ledelse"))
    assert entries(LONG_AGO)[0].actor.id == "ab" + "x" * 198


def test_a_log_that_cannot_be_written_is_told_and_written_again_when_it_can() -> None:
    log_path().parent.mkdir(parents=True)
    log_path().mkdir()
    for attempt in (note, make_sure_it_can_be_noted):
        with pytest.raises(NotLoggedError):
            attempt(*([Event.SAW] if attempt is note else []))
    log_path().rmdir()
    note(Event.SAW, SEEN)
    assert [astuple(entry.what) for entry in entries(LONG_AGO)] == [astuple(SEEN)]


def test_another_programs_file_is_left_as_it_is() -> None:
    log_path().parent.mkdir(parents=True)
    with closing(sqlite3.connect(log_path())) as connection:
        connection.executescript("PRAGMA application_id = 7; CREATE TABLE theirs (x);")
    with pytest.raises(NotLoggedError):
        note(Event.SAW)
    with pytest.raises(UserError, match="ikke en log fra Kredsblik"):
        entries(LONG_AGO)


def test_the_councils_log_is_read_beside_our_own() -> None:
    note(Event.SAW, SEEN, Actor("raadet", "borgmester"))
    log_path().parent.rename(home() / "log-raad")
    note(Event.SAW, SEEN, Actor("politiet", "ledelse"))
    assert [entry.actor.id for entry in entries(LONG_AGO)] == ["politiet", "raadet"]


def test_a_time_to_keep_lines_that_is_none_stops_what_cannot_be_undone_but_no_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KREDSBLIK_LOG_MONTHS", "1")
    _clear_once_a_day.cache_clear()
    note(Event.SAW, SEEN)
    assert [entry.what for entry in entries(LONG_AGO)] == [SEEN]
    with pytest.raises(UserError, match="KREDSBLIK_LOG_MONTHS"):
        make_sure_it_can_be_noted()


def test_a_log_that_may_not_be_looked_at_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    home().mkdir()
    monkeypatch.setenv("KREDSBLIK_HOME", str(home() / ("x" * 300)))  # the disk says no, to root too
    with pytest.raises(UserError, match="kan ikke læses"):
        entries(LONG_AGO)
    with pytest.raises(UserError, match="kan ikke læses"):
        entries(LONG_AGO, [log_path()])


def test_what_the_program_does_on_a_visitors_page_is_its_own() -> None:
    def run() -> None:
        act_as(Actor("u-17", "ledelse"))
        with on_its_own():
            note(Event.EDITED)
        note(Event.SAW)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert [entry.actor for entry in entries(LONG_AGO)] == [Actor("u-17", "ledelse"), Actor(getpass.getuser())]
