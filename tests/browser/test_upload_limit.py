"""The largest upload is enforced by the server, also when a sender says nothing of the size, or lies."""

import asyncio
import http.client
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.client import reading
from tests.harness.apart import run_apart
from tests.harness.server import HOST, Server, served

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1 << 20
AROUND = b'--x\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\n', b"\r\n--x--\r\n"
KEPT, TOO_LARGE, FORBIDDEN = 204, 413, 403


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app, with a limit of one megabyte and nothing published."""
    folder = tmp_path_factory.mktemp("small")
    environment = {"KREDSBLIK_HOME": str(folder / "home"), "STREAMLIT_SERVER_MAX_UPLOAD_SIZE": "1"}
    with served(ROOT / "app.py", ROOT, folder / "log", environment) as server:
        yield server


async def statuses(server: Server) -> list[int]:
    """Return what four uploads of a session are answered: a small one, two large ones, one without its token."""
    async with reading(server) as reader:
        message = BackMsg()
        message.rerun_script.query_string = ""
        await reader.connection.send(message.SerializeToString())
        answer = ForwardMsg()
        while answer.WhichOneof("type") != "new_session":
            answer = ForwardMsg.FromString(bytes(await reader.connection.recv(decode=False)))
        session = answer.new_session.initialize.session_id
        large = [b"x" * MEGABYTE, b"x" * MEGABYTE]
        uploads = [([b"x"], True), (large, True), (large, False), ([b"x"], None)]
        return [await asyncio.to_thread(upload, server, session, *each) for each in uploads]


async def everything_told(server: Server) -> bytes:
    """Return all that a session is sent until its page is there."""
    told = b""
    async with reading(server) as reader:
        message = BackMsg()
        message.rerun_script.query_string = ""
        await reader.connection.send(message.SerializeToString())
        while ForwardMsg.FromString(last := bytes(await reader.connection.recv(decode=False))).WhichOneof("type") != (
            "script_finished"
        ):
            told += last
    return told


def upload(server: Server, session: str, parts: list[bytes], told: bool | None) -> int:
    """Send a file, with its size (`told`), without, or (None) without the token of the page."""
    body = [AROUND[0], *parts, AROUND[1]]
    with closing(http.client.HTTPConnection(HOST, server.port, timeout=60)) as connection:
        connection.request("GET", "/_stcore/health")
        with connection.getresponse() as response:
            cookie = str(response.headers["Set-Cookie"]).split(";")[0]
            response.read()
        headers = {"Content-Type": "multipart/form-data; boundary=x", "Cookie": cookie}
        if told is not None:
            headers["X-Xsrftoken"] = cookie.split("=", 1)[1].strip('"')
        if told is not False:
            headers["Content-Length"] = str(sum(map(len, body)))
        target = f"/_stcore/upload_file/{session}/f"
        with suppress(BrokenPipeError, ConnectionResetError):  # answered before all of it was sent
            connection.request("PUT", target, iter(body), headers, encode_chunked=told is False)
        with connection.getresponse() as response:
            return response.status


def test_what_is_too_large_is_refused_whether_its_size_is_told_or_not(small: Server) -> None:
    assert run_apart(statuses(small)) == [KEPT, TOO_LARGE, TOO_LARGE, FORBIDDEN]


def test_no_message_tells_where_on_the_machine_the_program_lies(small: Server) -> None:
    told = run_apart(everything_told(small))
    assert b"app.py" in told
    assert not [place for place in (ROOT, small.log.parent) if f"{place}/".encode() in told]
