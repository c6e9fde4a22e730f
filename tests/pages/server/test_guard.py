"""The guard before Streamlit: foreign names, closed doors, and the headers of every answer."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from data.errors import UserError
from pages.server.guard import BROKEN, guarded
from pages.server.hosts import served_names
from tests.harness.sign_in import ORIGIN, claims, cookie_of
from tests.pages.server.asgi import answered, headers_of, run

UPLOAD = "/_stcore/upload_file/session/file"
REACHED = 200
FORBIDDEN = 403


async def behind(scope: Scope, receive: Receive, send: Send) -> None:
    """What the guard stands before: answers everything, and tries to be framed."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await PlainTextResponse("nået", headers={"X-Frame-Options": "ALLOWALL"})(scope, receive, send)


async def waiting() -> Message:
    return {"type": "http.request"}


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8501", True),
        ("localhost", True),
        ("LOCALHOST:1", True),
        ("kredsblik.politi.example", True),
        ("kredsblik.politi.example:443", True),
        ("", False),
        (None, False),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("evil.example:127.0.0.1", False),
        ("evil.example#127.0.0.1", False),
        ("user@127.0.0.1", False),
        ("127.0.0.1/evil", False),
        ("127.0.0.1:8501:8501", False),
        (" 127.0.0.1", False),
        ("xkredsblik.politi.example", False),
        ("127.0.0.1.", False),
        ("127.0.0.1:", False),
        ("[::1]:8501", False),  # it listens to 127.0.0.1 alone
        ("0.0.0.0:8501", False),
    ],
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.usefixtures("signing_in")
def test_only_our_own_names_are_answered(
    host: str | None, ours: bool, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KREDSBLIK_HOSTS", " Kredsblik.politi.example , ")
    who = f"_streamlit_user={cookie_of(claims('analytiker'), ORIGIN)}"
    first = answered(guarded(behind), "/", host, kind, cookie=who)[0]
    reached = first["type"] == "websocket.accept" if kind == "websocket" else first["status"] == REACHED
    assert reached == ours


@pytest.mark.parametrize(
    ("origin", "ours"),
    [
        ("http://127.0.0.1:8501", True),
        ("https://127.0.0.1:8501", True),  # the proxy has the certificate
        ("http://127.0.0.1:8502", False),
        ("http://localhost:8501", False),
        ("https://evil.example", False),
        ("null", False),
        ("http://[", False),  # no address, and nothing to fall over
        ("http://[::1", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_no_other_site_is_answered(origin: str, ours: bool, kind: str) -> None:
    first = answered(guarded(behind), "/", kind=kind, origin=origin)[0]
    assert (first["type"] == "websocket.accept" if kind == "websocket" else first["status"] == REACHED) == ours


@pytest.mark.parametrize("wrong", ["https://kredsblik.dk", "kredsblik.dk:443", "*", "a b", "æ.dk"])
def test_a_served_name_that_is_none_stops_the_server(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOSTS", wrong)
    with pytest.raises(UserError, match="uden https:// og uden port"):
        served_names()


@pytest.mark.parametrize(
    ("path", "room", "status"),
    [
        ("/", "kredsraad", REACHED),
        ("/_stcore/stream", "kredsraad", REACHED),
        (UPLOAD, "analyse", REACHED),
        (UPLOAD, "kredsraad", 404),
        ("/_stcore/agent/interact", "analyse", 404),
        ("/_stcore/metrics", "analyse", 404),
        ("/_stcore/script-health-check", "analyse", 404),
    ],
)
def test_doors_that_no_page_uses_are_closed(path: str, room: str, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ROOM", room)
    assert answered(guarded(behind), path)[0]["status"] == status


@pytest.mark.parametrize("host", ["localhost", "evil.example"])
def test_every_answer_has_the_headers_once_and_ours_win(host: str) -> None:
    headers = headers_of(answered(guarded(behind), "/", host))
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]
    # A browser would keep it for a year, also where a person serves for herself without TLS.
    assert "strict-transport-security" not in headers


def test_what_breaks_is_answered_in_danish_with_the_headers_and_is_logged() -> None:
    sent: list[Message] = []

    async def broken(*_: object) -> None:
        raise RuntimeError("SELECT * FROM incidents")

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"host", b"localhost")]}
    with pytest.raises(RuntimeError):
        run(guarded(broken), scope, waiting, send)
    assert (sent[0]["status"], headers_of(sent)["x-content-type-options"]) == (500, "nosniff")
    assert sent[1]["body"].decode() == BROKEN


@pytest.mark.parametrize("host", ["evil.example", "localhost"])
@pytest.mark.usefixtures("signing_in")
def test_a_session_that_is_turned_away_is_told_so_with_the_headers(host: str) -> None:
    """By the guard for its name, by the door for want of a sign-in."""
    refused = answered(guarded(behind), "/_stcore/stream", host, "websocket")
    assert [message["type"] for message in refused] == [f"websocket.http.response.{part}" for part in ("start", "body")]
    assert (refused[0]["status"], refused[1]["body"]) == (FORBIDDEN, b"")  # uvicorn falls over one without a body
    assert headers_of(refused)["x-frame-options"] == "DENY"


def test_the_policy_lets_nothing_in_from_outside_and_no_script_but_ours() -> None:
    policy = headers_of(answered(guarded(behind), "/"))["content-security-policy"]
    rules = {words[0]: words[1:] for rule in policy.split(";") if (words := rule.split())}
    assert rules["default-src"] == rules["frame-ancestors"] == rules["base-uri"] == ["'none'"]
    assert {word for words in rules.values() for word in words if not word.startswith("'sha256-")} == {
        *("'none'", "'self'", "'unsafe-inline'", "data:", "blob:")
    }
    assert [name for name, words in rules.items() if "'unsafe-inline'" in words] == ["style-src"]
    assert len(rules["script-src"]) == len(["'self'", "Streamlit's own", "ours"])
