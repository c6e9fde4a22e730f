"""Packs of the demo district: made from its release, kept in a register of each test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.meetings import parse_meeting
from analysis.packs.answers_file import Answers
from analysis.packs.build import build_pack, subject_of
from analysis.packs.checks import Answer
from analysis.packs.content import Pack
from analysis.packs.files import pack_files_of
from analysis.packs.preflight import CHECKS
from data.municipalities import DISTRICT
from data.release import open_release
from data.releases import releases_folder

MakePack = Callable[..., Pack]


@pytest.fixture(autouse=True)
def _demo_release(demo_home: Path, _own_home: None) -> None:
    """Let the test's own home show the demo district's releases; what is typed stays in the test's own register."""
    releases_folder().parent.mkdir(parents=True)
    releases_folder().symlink_to(demo_home / "releases", target_is_directory=True)


@pytest.fixture
def make() -> MakePack:
    def made(meeting: str = "2026K1", place: str = DISTRICT, theme: str | None = None, **texts: str) -> Pack:
        edits = {key.replace("__", "."): text for key, text in texts.items() if key != "draft"}
        draft = texts.get("draft") == "ja"
        return build_pack(open_release(), subject_of(parse_meeting(meeting), place, theme), edits, draft=draft)

    return made


@pytest.fixture
def bilateral(make: MakePack) -> Pack:
    return make("2026K1", "217")


def everything_answered() -> Answers:
    """Return answers that hold for every pack: a comment is enough wherever the numbers ask for a look."""
    return Answers("AB", {code: Answer(comment="Set igennem.") for code in CHECKS})


_FILES: dict[tuple[str, ...], dict[str, bytes]] = {}


def files_of(pack: Pack) -> dict[str, bytes]:
    """Return the pack's PowerPoint, Word and PDF by ending; a pack with the same texts is made once a run."""
    key = (pack.subject.code, str(pack.draft), pack.choice.release.id, *(text.shown for text in pack.texts))
    if key not in _FILES:
        made = pack_files_of(pack, ("pptx", "docx", "pdf"))
        _FILES[key] = {name.rsplit(".", 1)[-1]: content for name, content in made.items()}
    return _FILES[key]
