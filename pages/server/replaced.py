"""An answer of ours in place of one of Streamlit's."""

from collections.abc import Callable

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send


def replaced(
    is_replaced: Callable[[Message], bool], ours: Callable[[], Response], scope: Scope, receive: Receive, send: Send
) -> Send:
    """Return a sender that sends ours instead of an answer whose first message says that it is one to replace."""
    done = False

    async def sent(message: Message) -> None:
        nonlocal done
        if message["type"] == "http.response.start" and is_replaced(message):
            done = True
            await ours()(scope, receive, send)
        elif not done:
            await send(message)

    return sent
