"""How the guard and the door turn somebody away."""

from http import HTTPStatus

from starlette.responses import PlainTextResponse

UPLOAD = "/_stcore/upload_file"  # Streamlit's address for files that are sent here
VIOLATION = 1008  # RFC 6455: the message breaks a rule of the one who receives it


def not_here() -> PlainTextResponse:
    """Return the answer to who asks for what is not there, or not for her: the two are told alike."""
    return PlainTextResponse("Findes ikke her.", HTTPStatus.NOT_FOUND)
