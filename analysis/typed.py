"""What people typed, as this process may see it: the analysts the register itself, the council what a release holds."""

from functools import lru_cache
from typing import TypeVar

from data.entry_tables import IDENTITY, RELEASED_KINDS
from data.register import kept
from data.register.entries import SHIPPED, Entry
from data.register.kept import Form
from data.release import Release, open_release
from data.room import Room, room

Content = TypeVar("Content")

_KEPT = 16


def typed(form: Form[Content]) -> tuple[Entry[Content], ...]:
    """Return the entries that may be seen, in no order.

    The council's are those of the newest release, whichever release is looked at: as the register is one for all of
    them.
    """
    return kept.entries(form) if room() is Room.ANALYSTS else _released(open_release(), form)


@lru_cache(maxsize=_KEPT)
def _released(release: Release, form: Form[Content]) -> tuple[Entry[Content], ...]:
    """Return a release's entries; of one that an earlier version made, what the project ships."""
    table = next(kind.table for kind in RELEASED_KINDS if kind.form == form)
    if not release.has(table):
        return form.shipped()
    rows = release.query(table).to_dict("records")
    return tuple(Entry(str(row[IDENTITY]), SHIPPED, form.kind.content(dict(row)), "") for row in rows)  # type: ignore[arg-type]
