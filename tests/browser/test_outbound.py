"""Nothing asks for another machine: not the server while every page is looked at, and not a command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.incidents import open_incidents
from tests.bench.client import reading
from tests.harness.apart import run_apart
from tests.harness.outbound import watched, wished
from tests.harness.server import Server, served

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = {
    "a name": "urllib.request.urlopen('http://example.org')",
    "an address": "socket.create_connection(('192.0.2.1', 80))",
    "a look-up": "socket.gethostbyname('example.org')",
    "a datagram": "socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 53))",
}


@pytest.mark.parametrize("what", ELSEWHERE)
def test_the_watch_sees(what: str, tmp_path: Path) -> None:
    code = f"import socket, urllib.request; {ELSEWHERE[what]}"
    environment = {**os.environ, **watched(tmp_path / "log")}
    ended = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert ended.returncode != 0
    assert len(wished(tmp_path / "log")) == 1


async def look_at_every_page(server: Server) -> int:
    async with reading(server) as reader:
        await reader.look("", {"kommune": "217", "periode": "2025K4"})
        for page in reader.pages:
            await reader.look(page, {"kommune": "217", "periode": "2025K4"})
        return len(reader.pages)


def test_the_server_asks_nobody_while_every_page_is_looked_at(demo_home: Path, tmp_path: Path) -> None:
    environment = {"KREDSBLIK_HOME": str(demo_home), **watched(tmp_path / "log")}
    with served(ROOT / "app.py", ROOT, tmp_path / "server", environment) as server:
        assert run_apart(look_at_every_page(server)) > 1
    assert wished(tmp_path / "log") == []


def test_load_and_publish_ask_nobody(demo_home: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "KREDSBLIK_HOME": str(tmp_path / "home"), **watched(tmp_path / "log")}
    for command in (["data.load", "--check", *map(str, (demo_home / "demo").glob("haend*.csv"))], ["data.publish"]):
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert wished(tmp_path / "log") == []


def test_the_database_that_reads_files_from_outside_fetches_no_extension() -> None:
    with open_incidents(read_only=False) as connection:
        settings = connection.execute(
            "SELECT current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions')"
        ).fetchone()
    assert settings == (False, False)
