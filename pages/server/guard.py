"""What stands before Streamlit in the server: which requests reach it, and what every answer carries."""

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from data.room import Room, room
from pages.server.door import behind_the_door
from pages.server.hosts import host_is_ours, served_names
from pages.server.policy import security_headers
from pages.server.turned_away import UPLOAD, VIOLATION, not_here

WRONG_HOST = "Kredsblik svarer ikke under det navn."
WRONG_ORIGIN = "Kredsblik svarer ikke andre websteder."
BROKEN = "Noget gik galt. Prøv igen. Fejlen er skrevet i programmets log."

# Streamlit's doors that nothing of ours uses: a description of the app for programs, and its numbers.
CLOSED = ("/_stcore/agent", "/_stcore/metrics", "/_stcore/script-health-check")


def guarded(app: ASGIApp) -> ASGIApp:
    """Return the application behind its guard. Raises UserError when the served names or the room are written wrong."""
    names = served_names()
    inside = behind_the_door(app)
    # No page of the council takes a file.
    closed = CLOSED + ((UPLOAD,) if room() is Room.COUNCIL else ())

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await app(scope, receive, send)
            return
        refusal = _refusal(scope, names, closed)
        if scope["type"] == "websocket":
            told = _refused_with_headers(scope, send)
            await (WebSocketClose(VIOLATION) if refusal else inside)(scope, receive, told)
        else:
            await _never_without_an_answer(refusal or inside, scope, receive, with_headers(send))

    return answer


def _refusal(scope: Mapping[str, object], names: frozenset[str], closed: tuple[str, ...]) -> PlainTextResponse | None:
    headers = Headers(scope=dict(scope))
    hosts = headers.getlist("host")
    if len(hosts) != 1 or not host_is_ours(hosts[0], names):
        return PlainTextResponse(WRONG_HOST, 421)
    # Streamlit would ask the internet for its own address before it said no to another site.
    if any(_from_elsewhere(origin, hosts[0]) for origin in headers.getlist("origin")):
        return PlainTextResponse(WRONG_ORIGIN, 403)
    return not_here() if str(scope["path"]).startswith(closed) else None


def _from_elsewhere(origin: str, host: str) -> bool:
    """Return whether a page of another site asks. What is no address (`http://[`) is nobody's of ours."""
    try:
        return urlsplit(origin).netloc.lower() != host.lower()
    except ValueError:
        return True


def _refused_with_headers(scope: Scope, send: Send) -> Send:
    """Return a sender that answers a session which is turned away before it began with the headers of any answer."""
    told = "websocket.http.response" in scope.get("extensions", {})
    begun = False

    async def sent(message: Message) -> None:
        nonlocal begun
        begun = begun or message["type"] == "websocket.accept"
        if message["type"] == "websocket.close" and told and not begun:
            headers = security_headers()
            await send({"type": "websocket.http.response.start", "status": HTTPStatus.FORBIDDEN, "headers": headers})
            await send({"type": "websocket.http.response.body", "body": b""})
        else:
            await send(message)

    return sent


async def _never_without_an_answer(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer in Danish, with the headers, where the server would say `Internal Server Error` without them."""
    begun = False

    async def sent(message: Message) -> None:
        nonlocal begun
        begun = True
        await send(message)

    try:
        await app(scope, receive, sent)
    except Exception:
        if not begun:
            await PlainTextResponse(BROKEN, HTTPStatus.INTERNAL_SERVER_ERROR)(scope, receive, send)
        raise  # into the log


def with_headers(send: Send) -> Send:
    """Return a sender that puts the security headers in place of any of the same name."""
    ours = security_headers()
    named = {name for name, _ in ours}

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            others = [(name, value) for name, value in message.get("headers", ()) if name.lower() not in named]
            message = {**message, "headers": [*others, *ours]}
        await send(message)

    return sent
