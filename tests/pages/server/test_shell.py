"""Streamlit's page with our style in it: wherever it is asked for, and nothing else of Streamlit's is touched."""

import re

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from pages.server.shell import SHELL, dressed
from pages.widgets.frame import style
from tests.harness.words import english_words_in
from tests.pages.server.asgi import answered, headers_of
from tests.pages.server.test_door import body

OTHERS = {
    "/media/rapport.html": "en fil",
    "/static/x.html": "Streamlits egen",
    "/component/x/index.html": "en komponent",
}


async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer as Streamlit does: its page at every address of a page, told to be unchanged to who has it already."""
    asked = dict(scope["headers"])
    answer: Response = HTMLResponse("<html>", headers={"etag": "of Streamlit's page"})
    if scope["path"] in OTHERS:
        answer = HTMLResponse(OTHERS[scope["path"]])
    elif scope["path"] == "/favicon.png":
        answer = PlainTextResponse("a picture")
    elif b"if-none-match" in asked or b"if-modified-since" in asked:
        answer = Response(status_code=304)
    await answer(scope, receive, send)


@pytest.mark.parametrize("path", ["/", "/indbrud?kommune=217", "/findes-ikke"])
def test_the_style_is_in_the_page_before_anything_is_shown(path: str) -> None:
    messages = answered(dressed(streamlit), path)
    shell, theirs = body(messages), SHELL.read_text(encoding="utf-8")
    assert re.findall("<(?:link|script|meta)[^>]*>", shell) == re.findall("<(?:link|script|meta)[^>]*>", theirs)
    assert shell.count(f'<style>{style()}</style><div id="root">') == 1
    assert [message["type"] for message in messages] == ["http.response.start", "http.response.body"]
    headers = headers_of(messages)
    assert headers["content-length"] == str(len(body(messages).encode()))
    assert (headers["cache-control"], "etag" in headers) == ("no-cache", False)


@pytest.mark.parametrize("condition", ["if-none-match", "if-modified-since"])
def test_who_keeps_streamlits_page_from_before_gets_ours(condition: str) -> None:
    messages = answered(dressed(streamlit), "/", **{condition: "what a browser has kept"})
    assert messages[0]["status"] == 200
    assert style() in body(messages)


@pytest.mark.parametrize(("path", "content"), [*OTHERS.items(), ("/favicon.png", "a picture")])
def test_no_other_file_is_touched(path: str, content: str) -> None:
    assert body(answered(dressed(streamlit), path)) == content


def test_the_page_is_danish_and_ours_before_our_script_runs_and_where_no_script_runs() -> None:
    shell = body(answered(dressed(streamlit), "/"))
    assert re.findall(r"<html[^>]*>|<title>.*</title>", shell) == ['<html lang="da">', "<title>Kredsblik</title>"]
    said = re.search(r"<noscript>(.*?)</noscript>", shell, re.DOTALL)
    assert said is not None
    assert english_words_in(said[1]) == []


def test_the_style_ends_where_it_ends() -> None:
    assert "<" not in style()
