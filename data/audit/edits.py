"""What is changed in the register, noted in the same step: what cannot be noted is not saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from data.audit.entry import Event, What
from data.audit.note import note

_made: ContextVar[dict[str, Event] | None] = ContextVar("made", default=None)


def edit_made(identity: str, event: Event) -> None:
    """Say that an entry is changed, in a block that notes it."""
    made = _made.get()
    if made is not None:
        made[identity] = event


@contextmanager
def edits_noted() -> Iterator[None]:
    """Note what is changed in the block when it ends well, each entry once. Raises NotLoggedError."""
    made: dict[str, Event] = {}
    token = _made.set(made)
    try:
        yield
    finally:
        _made.reset(token)
    for identity, event in made.items():
        note(event, What(about=identity))
