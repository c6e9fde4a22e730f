"""`python -m data.backup FILE`: everything that cannot be made again, as one file, while others work.

Releases are never changed, and `CURRENT` is read before they are; the register is copied as one moment of it. Left
out is what the extracts hold (the incidents, and the demo district), and who has signed out: that is never rolled back.
"""

import datetime as dt
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from data.audit.entry import Event, What
from data.audit.note import told_and_noted
from data.audit.store import COUNCIL_FOLDER_NAME, reading
from data.command_line import DanishParser
from data.errors import UserError, run_command
from data.home import home
from data.incidents import FILE_NAME as INCIDENTS
from data.machine_errors import in_danish
from data.register.copies import copy_into_file
from data.releases import CURRENT, release_folder, releases_folder
from data.signed_out import FOLDER_NAME as SIGN_OUTS

USAGE = """Brug: python -m data.backup FIL

  Skriver en kopi af register, udgaver, referencetal, indbakke og log i én fil, også mens andre arbejder.
  Udtrækkene er ikke med: dem har I, og de kan indlæses igen. En fil, der findes, bliver ikke overskrevet."""

FORMAT = 1  # raised when an older program could no longer put a copy back
MANIFEST = "kredsblik.json"
# What a restore has moved aside is not copied again.
ASIDE = "foer-gendannelse-"
_LEFT_OUT = ("demo", INCIDENTS, f"{INCIDENTS}.wal", SIGN_OUTS)
_PASSING = ("-wal", "-shm", "-journal", ".tmp")
_SQLITE = ".sqlite"


@dataclass(frozen=True)
class Backup:
    """What a backup holds: where it lies, how many files, and the current release's id (None: nothing published)."""

    path: Path
    files: int
    release: str | None


def back_up(target: Path) -> Backup:
    """Write the backup, complete or not at all. Raises UserError when it exists already or cannot be written."""
    target = target.absolute()
    if target.exists():
        raise UserError(f"{target} findes allerede og bliver ikke overskrevet. Vælg et andet navn.")
    with in_danish():
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            # Others on the machine may not read it: it holds what is not published.
            with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b") as file:
                written = _write(file, target)
                os.fsync(file.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    return written


def _write(file: IO[bytes], target: Path) -> Backup:
    current = _current()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive, tempfile.TemporaryDirectory(dir=target.parent) as folder:
        names = []
        for path in kept_files():
            names.append(path.relative_to(home()).as_posix())
            archive.write(_copied(path, Path(folder)) if path.suffix == _SQLITE else path, names[-1])
        if current:
            names.append(f"{releases_folder().name}/{CURRENT}")
            archive.writestr(names[-1], current)
        if not names:
            raise UserError("Der er intet at kopiere endnu: intet er udgivet, og ingen har skrevet noget.")
        made = dt.datetime.now().replace(microsecond=0).isoformat()
        archive.writestr(MANIFEST, json.dumps({"format": FORMAT, "made": made, "release": current}))
    return Backup(target, len(names), current)


def kept_files() -> Iterator[Path]:
    """Yield the files of the home that a backup holds, but for `CURRENT`, which must be read before the releases."""
    for path in sorted(home().rglob("*")):
        parts = path.relative_to(home()).parts
        left_out = parts[0] in _LEFT_OUT or parts[0].startswith(ASIDE)
        # Hidden: locks, and what is being written this moment. SQLite's own files beside a database are in its copy.
        passing = any(part.startswith(".") for part in parts) or path.name.endswith(_PASSING)
        in_releases = parts[0] == releases_folder().name and len(parts) == 2  # noqa: PLR2004 - CURRENT and its kin
        if path.is_file() and not (left_out or passing or in_releases):
            yield path


def _current() -> str | None:
    named = releases_folder() / CURRENT
    current = named.read_text(encoding="utf-8").strip() if named.is_file() else None
    if current and not release_folder(current).is_dir():
        raise UserError(f"Den aktuelle udgave, #{current}, mangler. Udgiv igen: python -m data.publish")
    return current


def _copied(path: Path, folder: Path) -> Path:
    """Return a copy of a SQLite file as one moment of it. Raises UserError when it cannot be read."""
    copy = folder / path.name
    try:
        with _opened(path) as source:
            copy_into_file(source, copy)
    except sqlite3.Error as error:
        raise UserError(f"{path} kan ikke læses: er den i brug eller beskadiget? Intet er kopieret.") from error
    return copy


def _opened(path: Path) -> AbstractContextManager[sqlite3.Connection]:
    if path.parent.name == COUNCIL_FOLDER_NAME:
        return reading(path)  # it lies where nothing can be written, not even what SQLite lays beside a file
    return closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True))


def main(arguments: Sequence[str]) -> int:
    """Back up, and say what the file holds."""
    parser = DanishParser(USAGE)
    parser.add_argument("file", type=Path)
    made = back_up(parser.parse_args(arguments).file)
    release = f"den aktuelle udgave er #{made.release}" if made.release else "intet er udgivet endnu"
    told = f"{made.files} filer er kopieret til {made.path}; {release}."
    print(told_and_noted(told, Event.BACKED_UP, What(release=made.release or "")), file=sys.stderr)
    return 0


if __name__ == "__main__":
    run_command(main)
