"""Be the first to look at a server that has just started: `first_visit.py PORT`.

The first script run of a process imports everything, which takes seconds. And until one has called `st.navigation`,
Streamlit knows only of files in pages/: whoever comes first by the link of a page is told that there is none.
"""

import sys
from contextlib import suppress

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Subprotocol

PATIENCE_SECONDS = 60


def visit(port: int) -> None:
    """Open the start page and read until its script has finished."""
    wish = BackMsg()
    wish.rerun_script.query_string = ""
    with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=[Subprotocol("streamlit")], max_size=None
    ) as line:
        line.send(wish.SerializeToString())
        answer = ForwardMsg()
        while answer.WhichOneof("type") != "script_finished":
            answer = ForwardMsg.FromString(line.recv(timeout=PATIENCE_SECONDS, decode=False))


if __name__ == "__main__":
    with suppress(InvalidStatus):  # where people sign in, nobody comes before they have
        visit(int(sys.argv[1]))
