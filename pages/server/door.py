"""The door: nothing but the way to sign in is answered for anyone who is not let in.

It stands before Streamlit, which itself serves its files, uploads and sessions without asking who somebody is. What
it reads and notes lies in files that may be locked: it does so in threads, so that nobody else waits.
"""

import logging
from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit.user_info import generate_login_redirect_url

from data.audit.entry import Event
from data.errors import UserError
from data.signed_out import sign_out
from pages.access.admission import NotAdmittedError, ends_at, mark_of
from pages.access.files_given import was_given
from pages.access.rights import may_type
from pages.access.role import Visitor
from pages.access.sign_in import CALLBACK, secure_only, signing_in
from pages.server.doorstep import SIGN_IN, SIGN_OUT, no_admission_page, sign_in_page, signed_in_again_page
from pages.server.failed_sign_in import told_when_it_fails
from pages.server.health import PATH as HEALTH
from pages.server.identity import claims_of, cookies_of, who_asks
from pages.server.noted_at_the_door import note_at_the_door
from pages.server.tls_cookies import for_tls_alone
from pages.server.turned_away import UPLOAD, VIOLATION, not_here
from pages.server.way_back import SIGNED_IN_AGAIN, asked_for, leading_back, own_page, remembering

SIGNING_IN = ("/auth/login", CALLBACK)
# A watchman asks the first, Streamlit's own start the second; the others are the way in and out.
OPEN = (HEALTH, "/_stcore/health", "/auth/login", SIGN_OUT, CALLBACK)
MEDIA = "/media/"
_PROVIDER = "default"  # Streamlit's name for the one in [auth]
_LOG = logging.getLogger(__name__)


def behind_the_door(app: ASGIApp) -> ASGIApp:
    """Return the application as only those meet it who are let in; unchanged where nobody signs in."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or not signing_in():
            await app(scope, receive, send)
        elif scope["type"] == "websocket":
            await _session(app, scope, receive, send)
        else:
            if scope["path"] in SIGNING_IN:
                send = told_when_it_fails(scope, receive, send)
            answered = await run_in_threadpool(_answer_of_the_door, scope)
            await (answered or app)(scope, receive, _with_cookies(scope, send))

    return answer


async def _session(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Let a session in, and end it at the first message after its sign-in is over."""

    async def received() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and await run_in_threadpool(_refusal, scope) is not None:
            await send({"type": "websocket.close", "code": VIOLATION})
            return {"type": "websocket.disconnect", "code": VIOLATION}
        return message

    if await run_in_threadpool(_refusal, scope) is None:
        await app(scope, received, send)
    else:
        await WebSocketClose(VIOLATION)(scope, receive, send)


def _answer_of_the_door(scope: Scope) -> Response | None:
    """Return what is answered here, None for what is Streamlit's to answer."""
    path = scope["path"]
    if path == SIGN_IN:
        return _way_in(scope)
    if path == SIGN_OUT:
        _remember_signing_out(scope)
    if path in OPEN:
        return None
    if (refusal := _refusal(scope)) is not None:
        return refusal
    return signed_in_again_page() if path == SIGNED_IN_AGAIN else None


def _refusal(scope: Scope) -> Response | None:
    """Return what somebody is told who may not have what she asks for; None when she may."""
    try:
        refused = _refused_to(who_asks(scope), scope["path"])
        if refused is not None:
            note_at_the_door(Event.REFUSED, claims_of(cookies_of(scope)) or {})
        return refused
    except NotAdmittedError as error:
        if _is_page(scope):
            note_at_the_door(Event.REFUSED, claims_of(cookies_of(scope)) or {})
        return no_admission_page(str(error))
    except UserError as error:
        return _to_be_signed_in(scope, str(error))


def _to_be_signed_in(scope: Scope, told: str) -> Response:
    answer = sign_in_page(told)
    # What a page asks for behind its reader's back is not where she wants to go.
    if _is_page(scope):
        answer.headers.append("set-cookie", remembering(asked_for(scope)))
    return answer


def _is_page(scope: Scope) -> bool:
    return scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", "")


def _refused_to(who: Visitor, path: str) -> Response | None:
    """Return a no to a file that was given to somebody else, or an upload by one who only looks."""
    if path.startswith(MEDIA) and not was_given(path, who.id):
        return not_here()
    if path.startswith(UPLOAD) and not may_type(who):
        return PlainTextResponse("Det må kun analytikere.", HTTPStatus.FORBIDDEN)
    return None


def _way_in(scope: Scope) -> Response:
    """Return the way to the provider, the same that `st.login` takes."""
    wanted = parse_qs(scope["query_string"].decode("latin-1")).get("til", [])
    answer = RedirectResponse(generate_login_redirect_url(_PROVIDER), HTTPStatus.FOUND)
    if wanted:
        address = SIGNED_IN_AGAIN if wanted[0] == SIGNED_IN_AGAIN else own_page(wanted[0])
        answer.headers.append("set-cookie", remembering(address))
    return answer


def _remember_signing_out(scope: Scope) -> None:
    """Let nobody use the cookie again, wherever it has been copied to. Streamlit removes it from this browser."""
    claims = claims_of(cookies_of(scope))
    if claims is None:
        return
    note_at_the_door(Event.SIGNED_OUT, claims)
    try:
        sign_out(mark_of(claims), ends_at(claims))
    except UserError:
        _LOG.exception("A sign-out could not be remembered")


def _with_cookies(scope: Scope, send: Send) -> Send:
    """Return a sender for the answer: back to where one was after signing in, and cookies for TLS alone."""
    back = leading_back(send, cookies_of(scope)) if scope["path"] == CALLBACK else send

    return for_tls_alone(back) if secure_only() else back
