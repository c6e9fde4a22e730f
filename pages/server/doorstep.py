"""What stands before the door: the pages of the server's own that somebody meets who is not let in."""

import base64
from functools import cache

from markupsafe import Markup
from starlette.responses import HTMLResponse

from data.municipalities import POLICE_DISTRICT
from data.room import WHOSE_ROOM, room
from pages.widgets.frame import LOOK

SIGN_IN, SIGN_OUT = "/log-ind", "/auth/logout"
_UNAUTHORIZED, _FORBIDDEN, _OK = 401, 403, 200
# Nobody else's page is shown again from a browser's memory.
_NOT_KEPT = {"cache-control": "no-store"}
_PAGE = Markup(
    '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{title} · Kredsblik</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="{icon}">'
    '<style>{style}</style></head><body><main><p class="brand">Kredsblik</p><p class="room">{whose} rum, {district}</p>'
    "<h1>{title}</h1>{content}</main></body></html>"
)
_BUTTON = Markup('<p><a class="button" href="{}">{}</a></p>')
_TEXT = Markup("<p>{}</p>")


def sign_in_page(told: str = "") -> HTMLResponse:
    """Return the page where one signs in; `told` is why she has to do it again."""
    text = told or "Siderne er for kredsrådet og politiet. Du logger ind med din arbejdskonto."
    more = _TEXT.format("Du kommer tilbage til den side, du bad om.")
    answer = _page("Log ind", _TEXT.format(text) + _BUTTON.format(SIGN_IN, "Log ind") + more, _UNAUTHORIZED)
    answer.headers["www-authenticate"] = "OpenID"  # no scheme that a browser would ask a password for
    return answer


def no_admission_page(told: str) -> HTMLResponse:
    """Return the page for somebody who has signed in and may not come in."""
    again = _BUTTON.format(SIGN_OUT, "Log ud, og brug en anden konto")
    return _page("Ingen adgang", _TEXT.format(told) + again, _FORBIDDEN)


def signed_in_again_page() -> HTMLResponse:
    """Return the page of the tab in which one has signed in again for the sake of another."""
    text = "Luk denne fane, og gå tilbage til den anden. Det, du havde skrevet, står der endnu."
    return _page("Du er logget ind", _TEXT.format(text), _OK)


def _page(title: str, content: Markup, status: int) -> HTMLResponse:
    html = _PAGE.format(
        title=title, icon=_icon(), style=_style(), whose=WHOSE_ROOM[room()], district=POLICE_DISTRICT, content=content
    )
    return HTMLResponse(html, status, headers=_NOT_KEPT)


@cache
def _style() -> Markup:
    return Markup((LOOK / "doorstep.css").read_text(encoding="utf-8"))


@cache
def _icon() -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode((LOOK / 'icon.svg').read_bytes()).decode()}"
