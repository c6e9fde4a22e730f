"""The commands of the Makefile: what is said when something is in the way, and a server that stops when asked."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import commands
import environment
import programs
import pytest
import serve
from environment import SetupError

from tests.harness.chromium import installed_chromium
from tests.harness.faults import faults
from tests.harness.server import HOST, free_port
from tests.harness.visitor import Visitor

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        yield int(other.getsockname()[1])


def test_the_port_is_8501_unless_another_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")  # what make passes on when nothing is asked for
    assert serve.wanted_port() == 8501
    monkeypatch.setenv("PORT", "9000")
    assert serve.wanted_port() == 9000


@pytest.mark.parametrize("port", ["0", "65536", "-1", "otte", "８５０１", "85 01"])
def test_a_port_that_is_none_is_refused(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(SetupError, match="skriv et tal mellem 1 og 65535"):
        serve.wanted_port()


def test_a_taken_port_is_said_with_the_way_out(taken_port: int) -> None:
    with pytest.raises(SetupError, match=rf"Port {taken_port} er optaget.*make run PORT={taken_port + 1}"):
        serve.require_free(taken_port)
    serve.require_free(free_port())


@pytest.mark.parametrize("arguments", [[], ["flyv"]])
def test_an_unknown_command_is_answered_with_those_there_are(arguments: list[str]) -> None:
    with pytest.raises(SetupError, match="setup, run, test, check, full, bench"):
        commands.run_named(arguments)


OLDER_PYTHON = """
import runpy, shutil, sys
sys.version_info, shutil.which, sys.argv = (3, 9, 1), lambda name: None, ["start.py", "run"]
runpy.run_path(".ci/start.py", run_name="__main__")
"""


def test_an_older_python_is_told_so_not_shown_a_traceback() -> None:
    ended = subprocess.run([sys.executable, "-c", OLDER_PYTHON], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "kræver Python 3.11 eller nyere; her kører 3.9.1" in ended.stderr


def test_the_environment_is_made_anew_when_what_it_is_made_from_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = environment.fingerprint()
    for name in ("REQUIREMENTS", "CONSTRAINTS"):
        with monkeypatch.context() as changed:
            other = tmp_path / name
            other.write_text("streamlit==0.1\n")
            changed.setattr(environment, name, other)
            assert environment.fingerprint() != before
    assert environment.fingerprint() == before


def test_settings_of_the_shell_do_not_reach_the_children(monkeypatch: pytest.MonkeyPatch) -> None:
    for stray in ("STREAMLIT_SERVER_PORT", "PYTHONPATH", "PIP_USER"):
        monkeypatch.setenv(stray, "1")
    assert not {"STREAMLIT_SERVER_PORT", "PYTHONPATH", "PIP_USER"} & set(environment.child_environment())


BROWSER = programs.PROGRAMS[0]


def test_a_browser_that_was_pointed_at_is_used_or_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "browser"
    monkeypatch.setenv("KREDSBLIK_BROWSER", str(program))
    with pytest.raises(SetupError, match="findes ikke"):
        programs.ensure(BROWSER)
    program.touch()
    assert programs.ensure(BROWSER) == program == installed_chromium()


def test_without_a_browser_it_is_said_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KREDSBLIK_BROWSER", raising=False)
    monkeypatch.setenv("PATH", "")  # no browser, and no apt-get to get one with
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(SetupError, match="Installér Google Chrome, Microsoft Edge eller Chromium"):
        programs.ensure(BROWSER)


@pytest.fixture
def running(demo_home: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """`run` as a user starts it, on a port of its own; ended with its server when the test is."""
    port = free_port()
    settings = {**os.environ, "KREDSBLIK_HOME": str(demo_home), "PORT": str(port), "HOME": "/nonexistent"}
    command = [sys.executable, str(ROOT / ".ci" / "start.py"), "run"]
    with subprocess.Popen(command, env=settings, stderr=subprocess.PIPE, text=True, umask=0o077) as process:
        yield port, process
        process.terminate()


def test_run_serves_what_is_published_and_stops_when_asked(
    running: tuple[int, subprocess.Popen[str]], visitor: Visitor
) -> None:
    port, process = running
    assert process.stderr is not None
    assert process.stderr.readline() == f"Kredsblik kører på http://{HOST}:{port} (stop med Ctrl-C).\n"
    # By a page's own link: the very first visit to a process would be told that there is no such page.
    visitor.visit(f"http://{HOST}:{port}/om-tallene")
    assert faults(visitor) == []
    process.send_signal(signal.SIGINT)
    assert process.wait() == 0
    assert process.stderr.read() == "Kredsblik er stoppet.\n"
    serve.require_free(port)
