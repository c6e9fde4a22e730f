"""Whatever is broken on the machine: a calm Danish message, and never a traceback, a path or SQL."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.releases import release_ids
from pages.widgets.errors import UNEXPECTED
from tests.harness.words import english_words_in
from tests.pages.conftest import PublishedHome
from tests.pages.seen import messages, opened

LEAKS = re.compile(
    r"Traceback|File \"|\bSELECT\b|\.duckdb|\.py\b|Exception|site-packages|(?<![\w<])/(tmp|root|home|srv)/"
)


def cut(home: Path) -> None:
    for file in (home / "releases").rglob("*.duckdb"):
        file.write_bytes(file.read_bytes()[:50_000])


def current_gone(home: Path) -> None:
    (home / "releases" / "CURRENT").write_text("ffffff")


def current_missing(home: Path) -> None:
    (home / "releases" / "CURRENT").unlink()


def home_is_a_file(home: Path) -> None:
    shutil.rmtree(home)
    home.write_text("i vejen")


def home_is_gone(home: Path) -> None:
    shutil.rmtree(home)


def register_is_damaged(home: Path) -> None:
    (home / "register.sqlite").write_text("dette er ingen database " * 100)


def register_is_a_folder(home: Path) -> None:
    (home / "register.sqlite").mkdir()


def everything_told(app: AppTest) -> str:
    """All that a browser is sent, in whatever element."""
    return "\n".join(str(element.proto) for element in app.main) + str(app.exception)


@pytest.mark.parametrize("page", ["", "indsatser"])
@pytest.mark.parametrize(
    "spoil",
    [cut, current_gone, current_missing, home_is_a_file, home_is_gone, register_is_damaged, register_is_a_folder],
)
def test_nothing_of_the_machine_is_told(
    published: PublishedHome,
    spoil: Callable[[Path], None],
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = tmp_path / "en hemmelig mappe"
    shutil.copytree(published.folder, home)
    monkeypatch.setenv("KREDSBLIK_HOME", str(home))
    spoil(home)
    app = opened(page=page) if page else opened()
    assert not app.exception
    told = everything_told(app)
    assert "hemmelig" not in told
    assert not LEAKS.search(told), LEAKS.search(told)
    assert [word for text in messages(app) for word in english_words_in(text)] == []


def test_a_release_that_cannot_be_read_is_said(
    published: PublishedHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = shutil.copytree(published.folder, tmp_path / "home")
    monkeypatch.setenv("KREDSBLIK_HOME", str(home))
    cut(home)
    assert release_ids()
    assert any(UNEXPECTED in message for message in messages(opened()))


def test_what_no_view_has_caught_is_shown_as_any_other_error() -> None:
    from pages.server.parts import parts

    assert parts()["on_script_error"](RuntimeError("hemmelig"))


@pytest.mark.parametrize("room", ["borgmester", "KREDSRAAD", "../x"])
def test_a_room_that_is_none_shows_no_page(
    published: PublishedHome, room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(published.folder))
    monkeypatch.setenv("KREDSBLIK_ROOM", room)
    app = opened()
    assert not app.exception
    assert not app.get("plotly_chart")
