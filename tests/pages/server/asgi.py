"""One request to an ASGI application, without a server around it."""

import asyncio
from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def answered(
    app: ASGIApp, path: str, host: str | None = "127.0.0.1:8501", kind: str = "http", **more: str
) -> list[Message]:
    """Return what the application sends when the path is asked for under this name; `more`: further headers."""
    headers = [(b"host", host.encode("latin-1"))] if host is not None else []
    headers += [(name.encode(), value.encode("latin-1")) for name, value in more.items()]
    path, _, query = path.partition("?")
    scope: Scope = {"type": kind, "method": "GET", "path": path, "query_string": query.encode(), "headers": headers}
    # As uvicorn says it: a session that is turned away may be told so as any request is.
    scope["extensions"] = {"websocket.http.response": {}}
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": f"{kind}.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    run(app, scope, receive, send)
    return sent


def run(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Let the application answer, and return when it has."""

    async def answer() -> None:
        await app(scope, receive, send)

    asyncio.run(answer())


def headers_of(messages: list[Message]) -> Mapping[str, str]:
    """Return the answer's headers; one that is there twice fails."""
    pairs = [(name.decode().lower(), value.decode()) for name, value in messages[0]["headers"]]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)
