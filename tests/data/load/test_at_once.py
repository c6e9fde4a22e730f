"""Load, publish and readers at once, and a home that can only be read: the old state or the new, and one sentence."""

import ctypes
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import data.incidents
from data.errors import UserError
from data.home import home
from data.load import load
from data.publish import publish
from data.release import open_release
from data.releases import current_release_id
from tests.data.load.extracts import load_one, row, stored, write
from tests.data.statbank.exports import api_file

# Of Linux: a process without these rights is held to what a file's mode says, also the administrator's.
DROP_FROM_BOUND, MAY_WRITE_ANYWHERE, MAY_READ_ANYWHERE = 24, 1, 2


@pytest.fixture
def before(tmp_path: Path) -> str:
    """The release of what is loaded before anything happens at once."""
    load_one(write(tmp_path, [row(1)], name="foer.csv"))
    return publish().id


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return write(tmp_path, [row(1), row(2)], name="ny.csv")


def test_what_is_loaded_while_a_release_is_made_is_in_the_next_one(before: str, new: Path) -> None:
    def meddle(step: str) -> None:
        if step.startswith("Beskytter"):
            load_one(new)

    during = publish(meddle)
    assert (during.id, during.created) == (before, False)
    assert publish().id != before


def test_a_release_cannot_be_made_of_half_a_load(monkeypatch: pytest.MonkeyPatch, before: str, new: Path) -> None:
    monkeypatch.setattr(data.incidents, "_WAIT_SECONDS", 0.05)
    refused: list[str] = []

    def meddle(_: float, told: str) -> None:
        if told.startswith("gemmer"):
            with pytest.raises(UserError) as error:
                publish()
            refused.append(str(error.value))

    load([new], progress=meddle)
    assert refused == ["En anden indlæsning eller udgivelse er i gang. Prøv igen, når den er færdig."]
    assert current_release_id() == before
    assert publish().created


def test_load_and_publish_as_two_processes_at_once(before: str, new: Path) -> None:
    started = [
        subprocess.Popen([sys.executable, "-m", *command], stderr=subprocess.PIPE, text=True)
        for command in (("data.load", str(new)), ("data.publish",))
    ]
    for process in started:
        _, told = process.communicate()
        assert process.returncode == 0 or (process.returncode == 2 and "er i gang" in told)
    during, loaded = current_release_id(), len(stored())
    load_one(new)
    after = publish().id
    assert loaded in (1, 2)
    assert during in (before, after)


def test_a_reader_sees_one_release_while_another_is_made(before: str, new: Path) -> None:
    reader = open_release()
    told = reader.rows("deliveries")
    load_one(new)
    steps: list[str] = []

    def look(step: str) -> None:
        steps.append(step)
        assert (current_release_id(), open_release().id) == (before, before)
        assert reader.rows("deliveries") == told

    after = publish(look)
    assert len(steps) == 3
    assert open_release().id == after.id != before
    assert reader.rows("deliveries") == told
    assert open_release().rows("deliveries") != told


def content() -> dict[str, bytes]:
    return {str(path.relative_to(home())): path.read_bytes() for path in home().rglob("*") if path.is_file()}


@pytest.fixture
def only_to_be_read(before: str) -> Iterator[dict[str, bytes]]:
    assert before
    paths = [home(), *home().rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield content()
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)


def without_the_administrators_rights() -> None:
    for right in (MAY_WRITE_ANYWHERE, MAY_READ_ANYWHERE):
        ctypes.CDLL(None).prctl(DROP_FROM_BOUND, right, 0, 0, 0)


def test_a_home_that_can_only_be_read(tmp_path: Path, new: Path, only_to_be_read: dict[str, bytes]) -> None:
    figures = api_file(tmp_path / "straf11.csv", [("217", "1320", "2025K4", 999_999)])
    for module, *files in (("data.load", new), ("data.publish",), ("data.statbank", figures)):
        ended = subprocess.run(
            [sys.executable, "-m", module, *map(str, files)],
            capture_output=True,
            check=False,
            text=True,
            preexec_fn=without_the_administrators_rights,
        )
        assert ended.returncode == 2, ended.stderr
        # The log is the first that cannot be written, and what cannot be noted is not done.
        assert "kan ikke skrives i loggen" in ended.stderr.strip().splitlines()[-1]
        assert not {"Traceback", "denied"} & set(re.findall(r"\w+", ended.stderr))
    assert content() == only_to_be_read
