"""What the council's home gets: the published files alone, whole, and the current release last."""

import datetime as dt
from pathlib import Path

import pytest

from data.audit.entry import Event, What
from data.audit.reading import entries
from data.audit.store import NotLoggedError, log_path
from data.errors import UserError
from data.hand_over import hand_over, main
from data.home import home


def release(identity: str) -> None:
    folder = home() / "releases" / identity
    folder.mkdir(parents=True)
    for name in ("published", "internal"):
        (folder / f"{name}.duckdb").write_text(f"{name} of {identity}")
    (home() / "releases" / "CURRENT").write_text(identity)


def files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_the_published_files_alone_are_handed_over(tmp_path: Path) -> None:
    council = tmp_path / "raad"
    (home() / "reference").mkdir(parents=True)
    for name in ("indbakke.txt", "incidents.duckdb", "reference/folk1a.csv"):
        (home() / name).write_text("not the council's")
    release("aaaaaa")
    assert hand_over(council) == ("aaaaaa",)
    release("bbbbbb")
    assert hand_over(council) == ("bbbbbb",)
    assert hand_over(council) == ()
    assert files(council) == {
        "releases/aaaaaa/published.duckdb": "published of aaaaaa",
        "releases/bbbbbb/published.duckdb": "published of bbbbbb",
        "releases/CURRENT": "bbbbbb",
    }


def test_an_earlier_release_can_be_current_again(tmp_path: Path) -> None:
    release("aaaaaa")
    release("bbbbbb")
    (home() / "releases" / "CURRENT").write_text("aaaaaa")
    hand_over(tmp_path / "raad")
    assert files(tmp_path / "raad")["releases/CURRENT"] == "aaaaaa"


def test_what_cannot_be_handed_over_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="ingen udgave endnu"):
        hand_over(tmp_path / "raad")
    release("aaaaaa")
    with pytest.raises(UserError, match="egen mappe"):
        hand_over(home())
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UserError, match="kan ikke læses eller skrives"):
        hand_over(tmp_path / "file")


def noted() -> list[tuple[Event, What]]:
    return [(entry.event, entry.what) for entry in reversed(entries(dt.datetime(2000, 1, 1, tzinfo=dt.UTC)))]


def test_each_release_is_noted_once_and_nothing_when_there_is_nothing_new(tmp_path: Path) -> None:
    release("aaaaaa")
    release("bbbbbb")
    for _ in range(2):
        assert main([str(tmp_path / "raad")]) == 0
    assert sorted(noted(), key=str) == [(Event.HANDED_OVER, What(release=each)) for each in ("aaaaaa", "bbbbbb")]


def test_what_cannot_be_noted_is_not_handed_over(tmp_path: Path) -> None:
    release("aaaaaa")
    log_path().mkdir(parents=True)
    with pytest.raises(NotLoggedError):
        hand_over(tmp_path / "raad")
    assert files(tmp_path / "raad") == {}
