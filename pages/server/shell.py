"""Streamlit's own page with our style and our language: the first that a browser paints and reads is like the last."""

import re
from functools import cache
from http import HTTPStatus
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.replaced import replaced
from pages.widgets.frame import style

SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
_ROOT = '<div id="root">'
# What is read aloud before our script runs, and all there is where no script runs: Streamlit's words and ours.
_WORDS = {
    r'<html lang="en">': '<html lang="da">',
    r"<title>.*?</title>": "<title>Kredsblik</title>",
    r"(?s)<noscript>.*?</noscript>": "<noscript><p>Kredsblik kræver, at browseren må køre JavaScript.</p></noscript>",
}
# A browser that keeps Streamlit's page from before would be told that it has not changed.
_ASKING_WHETHER_IT_CHANGED = (b"if-none-match", b"if-modified-since")


def dressed(app: ASGIApp) -> ASGIApp:
    """Return Streamlit with its page dressed, at whichever address of ours it is asked for."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        # Files that are given, and files of Streamlit's, lie deeper; some of them may be HTML too.
        if scope["type"] == "http" and scope["path"].count("/") == 1:
            kept = [pair for pair in scope["headers"] if pair[0].lower() not in _ASKING_WHETHER_IT_CHANGED]
            scope = {**scope, "headers": kept}
            send = replaced(_is_shell, shell_page, scope, receive, send)
        await app(scope, receive, send)

    return answer


def shell_page() -> HTMLResponse:
    """Return Streamlit's page with our style. A browser asks for it anew each time, as it does for Streamlit's."""
    return HTMLResponse(_shell(), headers={"cache-control": "no-cache"})


@cache
def _shell() -> str:
    # After the head, where Streamlit adds styles of its own: of two rules that weigh the same, the later one holds.
    page = SHELL.read_text(encoding="utf-8")
    for theirs, ours in _WORDS.items():
        page = re.sub(theirs, ours, page)
    return page.replace(_ROOT, f"<style>{style()}</style>{_ROOT}")


def _is_shell(message: Message) -> bool:
    headers = Headers(raw=message["headers"])
    return message["status"] == HTTPStatus.OK and headers.get("content-type", "").startswith("text/html")
