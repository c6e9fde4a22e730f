"""What somebody is told who cannot be signed in just now: the provider does not answer, or refuses."""

from http import HTTPStatus

from starlette.types import Message, Receive, Scope, Send

from pages.server.doorstep import sign_in_page

NOT_NOW = (
    "Det kan ikke lade sig gøre at logge ind lige nu, for jeres login svarer ikke eller siger nej. Prøv igen om lidt. "
    "De, der er logget ind, kan fortsætte."
)


def told_when_it_fails(scope: Scope, receive: Receive, send: Send) -> Send:
    """Return a sender that puts a page of ours in place of Streamlit's bare words for a sign-in that failed."""
    failed = False

    async def sent(message: Message) -> None:
        nonlocal failed
        if message["type"] == "http.response.start" and message["status"] >= HTTPStatus.BAD_REQUEST:
            failed = True
            await sign_in_page(NOT_NOW)(scope, receive, send)
        elif not failed:
            await send(message)

    return sent
