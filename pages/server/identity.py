"""Who asks: read from the cookie that Streamlit signs when somebody has signed in."""

import json
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.datastructures import Headers
from starlette.types import Scope
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from pages.access.admission import Claims, SignInOverError, admitted
from pages.access.role import Visitor


def cookies_of(scope: Scope) -> dict[str, str]:
    """Return the cookies of a request; none where they cannot be read."""
    try:
        told = SimpleCookie("; ".join(Headers(scope=scope).getlist("cookie")))
    except CookieError:
        return {}
    return {name: each.value for name, each in told.items()}


def claims_of(cookies: Mapping[str, str]) -> Claims | None:
    """Return what the provider said of the person when she signed in here; None where nobody has.

    A cookie of the other room is signed for the other room's address, and nobody's here.
    """

    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        # As Streamlit reads it: the bytes of a header are Latin-1.
        return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1")) if value else None

    content = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    told: Any = json.loads(content) if content else None
    if not isinstance(told, dict) or not told.get("is_logged_in"):
        return None
    return told if told.get("origin") == get_origin_from_redirect_uri() else None


def who_asks(scope: Scope) -> Visitor:
    """Return who asks. Raises SignInOverError or NotAdmittedError when that is nobody who may come in."""
    claims = claims_of(cookies_of(scope))
    if claims is None:
        raise SignInOverError("")
    return admitted(claims)
