"""A question noted at a meeting: kept with its view, and handed in by those who cannot open the register."""

import datetime as dt
import getpass
import json
import logging
import threading

import pytest

from data.audit.entry import Actor
from data.audit.note import act_as
from data.audit.reading import entries
from data.register.entries import EditConflictError
from data.register.form import FieldsRefusedError
from data.register.inbox import collect_questions, inbox_folder, leave_question
from data.register.kept import add
from data.register.question import (
    QUESTION_FORM,
    QuestionStatus,
    answer_question,
    new_question,
    questions,
    reopen_question,
)
from data.register.store import register_path

LINK = "praesentation?kommune=217&periode=2025K4&sammenlign=sidste_aar&udgave=a1b2c3&slide=2"


def test_a_question_keeps_its_text_its_view_and_when() -> None:
    saved = add(QUESTION_FORM, new_question("Hvad med Espergærde?", LINK), "Mødet")
    (found,) = questions()
    assert found == saved
    assert (found.content.text, found.content.link, found.content.status) == ("Hvad med Espergærde?", LINK, "åbent")
    assert found.content.noted_at.tzinfo is not None


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "//andre.dk/?a=1",
        "https://andre.dk/?a=1",
        "praesentation",
        'praesentation?a="onclick',
        "praesentation?" + "a=1&" * 100 + "b=2",
    ],
)
def test_a_link_leads_to_a_view_of_ours_and_nowhere_else(link: str) -> None:
    with pytest.raises(FieldsRefusedError) as refused:
        new_question("Hvorfor?", link)
    assert [fault.column for fault in refused.value.faults] == ["link"]


@pytest.mark.parametrize("text", ["", "  ", "Ring til 20 21 22 23", "x" * 2001])
def test_a_text_that_may_not_be_kept(text: str) -> None:
    with pytest.raises(FieldsRefusedError):
        new_question(text, LINK)


def test_an_answer_takes_it_off_the_open_ones_and_two_who_answer_are_told() -> None:
    first = add(QUESTION_FORM, new_question("Første?", LINK), "Mødet")
    add(QUESTION_FORM, new_question("Anden?", LINK), "Mødet")
    answered = answer_question(first, "Ja.", "AB")
    assert [entry.content.status for entry in questions()] == [QuestionStatus.OPEN, QuestionStatus.ANSWERED]
    with pytest.raises(EditConflictError, match="af AB"):
        answer_question(first, "Nej.", "CD")
    reopen_question(answered, "AB")
    assert {entry.content.status for entry in questions()} == {QuestionStatus.OPEN}


def test_what_the_council_leaves_is_taken_into_the_register_once() -> None:
    identity = leave_question(new_question("Hvad med Espergærde? Æøå", LINK), "Mødet")
    assert not register_path().exists()
    assert collect_questions() == 1
    (found,) = questions()
    assert (found.id, found.content.text, found.edited_by) == (identity, "Hvad med Espergærde? Æøå", "Mødet")
    assert list(inbox_folder().iterdir()) == []
    assert collect_questions() == 0


def test_a_file_that_was_taken_but_not_removed_is_not_taken_again() -> None:
    identity = leave_question(new_question("Hvorfor?", LINK), "Mødet")
    path = inbox_folder() / f"{identity}.json"
    content = path.read_bytes()
    collect_questions()
    answer_question(questions()[0], "Derfor.", "AB")
    path.write_bytes(content)
    assert collect_questions() == 0
    assert not path.exists()
    assert questions()[0].content.answer == "Derfor."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("spoergsmaal-0123456789ab", "{"),
        ("spoergsmaal-0123456789ab", "[]"),
        ("spoergsmaal-0123456789ab", json.dumps({"spoergsmaal": 3, "af": "x"})),
        ("spoergsmaal-0123456789ab", json.dumps({"spoergsmaal": "Hvad?", "link": "javascript:x", "af": "x"})),
        ("indsats-012345", json.dumps({"af": "x"})),
        ("spoergsmaal-0123456789ab", " " * 30_000),
        ("spoergsmaal-0123456789ab", "[" * 19_000),
    ],
)
def test_a_file_that_is_no_question_is_put_aside_and_stops_nobody(name: str, content: str) -> None:
    leave_question(new_question("Hvorfor?", LINK), "Mødet")
    (inbox_folder() / f"{name}.json").write_text(content, encoding="utf-8")
    assert collect_questions() == 1
    assert [path.name for path in inbox_folder().iterdir()] == [f"{name}.afvist"]


def test_two_who_collect_at_once_take_each_question_once() -> None:
    for number in range(6):
        leave_question(new_question(f"Spørgsmål {number}?", LINK), "Mødet")
    taken: list[int] = []
    threads = [threading.Thread(target=lambda: taken.append(collect_questions())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (sum(taken), len(questions())) == (6, 6)


def test_a_file_that_another_has_put_aside_meanwhile_stops_nobody(caplog: pytest.LogCaptureFixture) -> None:
    class TheOtherCollector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            (inbox_folder() / str(record.args[0] if isinstance(record.args, tuple) else "")).unlink()

    leave_question(new_question("Hvorfor?", LINK), "Mødet")
    (inbox_folder() / "spoergsmaal-000000000000.json").write_text("{")
    logger, other = logging.getLogger("data.register.inbox"), TheOtherCollector()
    logger.addHandler(other)
    try:
        assert collect_questions() == 1
    finally:
        logger.removeHandler(other)
    assert "is no question" in caplog.text
    assert list(inbox_folder().iterdir()) == []


def test_who_looks_at_the_list_has_not_written_what_is_fetched_for_it() -> None:
    def looks() -> None:
        act_as(Actor("u-17", "analytiker"))
        collect_questions()

    leave_question(new_question("Hvorfor?", LINK), "Mødet")
    page = threading.Thread(target=looks)
    page.start()
    page.join()
    everything = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    assert len(questions()) == 1
    assert {entry.actor for entry in entries(everything)} == {Actor(getpass.getuser())}
