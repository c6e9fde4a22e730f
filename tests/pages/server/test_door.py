"""The door before Streamlit: who is let through to what, and what the others are told."""

import asyncio
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import Message, Receive, Scope, Send
from streamlit.runtime.secrets import secrets_singleton

from data.signed_out import has_signed_out, sign_outs_path
from pages.access import files_given
from pages.access.admission import mark_of
from pages.server.guard import guarded
from tests.harness.sign_in import AUTH, ORIGIN, claims, cookie_of
from tests.pages.server.asgi import answered, run

pytestmark = pytest.mark.usefixtures("signing_in")
REACHED = 200
UPLOAD = "/_stcore/upload_file/session/file"
ROUTES = ("/", "/indbrud", "/static/js/index.js", "/media/a.csv", UPLOAD, "/_stcore/host-config", "/component/x")
NAVIGATION = {"accept": "text/html"}


async def behind(scope: Scope, receive: Receive, send: Send) -> None:
    """What the door stands before: answers everything, and comes back from the provider as Streamlit does."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] != "websocket.disconnect":
            await send({"type": "websocket.send", "text": f"heard {message['text']}"})
    elif scope["path"] == "/oauth2callback":
        answer = RedirectResponse("/", 302)
        answer.set_cookie("_streamlit_user", "somebody")
        await answer(scope, receive, send)
    else:
        await PlainTextResponse("nået")(scope, receive, send)


def cookie(person: str, **more: Any) -> str:
    return f"_streamlit_user={cookie_of(claims(person, **more), ORIGIN)}"


def status(path: str, **headers: str) -> int:
    return int(answered(guarded(behind), path, **headers)[0]["status"])


def headers_named(name: str, messages: list[Message]) -> list[str]:
    return [value.decode() for key, value in messages[0]["headers"] if key == name.encode()]


def body(messages: list[Message]) -> str:
    return "".join(message.get("body", b"").decode() for message in messages)


FORGED = {
    "none": "",
    "another's secret": f"_streamlit_user={cookie_of(claims('analytiker'), ORIGIN, 'another secret of 32 characters')}",
    "signed for the other room": f"_streamlit_user={cookie_of(claims('analytiker'), 'http://127.0.0.1:9999')}",
    "run out": f"_streamlit_user={cookie_of(claims('analytiker', exp=time.time() - 1), ORIGIN)}",
    "not signed": '_streamlit_user={"sub": "analytiker", "roles": ["kb-analytiker"], "is_logged_in": true}',
    "signed under another name": f"_streamlit_user_tokens={cookie_of(claims('analytiker'), ORIGIN)}",
    "not logged in": f"_streamlit_user={cookie_of(claims('analytiker') | {'x': 1}, '')}",
    "no cookie at all": "\x80\x81; =; _streamlit_user",
}


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_nobody_reaches_anything_without_a_sign_in_of_ours_that_is_not_over(path: str, forged: str) -> None:
    assert status(path, cookie=forged) == 401


@pytest.mark.parametrize("path", ["/sundhed", "/_stcore/health", "/auth/login", "/oauth2callback", "/auth/logout"])
def test_the_way_in_and_the_watchmans_door_are_open(path: str) -> None:
    assert status(path) in (REACHED, 302)


@pytest.mark.parametrize("path", ["/sundhed/x", "/auth/login/x", "/auth", "/_stcore/healthy", "//sundhed", "/SUNDHED"])
def test_what_only_looks_like_it_is_not(path: str) -> None:
    assert status(path) == 401


@pytest.mark.parametrize("path", [path for path in ROUTES if not path.startswith("/media")])
def test_an_analyst_reaches_everything(path: str) -> None:
    assert status(path, cookie=cookie("analytiker")) == REACHED


@pytest.mark.parametrize("person", ["borgmester", "kommune", "fremmed", "begge"])
@pytest.mark.parametrize("path", ROUTES)
def test_who_is_known_and_has_no_business_here_is_told_so(person: str, path: str) -> None:
    messages = answered(guarded(behind), path, cookie=cookie(person))
    assert messages[0]["status"] == 403
    assert "Ingen adgang" in body(messages)


def test_who_only_looks_uploads_nothing() -> None:
    assert status("/", cookie=cookie("ledelse")) == REACHED
    assert status(UPLOAD, cookie=cookie("ledelse")) == 403


def test_a_file_is_for_those_it_was_given_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_given, "_given", OrderedDict({"/media/a.csv": frozenset({"ledelse"})}))
    assert status("/media/a.csv", cookie=cookie("ledelse")) == REACHED
    assert status("/media/a.csv", cookie=cookie("analytiker")) == 404
    assert status("/media/a", cookie=cookie("ledelse")) == 404
    assert status("/media/a.csv") == 401


def session(cookies: str, between: Callable[[], None] = lambda: None) -> list[Message]:
    """Return what is sent to one who says "one" and "two"; `between` happens in between."""
    sent: list[Message] = []
    said = iter(["one", "two"])

    async def receive() -> Message:
        word = next(said, None)
        if word == "two":
            between()
        return {"type": "websocket.receive", "text": word} if word else {"type": "websocket.disconnect", "code": 1000}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", b"127.0.0.1:8501"), (b"cookie", cookies.encode("latin-1"))]
    scope = {"type": "websocket", "path": "/_stcore/stream", "query_string": b"", "headers": headers}
    run(guarded(behind), scope, receive, send)
    return sent


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_no_session_without_a_sign_in(forged: str) -> None:
    assert [message["type"] for message in session(forged)] == ["websocket.close"]


@pytest.mark.parametrize(("seconds", "heard"), [(59, ["one", "two"]), (60, ["one"])])
def test_a_session_ends_at_the_first_message_after_its_sign_in(
    seconds: int, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    own = cookie("analytiker", exp=now + 60)
    sent = session(own, lambda: monkeypatch.setattr(time, "time", lambda: now + seconds))
    assert [each["text"] for each in sent if "text" in each] == [f"heard {word}" for word in heard]
    assert (sent[-1]["type"] == "websocket.close") == (len(heard) == 1)


def test_a_cookie_is_nobodys_after_signing_out_wherever_it_was_copied_to() -> None:
    told = claims("analytiker")
    own = f"_streamlit_user={cookie_of(told, ORIGIN)}"
    assert status("/", cookie=own) == REACHED
    assert status("/auth/logout", cookie=own) == REACHED
    assert has_signed_out(mark_of(told | {"provider": "default"}))
    assert status("/", cookie=own) == 401
    assert [message["type"] for message in session(own)] == ["websocket.close"]


@contextmanager
def locked_list() -> Iterator[Callable[[], None]]:
    """Keep the list of sign-outs from everybody, as another process may; yield what lets them have it again."""
    with closing(sqlite3.connect(sign_outs_path(), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield lambda: other.execute("ROLLBACK")


@pytest.mark.parametrize(("path", "kind"), [("/", "http"), ("/auth/logout", "http"), ("/_stcore/stream", "websocket")])
def test_nobody_else_waits_for_a_locked_list(path: str, kind: str) -> None:
    """Who unlocks it comes after: were she kept waiting, it would stay locked until the first had given up."""
    told = claims("analytiker")
    own = f"_streamlit_user={cookie_of(told, ORIGIN)}".encode()
    headers = [(b"host", b"127.0.0.1:8501"), (b"cookie", own)]
    scope = {"type": kind, "method": "GET", "path": path, "query_string": b"", "headers": headers}
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.disconnect", "code": 1000}

    async def send(message: Message) -> None:
        sent.append(message)

    async def both(unlock: Callable[[], None]) -> None:
        waiting = asyncio.create_task(guarded(behind)(scope, receive, send))
        await asyncio.sleep(0)
        unlock()
        await waiting

    with locked_list() as unlock:
        asyncio.run(both(unlock))
    assert sent[0].get("status", sent[0]["type"]) in (REACHED, "websocket.accept")
    assert has_signed_out(mark_of(told | {"provider": "default"})) == (path == "/auth/logout")


def test_without_the_list_of_sign_outs_nobody_is_let_in() -> None:
    own = cookie("analytiker")
    sign_outs_path().unlink()
    messages = answered(guarded(behind), "/", cookie=own)
    assert messages[0]["status"] == 401
    assert "Listen over dem, der har logget ud" in body(messages)
    assert [message["type"] for message in session(own)] == ["websocket.close"]


WANTED = {
    "/indbrud?kommune=217&periode=2025K4": "/indbrud?kommune=217&periode=2025K4",
    "/": "/",
    "//evil.example": "/",
    "/\\evil.example": "/",
    "/indbrud?x=https://evil.example": "/",
    "/_stcore/host-config": "/",
    "/æ": "/",
}


@pytest.mark.parametrize(("asked", "led_to"), WANTED.items())
def test_one_comes_back_to_the_page_she_asked_for_and_nowhere_else(asked: str, led_to: str) -> None:
    (remembered,) = headers_named("set-cookie", answered(guarded(behind), asked, **NAVIGATION))
    assert "HttpOnly" in remembered and "SameSite=Lax" in remembered
    back = answered(guarded(behind), "/oauth2callback", cookie=remembered.split(";")[0])
    assert headers_named("location", back) == [led_to]


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "%2F%2Fevil.example", "%0d%0aX: y"])
def test_a_forged_way_back_leads_to_the_start_page(wanted: str) -> None:
    back = answered(guarded(behind), "/oauth2callback", cookie=f"kredsblik_tilbage={wanted}")
    assert headers_named("location", back) == ["/"]


def test_what_a_page_asks_for_by_itself_is_not_where_one_wants_to_go() -> None:
    assert headers_named("set-cookie", answered(guarded(behind), "/_stcore/host-config")) == []


def test_by_tls_no_cookie_goes_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    own = AUTH | {"redirect_uri": "https://127.0.0.1/oauth2callback"}
    monkeypatch.setattr(secrets_singleton, "_secrets", {"auth": own})
    cookies = headers_named("set-cookie", answered(guarded(behind), "/oauth2callback"))
    assert len(cookies) == 2
    assert all(each.endswith("; Secure") for each in cookies)


def test_the_way_in_is_the_providers_that_was_named() -> None:
    moved = answered(guarded(behind), "/log-ind?til=/indbrud?kommune=217")
    assert moved[0]["status"] == 302
    assert headers_named("location", moved)[0].startswith("/auth/login?provider=")
