"""How far long work has come, told to whoever waits."""

import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

import duckdb

Progress = Callable[[float, str], None]
T = TypeVar("T")
_LOOK_EVERY = 0.5
# A person starts to wonder after some seconds, and a log wants a line now and then.
_QUIET_SECONDS = 3.0
_LOG_EVERY = 10.0


def silent(share: float, text: str) -> None:
    """Tell nobody."""
    del share, text


def watched(
    connection: duckdb.DuckDBPyConnection,
    work: Callable[[], T],
    share: Callable[[], float],
    tell: Callable[[float], None],
) -> T:
    """Return what the work on the connection returns; while it runs, tell the share of it (0 to 1) that is done.

    The work runs in a thread of its own, so that telling happens in the caller's, as Streamlit needs it.
    """
    with ThreadPoolExecutor(1) as worker:
        future = worker.submit(work)
        try:
            while not wait([future], timeout=_LOOK_EVERY).done:
                tell(min(1.0, max(0.0, share())))
        except KeyboardInterrupt:
            connection.interrupt()
            raise
        return future.result()


class Console:
    """Progress on standard error: one line that is written over on a terminal, else a line now and then."""

    def __init__(self) -> None:
        self._started = self._told = time.monotonic()
        self._width = 0

    def __call__(self, share: float, text: str) -> None:
        now = time.monotonic()
        if now - self._started < _QUIET_SECONDS:
            return
        line = f"{share:4.0%} {text}".replace("%", " %")
        if sys.stderr.isatty():
            self._width = max(self._width, len(line))
            print(f"\r{line:<{self._width}}", end="", file=sys.stderr, flush=True)
        elif now - self._told >= _LOG_EVERY:
            self._told = now
            print(line, file=sys.stderr, flush=True)

    def done(self) -> None:
        """Clear the line on a terminal."""
        if self._width:
            print("\r" + " " * self._width + "\r", end="", file=sys.stderr, flush=True)
