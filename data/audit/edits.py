"""What is changed in the register, noted in the same step: what cannot be noted is not saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from data.audit.entry import Event, What
from data.audit.note import note

_edits_so_far: ContextVar[dict[str, Event] | None] = ContextVar("edits_so_far", default=None)


def remember_edit(identity: str, event: Event) -> None:
    """Say that an entry is changed, in a block that notes it."""
    edits = _edits_so_far.get()
    if edits is not None:
        edits[identity] = event


@contextmanager
def edits_noted() -> Iterator[None]:
    """Note what is changed in the block when it ends well, each entry once. Raises NotLoggedError."""
    edits: dict[str, Event] = {}
    token = _edits_so_far.set(edits)
    try:
        yield
    finally:
        _edits_so_far.reset(token)
    for identity, event in edits.items():
        note(event, What(about=identity))
