"""A reader without a browser: a Streamlit session over its websocket, timed from choice to end of script."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.harness.server import HOST, Server


@dataclass
class Reader:
    """An open session, and the addresses of the pages that it has been told about ("" is the start page)."""

    connection: ClientConnection
    pages: tuple[str, ...] = ()

    async def look(self, page: str, choice: dict[str, str]) -> float:
        """Ask for a page with a choice; return the seconds until the script has finished and all of it is here.

        Raises RuntimeError when the script fails.
        """
        message = BackMsg()
        message.rerun_script.query_string = urlencode(choice)
        message.rerun_script.page_name = page
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
        if kind == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(f"The page »{page}« failed.")
        return kind == "script_finished" and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


@asynccontextmanager
async def reading(server: Server) -> AsyncIterator[Reader]:
    """Open a session for as long as the block lasts."""
    address = f"ws://{HOST}:{server.port}/_stcore/stream"
    async with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None) as connection:
        yield Reader(connection)
