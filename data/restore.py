"""`python -m data.restore FILE`: puts a backup back. What was there and differs is moved aside, never removed.

Everything is read and checked before anything is changed. Ended on the way, the same command goes on where it stopped.
"""

import datetime as dt
import filecmp
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from data.audit.copies import LOGS, keep_both
from data.audit.entry import Event, What
from data.audit.note import note_done
from data.backup import ASIDE, FORMAT, MANIFEST
from data.command_line import DanishParser
from data.errors import UserError, run_command
from data.home import home
from data.machine_errors import in_danish
from data.publishing_alone import publishing_alone
from data.register.backup import restore as restore_register
from data.register.store import FILE_NAME as REGISTER
from data.releases import CURRENT, releases_folder
from data.signed_out import FOLDER_NAME as SIGN_OUTS

USAGE = """Brug: python -m data.restore FIL

  Sætter en kopi fra python -m data.backup tilbage. Det, der stod der i forvejen og er anderledes, flyttes til
  en mappe ved siden af; intet slettes. Stop tjenesterne først."""

# The logs, and who may come in (docs/adgang.md): what came after the copy was made holds.
NEVER_ROLLED_BACK = (*LOGS, Path("adgang.toml"))
_BESIDE = ("", "-wal", "-shm")  # SQLite's own files go with the database


@dataclass(frozen=True)
class Restored:
    """`back`: names of what was put back (a release counts as one). `aside`: where the rest lies.

    That is what was replaced; and the copy's log and roles, since those that are here are never rolled back.
    """

    back: tuple[str, ...]
    aside: tuple[Path, ...]


def restore(source: Path) -> Restored:
    """Put the backup back. Raises UserError when it is damaged, newer than this program or no backup."""
    if not source.is_file():
        raise UserError(f"{source} findes ikke.")
    home().mkdir(parents=True, exist_ok=True)
    with in_danish(), publishing_alone(), tempfile.TemporaryDirectory(dir=home(), prefix=".restore-") as folder:
        staged = Path(folder)
        _unpack(source, staged)
        return _put_back(staged)


def _unpack(source: Path, staged: Path) -> None:
    damaged = UserError(f"{source} er beskadiget eller ingen kopi fra Kredsblik. Intet er ændret: vælg en anden kopi.")
    try:
        with ZipFile(source) as archive:
            if archive.testzip() is not None:
                raise damaged
            told = json.loads(archive.read(MANIFEST))
            if told["format"] > FORMAT:
                raise UserError(f"{source} er lavet af en nyere udgave af Kredsblik. Intet er ændret: opdatér først.")
            names = [name for name in archive.namelist() if name != MANIFEST]
            if not all(map(_is_inside, names)):
                raise damaged
            archive.extractall(staged, names)
    except (BadZipFile, KeyError, TypeError, ValueError, EOFError, NotImplementedError):
        raise damaged from None


def _is_inside(name: str) -> bool:
    """Return whether a name leads to a visible file in the home, and nowhere else."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not any(part.startswith(".") or set(part) & set("/\\:") for part in parts)


def _put_back(staged: Path) -> Restored:
    aside = home() / f"{ASIDE}{dt.datetime.now():%Y%m%d-%H%M%S-%f}"
    back, kept = [], []
    if (staged / REGISTER).exists():
        # In one step, for those who have it open; it looks at every page of the copy before.
        if moved := restore_register(staged / REGISTER):
            kept.append(moved)
        back.append(REGISTER)
    for name in _pieces(staged):
        if _same(staged / name, home() / name):
            continue
        if name in NEVER_ROLLED_BACK and (home() / name).exists():
            kept += filter(None, [keep_both(staged / name, home() / name)])
            continue
        for end in _BESIDE:
            _move(home() / f"{name}{end}", aside / f"{name}{end}")
        _move(staged / name, home() / name)
        back.append(str(name))
    return Restored(tuple(back), (*kept, *((aside,) if aside.exists() else ())))


def _pieces(staged: Path) -> list[Path]:
    """Return what is put back at once, by name in the home: a release whole, any other file; which is current last."""
    releases, current = staged / releases_folder().name, Path(releases_folder().name) / CURRENT
    whole = [folder.relative_to(staged) for folder in releases.glob("*") if folder.is_dir()]
    files = [path.relative_to(staged) for path in staged.rglob("*") if path.is_file()]
    single = [name for name in files if name.parts[:2] not in {each.parts for each in whole}]
    others = sorted(name for name in single if name not in (Path(REGISTER), current) and name.parts[0] != SIGN_OUTS)
    return [*sorted(whole), *others, *([current] if (staged / current).exists() else [])]


def _same(one: Path, other: Path) -> bool:
    if one.is_dir():
        files = sorted(path.name for path in one.iterdir())
        present = sorted(path.name for path in other.iterdir()) if other.is_dir() else []
        return files == present and filecmp.cmpfiles(one, other, files, shallow=False)[0] == files
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _move(source: Path, target: Path) -> None:
    if source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(source, target)


def main(arguments: Sequence[str]) -> int:
    """Restore, and say what was put back and where the rest lies."""
    parser = DanishParser(USAGE)
    parser.add_argument("file", type=Path)
    source = parser.parse_args(arguments).file
    done = restore(source)
    print(f"Sat tilbage fra {source}: {', '.join(done.back) or 'intet manglede'}.", file=sys.stderr)
    for place in done.aside:
        print(f"Det, der stod der før, eller noget af kopien, som ikke blev lagt oveni: {place}.", file=sys.stderr)
    if told := note_done(Event.RESTORED, What()):
        print(told, file=sys.stderr)
    return 0


if __name__ == "__main__":
    run_command(main)
