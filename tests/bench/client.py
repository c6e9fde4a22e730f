"""A reader without a browser: a Streamlit session over its websocket, timed from choice to end of script."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.harness.server import HOST, Server


@dataclass
class Reader:
    """An open session, and the addresses of the pages that it has been told about ("" is the start page).

    `shown`: what the last answer wrote and drew, by its place on the page.
    """

    connection: ClientConnection
    pages: tuple[str, ...] = ()
    shown: dict[tuple[int, ...], str] = field(default_factory=dict)

    async def look(self, page: str, choice: dict[str, str]) -> float:
        """Ask for a page with a choice; return the seconds until the script has finished and all of it is here.

        Raises RuntimeError when the script fails.
        """
        message = BackMsg()
        message.rerun_script.query_string = urlencode(choice)
        message.rerun_script.page_name = page
        self.shown = {}
        started = time.perf_counter()
        await self.connection.send(message.SerializeToString())
        while not self.is_last(ForwardMsg.FromString(bytes(await self.connection.recv(decode=False))), page):
            pass
        return time.perf_counter() - started

    def is_last(self, answer: ForwardMsg, page: str) -> bool:
        """Return whether the script is done with this message, and note what it says about pages and failures."""
        kind = answer.WhichOneof("type")
        if kind == "navigation":
            self.pages = tuple("" if each.is_default else each.url_pathname for each in answer.navigation.app_pages)
        element = answer.delta.new_element if kind == "delta" else None
        if element and element.WhichOneof("type") == "exception":
            raise RuntimeError(f"The page »{page}« failed.")
        if element and element.WhichOneof("type") in ("html", "plotly_chart"):
            self.shown[tuple(answer.metadata.delta_path)] = element.html.body or element.plotly_chart.spec
        return kind == "script_finished" and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


@asynccontextmanager
async def reading(server: Server) -> AsyncIterator[Reader]:
    """Open a session for as long as the block lasts."""
    async with session(f"ws://{HOST}:{server.port}/_stcore/stream") as reader:
        yield reader


@asynccontextmanager
async def session(address: str, *tokens: str, **options: Any) -> AsyncIterator[Reader]:
    """Open a session at a websocket's address; Streamlit takes its tokens for names of protocols."""
    protocols = [Subprotocol(name) for name in ("streamlit", *tokens)]
    async with connect(address, subprotocols=protocols, max_size=None, **options) as connection:
        yield Reader(connection)
