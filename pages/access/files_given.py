"""Which files were given to whom: Streamlit serves any of its files to anybody who knows the address.

Its media manager is told of a file in the run that shows it, and there it is known who is looking.
"""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from threading import Lock
from typing import Any

from streamlit.runtime.media_file_manager import MediaFileManager

from data.errors import UserError
from pages.access.visitor import visitor

MOST_KEPT = 50_000  # the oldest go first; Streamlit has dropped those files long before

# Address of a file, or Streamlit's name for one that is made when it is asked for -> the ids of those it was given to.
_given: "OrderedDict[str, frozenset[str]]" = OrderedDict()
_LOCK = Lock()


def note_who_is_given_files() -> None:
    """Let Streamlit's media manager note who each file is for; once for the process."""
    if getattr(MediaFileManager.add, "notes_who", False):
        return
    MediaFileManager.add = _noting(MediaFileManager.add)  # type: ignore[method-assign]
    MediaFileManager.add_deferred = _noting(MediaFileManager.add_deferred)  # type: ignore[method-assign]
    MediaFileManager.execute_deferred = _passing_on(MediaFileManager.execute_deferred)  # type: ignore[method-assign]


def was_given(path: str, identity: str) -> bool:
    """Return whether the file at this address was given to the visitor with this id."""
    return identity in _given.get(path, ())


def _noting(add: Callable[..., str]) -> Callable[..., str]:
    @wraps(add)
    def noted(*arguments: Any, **named: Any) -> str:
        name = add(*arguments, **named)
        with suppress(UserError):  # nobody who may look is given anything
            _note(name, frozenset({visitor().id}))
        return name

    noted.notes_who = True  # type: ignore[attr-defined]
    return noted


def _passing_on(execute: Callable[..., str]) -> Callable[..., str]:
    """A file that is made when it is asked for is for those that its button was shown to."""

    @wraps(execute)
    def passed_on(manager: MediaFileManager, name: str) -> str:
        path = execute(manager, name)
        _note(path, _given.get(name, frozenset()))
        return path

    return passed_on


def _note(name: str, who: frozenset[str]) -> None:
    with _LOCK:
        _given[name] = _given.get(name, frozenset()) | who
        _given.move_to_end(name)
        while len(_given) > MOST_KEPT:
            _given.popitem(last=False)
