"""Backup and restore of the register while others use it."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

from data.errors import UserError
from data.machine_errors import why
from data.register.copies import copy_into_file
from data.register.migrations import steps
from data.register.schema import schema_version, upgrade
from data.register.store import WAIT_SECONDS, RegisterBusyError, danish_errors, opened, reading, register_path

# SQLite's own files beside the register; a damaged one is moved away with them.
_BESIDE = ("", "-wal", "-shm")


def back_up(target: Path) -> Path:
    """Write a copy of the whole register to the file, and return it. Raises UserError when that cannot be done."""
    target = target.absolute()
    if target in [register_path().with_name(register_path().name + end) for end in _BESIDE]:
        raise UserError("Kopien kan ikke ligge oven i selve registeret. Vælg en anden fil.")
    with reading() as connection:
        if connection is None:
            raise UserError("Der er intet register at kopiere endnu: ingen har skrevet noget.")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with danish_errors(target):
                copy_into_file(connection, target)
        except OSError as error:
            raise UserError(f"{target} kan ikke skrives: {why(error)}. Intet er kopieret.") from error
    return target


def restore(source: Path) -> Path | None:
    """Put a copy's content in the register's place, and return where the register of before now lies beside it.

    None when there was no register. Others who have the register open see the change as one step. Raises UserError
    when the copy is damaged, newer than this program or no register; then nothing is changed.
    """
    if not source.is_file():
        raise UserError(f"{source} findes ikke.")
    register_path().parent.mkdir(parents=True, exist_ok=True)
    kept = None
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        with danish_errors(source):
            _take_in(source, copy)
        kept = _keep_present()
        with opened(register_path()) as register:
            copy.backup(register)
    return kept


def _take_in(source: Path, copy: sqlite3.Connection) -> None:
    """Read the whole copy into memory, look at every page of it, and upgrade it; the file itself is never written."""
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as file:
        file.backup(copy)
    schema_version(copy, source, len(steps()))
    (found,) = copy.execute("PRAGMA quick_check").fetchone()
    loose = copy.execute("PRAGMA foreign_key_check").fetchall()
    if found != "ok" or loose or not copy.execute("PRAGMA user_version").fetchone()[0]:
        raise UserError(f"{source} er beskadiget eller tom. Intet er ændret: vælg en anden kopi.")
    upgrade(copy, source, steps(), keep=False)  # the older one is the source itself, which may lie read-only


def _keep_present() -> Path | None:
    """Leave the present register beside, copied; one that this program cannot use is moved away as it is."""
    present = register_path()
    if not present.exists():
        return None
    stamp = dt.datetime.now().strftime("%Y%m%d-%H%M%S-%f")
    kept = present.with_name(f"{present.stem}-foer-gendannelse-{stamp}{present.suffix}")
    try:
        with danish_errors(present), closing(sqlite3.connect(present, timeout=WAIT_SECONDS)) as connection:
            schema_version(connection, present, len(steps()))
            copy_into_file(connection, kept)
    except RegisterBusyError:
        raise
    except UserError:
        for end in _BESIDE:
            if (part := present.with_name(present.name + end)).exists():
                part.replace(kept.with_name(kept.name + end))
    return kept
