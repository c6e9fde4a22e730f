"""Steps that are killed on the way, in children forked from a server that has everything imported.

There are three ways to choose where: a moment, a line of data/ (which ends a step of the program), and a byte of a
file (which ends in the middle of what the database writes).
"""

import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

DATA = str(Path(__file__).resolve().parents[2] / "data") + os.sep
_FORKED = multiprocessing.get_context("forkserver")
_FORKED.set_forkserver_preload(["tests.harness.kills", "data.load", "data.publish"])

Place = tuple[str, int]  # a line of data/: its file and number
Tracer = Callable[[FrameType, str, Any], Any]


@dataclass(frozen=True)
class Kill:
    """Where a child is killed: after so many seconds, before a line, or when a file would grow past so many bytes.

    `disk`: it is not killed, but no file may grow past so many bytes, as if the disk were full.
    """

    seconds: float | None = None
    place: Place | None = None
    size: int | None = None
    disk: int | None = None


def run(step: Callable[..., object], *arguments: object, kill: Kill, environment: Mapping[str, str]) -> int:
    """Run the step in a child of its own; return its exit code, negative when it was killed."""
    child = _FORKED.Process(target=_child, args=(step, arguments, kill, dict(environment)))
    # Streamlit's AppTest leaves its script behind as `__main__`, and every child would run that first.
    left, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        child.start()
    finally:
        sys.modules["__main__"] = left
    child.join(kill.seconds)
    child.kill()
    child.join()
    assert child.exitcode is not None
    return child.exitcode


def _child(step: Callable[..., object], arguments: tuple[object, ...], kill: Kill, environment: dict[str, str]) -> None:
    os.environ.update(environment)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if kill.size is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it, so that writing fails; by itself it kills
        resource.setrlimit(resource.RLIMIT_FSIZE, (kill.size, kill.size))
    if kill.disk is not None:
        # The limit holds for standard error too, where that is a file; a full disk elsewhere has no say in it.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kill.disk, kill.disk))
    if kill.place is not None:
        trace(lambda place: os.kill(os.getpid(), signal.SIGKILL) if place == kill.place else None)
    step(*arguments)


def lines_of(step: Callable[..., object], *arguments: object) -> list[Place]:
    """Return every line of data/ that the step comes to, in order of their first time."""
    found: dict[Place, None] = {}
    trace(lambda place: found.setdefault(place))
    try:
        step(*arguments)
    finally:
        sys.settrace(None)
        threading.settrace(None)
    return list(found)


def trace(seen: Callable[[Place], object]) -> None:
    """Tell of every line of data/ before it is run, in this thread and those that it starts."""

    def line(frame: FrameType, event: str, _: object) -> Tracer:
        if event == "line":
            seen((frame.f_code.co_filename, frame.f_lineno))
        return line

    def call(frame: FrameType, *_: object) -> Tracer | None:
        return line if frame.f_code.co_filename.startswith(DATA) else None

    sys.settrace(call)
    threading.settrace(call)
