"""What is changed in the register is in the log, in the same step; what was typed is not."""

import datetime as dt

import pytest

from data.audit.entry import Event, What
from data.audit.reading import entries
from data.audit.store import NotLoggedError, log_path
from data.home import home
from data.register.inbox import leave_question
from data.register.initiatives import add_initiative, edit_initiative
from data.register.packs import StoredPack, freeze
from data.register.question import new_question
from tests.data.register.examples import an_initiative

LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
LINK = "praesentation?kommune=217"


def lines() -> list[tuple[Event, What]]:
    return [(entry.event, entry.what) for entry in reversed(entries(LONG_AGO))]


def test_what_is_typed_never_reaches_the_log() -> None:
    saved = add_initiative(an_initiative("Besøg på Strandvejen"), "Jens Hansen")
    edit_initiative(saved.id, saved.version, an_initiative("Et andet besøg på Strandvejen"), "Jens Hansen")
    question = leave_question(new_question("Hvad sker der på Strandvejen?", LINK), "Jens Hansen")
    assert lines() == [(Event.EDITED, What(about=each)) for each in (saved.id, saved.id, question)]
    content = b"".join(file.read_bytes() for file in log_path().parent.iterdir())
    assert b"Jens" not in content and b"Strandvejen" not in content


def test_what_cannot_be_noted_is_not_saved() -> None:
    saved = add_initiative(an_initiative("Før"), "AB")
    log_path().unlink()
    log_path().mkdir()
    try:
        with pytest.raises(NotLoggedError):
            edit_initiative(saved.id, saved.version, an_initiative("Efter"), "AB")
        with pytest.raises(NotLoggedError):
            leave_question(new_question("Hvorfor?", LINK), "AB")
    finally:
        log_path().rmdir()
    assert not (home() / "indbakke").exists()
    assert edit_initiative(saved.id, saved.version, an_initiative("Efter"), "AB").version == saved.version + 1


def test_a_frozen_pack_is_noted_as_one() -> None:
    pack = StoredPack("2026K1-217", "2026K1", "217", None, "a1b2c3", "{}")
    freeze(pack, {"a.csv": b"x"}, "AB", 0)
    assert lines() == [(Event.FROZEN, What(about="pakke-2026K1-217"))]
