"""What a line of the log may hold: who, when, where and what, in codes of ours; never a word that somebody typed."""

import datetime as dt
import re
from dataclasses import asdict, dataclass
from enum import StrEnum

from data.personal.text import personal_kinds


class Event(StrEnum):
    """What was done."""

    SAW = "set"
    PRESENTED = "praesenteret"
    EXPORTED = "hentet"
    LOADED = "indlaest"
    IMPORTED = "importeret"
    PUBLISHED = "udgivet"
    HANDED_OVER = "udleveret"
    BACKED_UP = "kopieret"
    RESTORED = "gendannet"
    EDITED = "rettet"
    FROZEN = "frosset"
    SIGNED_IN = "logget-ind"
    SIGNED_OUT = "logget-ud"
    REFUSED = "afvist"
    PRUNED = "ryddet"


@dataclass(frozen=True)
class Actor:
    """Who did it. `id`: the sign-in's name for a person, or at a command line the system's; `role` is empty there."""

    id: str
    role: str = ""


@dataclass(frozen=True)
class What:
    """What was seen or changed; what does not apply is empty.

    `view`: a page's address. `municipality`, `period`, `release`: its choices. `about`: an entry of the register or a
    delivery. `file`: the kind of file that was taken out, by its ending.
    """

    view: str = ""
    municipality: str = ""
    period: str = ""
    release: str = ""
    about: str = ""
    file: str = ""


@dataclass(frozen=True)
class LogEntry:
    """A line of the log. `number` counts from 1 without gaps; `moment` is UTC."""

    number: int
    moment: dt.datetime
    actor: Actor
    room: str
    event: Event
    what: What


_CODES = r"[a-z]+(-[A-Za-z0-9_]+)*"  # an area's code may have an underscore
_ALLOWED = {
    "view": re.compile(_CODES),
    "municipality": re.compile(r"\d{3}|kreds"),
    "period": re.compile(r"\d{4}(K[1-4]|-\d\d)?"),
    "release": re.compile(r"[0-9a-f]{6,12}"),
    "about": re.compile(_CODES),
    "file": re.compile(r"[a-z]{2,5}"),
}
_LONGEST = 60
_LONGEST_ID = 200
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def without_free_text(what: What) -> What:
    """Return the same without every field that is not one of our codes, or that reads like personal data."""
    return What(**{name: text for name, text in asdict(what).items() if _is_code(name, text)})


def written_id(text: str) -> str:
    """Return who it is as it is kept: on one line, and no longer than an id can be."""
    return _CONTROL.sub("", text)[:_LONGEST_ID]


def _is_code(name: str, text: str) -> bool:
    if len(text) > _LONGEST or not _ALLOWED[name].fullmatch(text):
        return False
    # Parts with a digit are codes and drawn ids, which may look like a number plate; a name has none.
    words = " ".join(part for part in re.split("[-_]", text) if part.isalpha())
    return name not in ("view", "about") or not personal_kinds(words)
