"""A Streamlit server of its own for a test, on a free port of loopback."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, its process, and what it has written."""

    port: int
    process: "subprocess.Popen[bytes]"
    log: Path

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"


@contextmanager
def served(
    app: Path, folder: Path, log: Path, environment: Mapping[str, str] | None = None, port: int | None = None
) -> Iterator[Server]:
    """Serve `app` for as long as the block lasts; the settings are those of `folder`/.streamlit/config.toml.

    `port`: where one that was ended has answered; a free one otherwise.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    # Given here too, so that an app without the project's settings also stays on loopback and asks nobody anything.
    settings = ["--server.address", HOST, "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    with log.open("wb") as written:
        process = subprocess.Popen(
            [*command, *settings], cwd=folder, env={**os.environ, **(environment or {})}, stdout=written, stderr=written
        )
    server = Server(port, process, log)
    try:
        wait_until_it_answers(server)
        yield server
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def is_listening(port: int) -> bool:
    """Return whether something accepts connections on the port."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def wait_until_it_answers(server: Server) -> None:
    """Return when the server says that it is well; raise with its log when it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while server.process.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, server.port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == http.client.OK:
                return
        except OSError:
            time.sleep(0.05)  # nothing listens yet, and there is nothing to wait on until something does
        finally:
            connection.close()
    raise RuntimeError(f"The server did not start:\n{server.log.read_text(errors='replace')}")
