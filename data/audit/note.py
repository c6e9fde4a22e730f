"""A line is added to the log: by whom, when and in which room is known here; the caller says what."""

import datetime as dt
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import astuple
from functools import lru_cache
from pathlib import Path

from data.audit.chain import add
from data.audit.entry import Actor, Event, What, without_free_text, written_id
from data.audit.retention import clear, months_kept, written
from data.audit.store import NotLoggedError, log_path, writing
from data.errors import UserError
from data.machine_user import user_name
from data.room import room

DONE_NOT_NOTED = "Det er gjort, men kunne ikke skrives i loggen. Sig det til den, der driver Kredsblik."

_acting: ContextVar[Actor | None] = ContextVar("acting", default=None)
_LOG = logging.getLogger(__name__)


def act_as(actor: Actor) -> None:
    """Let everything that is noted from here on, in this run of a page, be done by this visitor."""
    _acting.set(actor)


@contextmanager
def on_its_own() -> Iterator[None]:
    """Let what is noted in the block be the program's own doing, whoever's page it happens to run for."""
    token = _acting.set(None)
    try:
        yield
    finally:
        _acting.reset(token)


def acting() -> Actor:
    """Return who acts: the visitor of this run, else who has started the program."""
    return _acting.get() or at_the_command_line()


def at_the_command_line() -> Actor:
    """Return who has started the program."""
    return Actor(user_name())


def note(event: Event, what: What | None = None, actor: Actor | None = None) -> None:
    """Add a line. Raises NotLoggedError when it cannot be written."""
    who = actor or acting()
    now = dt.datetime.now(dt.UTC)
    _clear_once_a_day(log_path(), now.date())
    with writing() as connection:
        add(connection, _values(now, who, event, what or What()))


def make_sure_it_can_be_noted() -> None:
    """Raise UserError when the log cannot be written now or is set up wrong: asked before what cannot be undone."""
    months_kept()
    with writing():
        pass


def note_done(event: Event, *what: What) -> str | None:
    """Add a line for each thing that is done and stays done; return what to tell when that failed."""
    try:
        for each in what:
            note(event, each)
    except NotLoggedError:
        return DONE_NOT_NOTED
    return None


def told_and_noted(told: str, event: Event, *what: What) -> str:
    """Add the lines of what is done, and return what to tell: that it is, and whether the log lacks it."""
    return "\n".join(filter(None, (told, note_done(event, *what))))


def clear_old() -> int:
    """Remove the lines that are older than they are kept, note that, and return how many."""
    now = dt.datetime.now(dt.UTC)
    with writing() as connection:
        removed = clear(connection, now)
        if removed:
            add(connection, _values(now, at_the_command_line(), Event.PRUNED, What()))
    return removed


@lru_cache(maxsize=1)
def _clear_once_a_day(_log: Path, _day: dt.date) -> None:
    try:
        months_kept()
    except UserError:
        _LOG.exception("No line is cleared away")  # one too many is better than a page or a line less
    else:
        clear_old()


def _values(now: dt.datetime, who: Actor, event: Event, what: What) -> tuple[str, ...]:
    return written(now), written_id(who.id), who.role, room(), event, *astuple(without_free_text(what))
