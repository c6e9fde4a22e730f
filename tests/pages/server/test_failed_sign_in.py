"""When the provider is out, who comes is told so in Danish, and who is signed in goes on."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from pages.server.failed_sign_in import NOT_NOW
from pages.server.guard import guarded
from tests.pages.server.asgi import answered
from tests.pages.server.test_door import body, cookie

pytestmark = pytest.mark.usefixtures("signing_in")


async def without_its_provider(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer as Streamlit does when the provider does not."""
    failed = scope["path"] in ("/auth/login", "/oauth2callback")
    await PlainTextResponse("Authentication error" if failed else "nået", 400 if failed else 200)(scope, receive, send)


@pytest.mark.parametrize("path", ["/auth/login", "/oauth2callback"])
def test_who_comes_is_told_in_danish(path: str) -> None:
    messages = answered(guarded(without_its_provider), path)
    assert NOT_NOW in body(messages)
    assert "Authentication" not in body(messages)
    assert [message["type"] for message in messages].count("http.response.start") == 1


def test_who_is_signed_in_goes_on() -> None:
    assert body(answered(guarded(without_its_provider), "/indbrud", cookie=cookie("analytiker"))) == "nået"
