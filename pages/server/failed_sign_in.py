"""What somebody is told who cannot be signed in just now: the provider does not answer, or refuses."""

from http import HTTPStatus

from starlette.types import Message, Receive, Scope, Send

from pages.server.doorstep import sign_in_page
from pages.server.replaced import replaced

NOT_NOW = (
    "Det kan ikke lade sig gøre at logge ind lige nu, for jeres login svarer ikke eller siger nej. Prøv igen om lidt. "
    "De, der er logget ind, kan fortsætte."
)


def told_when_it_fails(scope: Scope, receive: Receive, send: Send) -> Send:
    """Return a sender that puts a page of ours in place of Streamlit's bare words for a sign-in that failed."""
    return replaced(_failed, lambda: sign_in_page(NOT_NOW), scope, receive, send)


def _failed(message: Message) -> bool:
    return bool(message["status"] >= HTTPStatus.BAD_REQUEST)
