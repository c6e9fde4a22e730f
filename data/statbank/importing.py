"""The import of one or more files: all of them, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.personal.labels import refuse_personal_label
from data.statbank.reading import ReadFile, read_file
from data.statbank.store import TableChange, change, save


@dataclass(frozen=True)
class Import:
    """What was read, and what it changed."""

    files: tuple[ReadFile, ...]
    changes: tuple[TableChange, ...]


def import_files(paths: Sequence[Path]) -> Import:
    """Import the files and return what they changed. Raises UserError when one is refused; then nothing changed."""
    for path in paths:
        refuse_personal_label(path.name, "Filens navn")
    files = tuple(read_file(path) for path in paths)
    names = sorted({name for file in files for name in file.tables})
    changes = tuple(change(name, [file for file in files if name in file.tables]) for name in names)
    save(changes)
    return Import(files, changes)
