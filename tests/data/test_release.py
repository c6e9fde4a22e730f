"""The door to a release: one, however many come at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from data.release import Release, _opened, open_release

AT_ONCE = 8


def test_those_who_come_first_and_at_once_share_one(demo_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(demo_home))
    _opened.cache_clear()
    start = Barrier(AT_ONCE)

    def opened() -> Release:
        start.wait()
        return open_release()

    with ThreadPoolExecutor(AT_ONCE) as people:
        found = [each.result() for each in [people.submit(opened) for _ in range(AT_ONCE)]]
    assert len({id(each.connection) for each in found}) == 1


def test_an_open_release_has_no_threads_that_keep_memory(demo_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(demo_home))
    assert open_release().connection.execute("SELECT current_setting('threads')").fetchall() == [(1,)]
