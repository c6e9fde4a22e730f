"""`/sundhed`: what a watchman, or a proxy, asks before it sends anybody here."""

import logging

from starlette.requests import Request
from starlette.responses import JSONResponse

from data.errors import UserError
from data.release_health import readable_release

PATH = "/sundhed"
_WELL, _UNWELL = 200, 503
_LOG = logging.getLogger(__name__)


def health(_: Request) -> JSONResponse:
    """Return 200 and the current release's id when it can be read, else 503; why not stands in the log alone."""
    try:
        release = readable_release()
    except UserError:
        return _answer({"sund": False, "udgave": None}, _UNWELL)
    except Exception:
        _LOG.exception("The current release cannot be read")
        return _answer({"sund": False, "udgave": None}, _UNWELL)
    return _answer({"sund": True, "udgave": release.id, "data_til": release.data_until.isoformat()}, _WELL)


def _answer(content: dict[str, object], status: int) -> JSONResponse:
    return JSONResponse(content, status, headers={"cache-control": "no-store"})
