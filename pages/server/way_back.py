"""The way back: which page somebody asked for before she signed in, kept in a cookie until she has."""

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

from starlette.types import Message, Scope, Send

from pages.access.sign_in import secure_only

COOKIE = "kredsblik_tilbage"
SIGNED_IN_AGAIN = "/log-ind/igen"
_SECONDS = 900  # longer than anyone takes to sign in
_LONGEST = 1500
# A page of ours and its choices: nothing in a cookie or an address leads anywhere else.
_PAGE = re.compile(r"/[a-z0-9-]*(\?[\w.~%&=+-]*)?", re.ASCII)


def asked_for(scope: Scope) -> str:
    """Return the page and its choices that a request asks for, `/` for anything that is not ours."""
    query = scope["query_string"].decode("latin-1")
    return own_page(f"{scope['path']}?{query}" if query else scope["path"])


def own_page(address: str) -> str:
    """Return the address when it is a page's of ours, else the start page's."""
    return address if len(address) <= _LONGEST and _PAGE.fullmatch(address) else "/"


def remembering(address: str) -> str:
    """Return the header's value that lets a browser remember the address."""
    return _cookie(quote(address, safe=""), _SECONDS)


def leading_back(send: Send, cookies: Mapping[str, str]) -> Send:
    """Return a sender that leads one who has just signed in to where she wanted to go, and not to the start page."""
    wanted = unquote(cookies.get(COOKIE, ""))
    address = wanted if wanted == SIGNED_IN_AGAIN else own_page(wanted)

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [(name, _led(name, value, address)) for name, value in message["headers"]]
            message = {**message, "headers": [*headers, (b"set-cookie", _cookie("", 0).encode())]}
        await send(message)

    return sent


def _led(name: bytes, value: bytes, address: str) -> bytes:
    return address.encode() if name.lower() == b"location" and value == b"/" else value


def _cookie(value: str, seconds: int) -> str:
    secure = "; Secure" if secure_only() else ""
    return f"{COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"
