"""The register of frozen packs: each with its release, its texts, its answers and its files to the byte.

A pack that is frozen again becomes a new version; no version is ever changed, and none needs its release to be opened.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.audit.entry import Event
from data.errors import UserError
from data.home import home
from data.machine_errors import why
from data.register.entries import Entry, Kind, current_entries, entry_history, save_version
from data.register.store import reading, writing


@dataclass(frozen=True)
class StoredPack:
    """What is kept of a pack beside its files. `content`: JSON text, as the packs themselves write and read it."""

    code: str
    meeting: str
    municipality: str
    theme: str | None
    release: str
    content: str


PackEntry = Entry[StoredPack]

# Written anew when a pack is frozen or taken back: what hands packs over waits for it (kredsblik-udlevering.path).
NEWEST_FREEZE_FILE = "FROSSET"


def _row(pack: StoredPack) -> dict[str, str | int | float | None]:
    return {
        "meeting": pack.meeting,
        "municipality": pack.municipality,
        "theme": pack.theme,
        "release": pack.release,
        "content": pack.content,
    }


def _content(row: Mapping[str, Any]) -> StoredPack:
    code = str(row["entry"]).removeprefix(_PREFIX)
    return StoredPack(code, row["meeting"], row["municipality"], row["theme"], row["release"], row["content"])


PACKS: Kind[StoredPack] = Kind("pakke", "packs", _row, _content, Event.FROZEN)
_PREFIX = f"{PACKS.name}-"


def frozen_packs() -> tuple[PackEntry, ...]:
    """Return the newest version of every frozen pack that is not taken back, by meeting, then by code."""
    return tuple(entry for entry in _newest() if not entry.withdrawn)


def packs_taken_back() -> tuple[PackEntry, ...]:
    """Return the packs that nobody is to have any more, in the same order."""
    return tuple(entry for entry in _newest() if entry.withdrawn)


def _newest() -> list[PackEntry]:
    with reading() as connection:
        found = current_entries(connection, PACKS) if connection else []
    return sorted(found, key=lambda entry: (entry.content.meeting, entry.content.code))


def pack_versions(code: str) -> tuple[PackEntry, ...]:
    """Return every version of one pack, oldest first; empty while it was never frozen."""
    with reading() as connection:
        return tuple(entry_history(connection, PACKS, _PREFIX + code)) if connection else ()


def freeze(pack: StoredPack, files: Mapping[str, bytes], editor: str, based_on: int) -> PackEntry:
    """Save the pack and its files as the version after `based_on` (0: the first), all or nothing, and return it.

    Raises EditConflictError when somebody froze it meanwhile, and UserError when it is saved but could not be told.
    """
    json.loads(pack.content)
    base = Entry(_PREFIX + pack.code, based_on, pack, editor)
    with writing() as connection:
        saved = save_version(connection, PACKS, base, pack, editor)
        connection.executemany(
            "INSERT INTO pack_files (entry, version, name, bytes) VALUES (?, ?, ?, ?)",
            [(saved.id, saved.version, name, content) for name, content in files.items()],
        )
    _tell(saved, "frosset")
    return saved


def take_back(seen: PackEntry, editor: str) -> PackEntry:
    """Let nobody have the pack any more, and return the version that says so; earlier ones and their files stay.

    Raises EditConflictError when somebody else dealt with it meanwhile, and UserError as `freeze`.
    """
    with writing() as connection:
        saved = save_version(connection, PACKS, seen, seen.content, editor, withdrawn=True)
    _tell(saved, "taget tilbage")
    return saved


def _tell(saved: PackEntry, done: str) -> None:
    """Tell what hands the packs over that there is something to do."""
    try:
        (home() / NEWEST_FREEZE_FILE).write_text(f"{saved.id} {saved.version}\n", encoding="utf-8")
    except OSError as error:
        raise UserError(
            f"Mødepakken {saved.content.code} er {done}, men ikke meldt til udlevering: {why(error)}. Sig det til den, "
            "der driver Kredsblik."
        ) from error


def pack_files(code: str, version: int | None = None) -> dict[str, bytes]:
    """Return a frozen pack's files by name, as they were made; the newest version's unless one is named.

    Raises UserError when there is no such pack.
    """
    with reading() as connection:
        found = _files(connection, code, version) if connection else {}
    if not found:
        raise UserError(f"Mødepakken {code} er ikke frosset, eller den har ikke den version.")
    return found


def _files(connection: sqlite3.Connection, code: str, version: int | None) -> dict[str, bytes]:
    rows = connection.execute(
        "SELECT name, bytes FROM pack_files WHERE entry = $entry AND version = coalesce($version, "
        "(SELECT max(version) FROM pack_files WHERE entry = $entry)) ORDER BY name",
        {"entry": _PREFIX + code, "version": version},
    )
    return {row["name"]: row["bytes"] for row in rows}
