"""Work that is watched: what it returns and raises comes through, whenever it ends."""

from concurrent.futures import Future, wait
from threading import Event

import duckdb
import pytest

from data import progress
from data.progress import silent, watched

RESULT = Future.result


def test_the_share_that_is_done_is_told_while_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_LOOK_EVERY", 0.01)
    told, looked = [], Event()

    def tell(share: float) -> None:
        told.append(share)
        looked.set()

    with duckdb.connect() as connection:
        assert watched(connection, lambda: looked.wait() and "done", lambda: 1.5, tell) == "done"
    assert set(told) == {1.0}


def test_work_that_ends_just_after_somebody_has_looked_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended_meanwhile(future: "Future[bool]", timeout: float | None = None) -> bool:
        try:
            return RESULT(future, timeout)
        except TimeoutError:
            wait([future])
            raise

    monkeypatch.setattr(progress, "_LOOK_EVERY", 0.01)
    monkeypatch.setattr(Future, "result", ended_meanwhile)
    with duckdb.connect() as connection:
        assert watched(connection, lambda: Event().wait(0.1), float, lambda share: silent(share, "")) is False


def test_what_goes_wrong_is_raised_also_where_it_is_that_something_took_too_long() -> None:
    def work() -> None:
        raise TimeoutError("the disk's own")

    with duckdb.connect() as connection, pytest.raises(TimeoutError, match="the disk's own"):
        watched(connection, work, float, print)
