"""`run`: publish the demo when nothing has been published, then serve until Ctrl-C."""

import http.client
import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from types import FrameType

from environment import PYTHON, ROOT, WINDOWS, SetupError, child_environment, python, say

HOST = "127.0.0.1"
DEFAULT_PORT = "8501"
LAST_PORT = 65535
# A first start imports everything from a cold disk; an ordinary one takes about a second.
START_SECONDS = 120
STOP_SECONDS = 10


def serve() -> int:
    """Serve the dashboard on loopback and return the exit status."""
    port = wanted_port()
    require_free(port)
    publish_demo_if_nothing_is_published()
    command = [str(PYTHON), "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    # What Streamlit says on standard output is English; what goes wrong is on standard error. A session of its own, so
    # that Ctrl-C is ours to answer; therefore it must not be left behind when the window is closed either.
    server = subprocess.Popen(
        command, cwd=ROOT, env=child_environment(), stdout=subprocess.DEVNULL, start_new_session=True
    )
    # Ctrl-C too: who is started in the background has been told to ignore it.
    for ending in {signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}:
        signal.signal(ending, interrupt)
    try:
        if not answers(port, server):
            raise SetupError("Kredsblik kunne ikke starte (se ovenfor).")
        python(str(Path(__file__).with_name("first_visit.py")), str(port))
        say(f"Kredsblik kører på http://{HOST}:{port} (stop med Ctrl-C).")
        return server.wait()
    except KeyboardInterrupt:
        say("Kredsblik er stoppet.")
        return 0
    finally:
        stop(server)


def wanted_port() -> int:
    """Return the port from `PORT`, or the usual one; what is not a port is a SetupError."""
    text = os.environ.get("PORT") or DEFAULT_PORT
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LAST_PORT):
        raise SetupError(f"PORT er »{text}«; skriv et tal mellem 1 og {LAST_PORT}, for eksempel PORT=8502.")
    return int(text)


def require_free(port: int) -> None:
    """Raise SetupError when something else listens on the port."""
    with socket.socket() as probe:
        if not WINDOWS:  # else a server that has just stopped would look as if it still held the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            other = port % LAST_PORT + 1
            raise SetupError(
                f"Port {port} er optaget, måske af et Kredsblik, der allerede kører på http://{HOST}:{port}. "
                f"Stop det, eller vælg en anden port: »make run PORT={other}« (Windows: »set PORT={other}« først)."
            ) from error


def publish_demo_if_nothing_is_published() -> None:
    """Make the demo district, unless there is a release; incidents that someone has loaded are never mixed with it."""
    home = Path(os.environ.get("KREDSBLIK_HOME") or ROOT / "data" / "local").absolute()
    if (home / "releases" / "CURRENT").is_file():
        return
    if not (home / "incidents.duckdb").is_file():
        say("Her er ingen data endnu: laver demodata (syntetiske hændelser) …")
        require(python("-m", "data.demo"))
        require(python("-m", "data.load", *map(str, sorted((home / "demo").glob("*.csv")))))
    require(python("-m", "data.publish"))


def require(status: int) -> None:
    """Raise SetupError unless the step went well; it has said itself what was wrong."""
    if status != 0:
        raise SetupError("Der er ingen udgave at vise (se ovenfor).")


def answers(port: int, server: "subprocess.Popen[bytes]") -> bool:
    """Return whether the server came up; False when it ended or took too long."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=2)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == http.client.OK:
                return True
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    return False


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End the server, gently first."""
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def interrupt(_signal: int, _frame: FrameType | None) -> None:
    """Treat a request to end as Ctrl-C, so that the server does not outlive the command."""
    raise KeyboardInterrupt
