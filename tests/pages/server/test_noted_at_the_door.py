"""Who was turned away, went out, or reached for what is another's: in the log, once, not for each file of a page."""

import datetime as dt
from collections import OrderedDict

import pytest

from data.audit.entry import Event
from data.audit.reading import entries
from data.audit.store import log_path
from pages.access import files_given
from tests.pages.server.test_door import NAVIGATION, UPLOAD, cookie, status

pytestmark = pytest.mark.usefixtures("signing_in")
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def lines() -> list[tuple[Event, str, str]]:
    return [(entry.event, entry.actor.id, entry.actor.role) for entry in reversed(entries(LONG_AGO))]


def test_who_may_not_come_in_is_noted_when_she_asks_for_a_page() -> None:
    status("/", cookie=cookie("fremmed"), **NAVIGATION)
    status("/static/js/index.js", cookie=cookie("fremmed"))
    assert lines() == [(Event.REFUSED, "fremmed", "ingen")]


def test_who_reaches_for_what_is_not_hers_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_given, "_given", OrderedDict({"/media/a.csv": frozenset({"ledelse"})}))
    status("/media/a.csv", cookie=cookie("analytiker"))
    status(UPLOAD, cookie=cookie("ledelse"))
    status("/media/a.csv", cookie=cookie("ledelse"))
    assert lines() == [(Event.REFUSED, "analytiker", "analytiker"), (Event.REFUSED, "ledelse", "ledelse")]


def test_who_goes_out_is_noted() -> None:
    status("/auth/logout", cookie=cookie("ledelse"))
    status("/auth/logout")
    assert lines() == [(Event.SIGNED_OUT, "ledelse", "ledelse")]


def test_one_goes_out_also_when_that_cannot_be_noted() -> None:
    log_path().mkdir(parents=True)
    own = cookie("ledelse")
    status("/auth/logout", cookie=own)
    assert status("/", cookie=own) == 401
