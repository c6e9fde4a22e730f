"""What a watchman hears: well with the release's id, or unwell, and never why."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest
from starlette.requests import Request

from data.release import open_release
from data.releases import CURRENT, release_folder, releases_folder
from pages.server.health import health
from tests.pages.conftest import PublishedHome

WELL = 200
REQUEST = Request({"type": "http", "method": "GET", "path": "/sundhed", "headers": []})


def asked() -> tuple[int, dict[str, object]]:
    answer = health(REQUEST)
    return answer.status_code, json.loads(bytes(answer.body))


@pytest.mark.parametrize("room", ["analyse", "kredsraad"])
def test_a_readable_release_is_well(published: PublishedHome, room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(published.folder))
    monkeypatch.setenv("KREDSBLIK_ROOM", room)
    until = open_release().data_until.isoformat()
    assert asked() == (200, {"sund": True, "udgave": published.current, "data_til": until})


def damaged(folder: Path, how: str) -> None:
    file = folder / "published.duckdb"
    if how == "no current":
        (releases_folder() / CURRENT).unlink()
    elif how == "current names nothing":
        (releases_folder() / CURRENT).write_text("ffffff")
    elif how == "gone":
        file.unlink()
    elif how == "cut":
        file.write_bytes(file.read_bytes()[:100_000])
    elif how == "text":
        file.write_text("SELECT * FROM hemmelig")
    elif how == "no facts":
        with duckdb.connect(str(folder / "made")) as connection:
            connection.execute("CREATE TABLE count_quarter (municipality VARCHAR)")
        (folder / "made").replace(file)
    else:
        content = bytearray(file.read_bytes())
        content[20_000:-20_000] = bytes(len(content) - 40_000)
        file.write_bytes(content)


@pytest.mark.parametrize(
    "how", ["no current", "current names nothing", "gone", "cut", "text", "no facts", "overwritten"]
)
@pytest.mark.parametrize("known", [False, True], ids=["never read", "read before"])
def test_what_cannot_be_read_is_unwell_and_nothing_more_is_told(
    published: PublishedHome, how: str, known: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in a process that has the release in its memory: the one that comes after it would have nothing."""
    shutil.copytree(published.folder, tmp_path / "copy")
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "copy"))
    if known:
        open_release().rows("published_names")
        assert asked()[0] == WELL
    damaged(release_folder(published.current), how)
    assert asked() == (503, {"sund": False, "udgave": None})
