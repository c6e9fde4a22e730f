"""The frozen packs in the council's home: the files that were made, and what they are of, and nothing else of a pack.

One that is taken back leaves it again. What was typed on the way, the answers to the check and who gave them stay in
the register.
"""

import datetime as dt
import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from data.audit.entry import Event, What
from data.audit.note import note
from data.errors import UserError
from data.home import home
from data.meeting_calendar import parse_meeting
from data.municipalities import DISTRICT
from data.register.packs import PACKS, PackEntry, frozen_packs, pack_files, packs_taken_back

FOLDER_NAME = "pakker"
_ABOUT = "pakke.json"


@dataclass(frozen=True)
class HandedPack:
    """A frozen pack that was handed over: of what it is, on which release it stands, and when (UTC) it was frozen."""

    code: str
    version: int
    meeting: str
    municipality: str
    theme: str | None
    release: str
    frozen_at: str

    @property
    def folder_name(self) -> str:
        return f"{self.code}-{self.version}"

    @property
    def frozen_on(self) -> dt.date:
        return dt.datetime.fromisoformat(self.frozen_at).astimezone().date()

    @property
    def meeting_name(self) -> str:
        return parse_meeting(self.meeting).name

    @property
    def is_everybodys(self) -> bool:
        """Return whether it is of a meeting that the whole council holds."""
        return self.municipality == DISTRICT


def hand_over_packs(council_home: Path) -> tuple[str, ...]:
    """Copy the newest version of each frozen pack that is not there, and return the codes of those copied.

    Raises NotLoggedError when it cannot be noted who gets what; then that pack is not handed over.
    """
    there = council_home / FOLDER_NAME
    there.mkdir(exist_ok=True)
    waiting = [(entry, _about(entry)) for entry in frozen_packs()]
    new = [(entry, pack) for entry, pack in waiting if not (there / pack.folder_name).exists()]
    for entry, pack in new:
        _write(pack, pack_files(pack.code, entry.version), there)
    return tuple(pack.code for _, pack in new)


def remove_packs_taken_back(council_home: Path) -> tuple[str, ...]:
    """Remove every version of the packs that are taken back, and return the codes of those that were there."""
    there = council_home / FOLDER_NAME
    found = []
    for entry in packs_taken_back():
        code = entry.content.code
        for folder in (there / f"{code}-{version}" for version in range(1, entry.version)):
            if folder.exists():
                leaving = there / f".{folder.name}.{os.getpid()}"
                folder.rename(leaving)  # in one step: nobody meets half of it
                shutil.rmtree(leaving)
                found.append(code)
    return tuple(dict.fromkeys(found))


def handed_packs() -> tuple[HandedPack, ...]:
    """Return the newest version of every pack handed over: the newest meetings first, then by municipality."""
    every = [_read(path) for path in sorted((home() / FOLDER_NAME).glob(f"[!.]*/{_ABOUT}"))]
    newest = {pack.code: pack for pack in sorted(every, key=lambda pack: pack.version)}
    by_place = sorted(newest.values(), key=lambda pack: pack.code)
    return tuple(sorted(by_place, key=lambda pack: parse_meeting(pack.meeting).quarter, reverse=True))


def handed_files(pack: HandedPack) -> tuple[Path, ...]:
    """Return the pack's files."""
    return tuple(sorted(path for path in (home() / FOLDER_NAME / pack.folder_name).iterdir() if path.name != _ABOUT))


def _about(entry: PackEntry) -> HandedPack:
    pack = entry.content
    frozen_at = entry.edited_at.isoformat() if entry.edited_at else ""
    return HandedPack(pack.code, entry.version, pack.meeting, pack.municipality, pack.theme, pack.release, frozen_at)


def _write(pack: HandedPack, files: dict[str, bytes], there: Path) -> None:
    """Write the pack beside its place, note it and move it there, so that nobody meets half of it."""
    building = there / f".{pack.folder_name}.{os.getpid()}"
    try:
        building.mkdir()
        for name, content in files.items():
            (building / name).write_bytes(content)
        (building / _ABOUT).write_text(json.dumps(asdict(pack), ensure_ascii=False), encoding="utf-8")
        what = What(municipality=pack.municipality, release=pack.release, about=f"{PACKS.name}-{pack.code}")
        note(Event.HANDED_OVER, what)
        building.rename(there / pack.folder_name)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _read(path: Path) -> HandedPack:
    try:
        return HandedPack(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise UserError(f"{path} er ikke en mødepakkes beskrivelse. Slet mappen, og udlever igen.") from error
