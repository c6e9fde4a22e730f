"""A question from the council's meeting: left in the one home, on the analysts' list in the other."""

import os
from pathlib import Path

import pytest

from analysis.meeting_questions import note_question
from data.errors import UserError
from data.fetch_questions import fetch_questions, main
from data.home import home
from data.register.inbox import FOLDER_NAME
from data.register.question import questions
from data.register.store import register_path

LINK = "praesentation?kommune=217&periode=2025K4&udgave=a1b2c3&slide=3"


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """The council's own home, which is not the analysts'."""
    folder = tmp_path / "raad"
    folder.mkdir()
    assert folder != home()
    return folder


def asked_at_the_meeting(council: Path, *texts: str) -> None:
    """Note questions as the council's process does it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(council))
        patch.setenv("KREDSBLIK_ROOM", "kredsraad")
        for text in texts:
            note_question(text, LINK)
        assert not register_path().exists()


def listed() -> list[tuple[str, str]]:
    return sorted((entry.content.text, entry.content.link) for entry in questions())


def test_a_question_goes_from_the_councils_home_to_the_analysts_list_once(council: Path) -> None:
    asked_at_the_meeting(council, "Hvorfor oktober?", "Hvor mange er cyklister?")
    assert listed() == []
    assert fetch_questions(council) == 2
    assert listed() == [("Hvor mange er cyklister?", LINK), ("Hvorfor oktober?", LINK)]
    assert (fetch_questions(council), len(listed())) == (0, 2)
    assert list((council / FOLDER_NAME).iterdir()) == []


def test_a_question_that_was_taken_and_not_removed_comes_once(council: Path) -> None:
    asked_at_the_meeting(council, "Hvorfor oktober?")
    (file,) = (council / FOLDER_NAME).iterdir()
    content = file.read_bytes()
    fetch_questions(council)
    file.write_bytes(content)  # as if the process had ended before it removed it
    assert (fetch_questions(council), len(listed())) == (0, 1)
    assert not file.exists()


def test_what_the_council_could_put_there_leads_nowhere(council: Path, tmp_path: Path) -> None:
    asked_at_the_meeting(council, "Hvorfor oktober?")
    inbox = council / FOLDER_NAME
    (real,) = inbox.iterdir()
    outside = tmp_path / "outside.json"
    outside.write_bytes(real.read_bytes())
    real.unlink()
    (inbox / "spoergsmaal-aaaaaaaaaaaa.json").symlink_to(outside)
    os.mkfifo(inbox / "spoergsmaal-bbbbbbbbbbbb.json")  # to read it would take for ever
    (inbox / "spoergsmaal-cccccccccccc.json").write_text("{}")
    assert (fetch_questions(council), listed()) == (0, [])
    assert {path.suffix for path in inbox.iterdir()} == {".afvist"}
    assert outside.exists()


def test_the_command_says_how_many_came(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for texts, told in (((), "Ingen nye"), (("Én?",), "Ét spørgsmål er hentet"), (("To?", "Tre?"), "2 spørgsmål")):
        asked_at_the_meeting(council, *texts)
        assert main([str(council)]) == 0
        assert told in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="findes ikke"):
        fetch_questions(tmp_path / "nowhere")
