"""Every file is looked at before the database is touched: what it is, how it is read, and how it was just then."""

from dataclasses import dataclass, replace
from pathlib import Path

from data.companions import COMPANION_NAMES, companion_table
from data.contract import COLUMNS
from data.coverage import Covers, covers_beside, read_covers
from data.files import Snapshot
from data.header import layout
from data.personal.labels import refuse_personal_label
from data.reading import Reading
from data.source import Source, open_source


@dataclass(frozen=True)
class Prepared:
    """A file that has been looked at: what it is, how to read it, and how it was when that began."""

    source: Source
    reading: Reading
    companion: str | None
    snapshot: Snapshot


def prepared(path: Path, reading: Reading, told: Covers | None) -> Prepared:
    """Return the file, looked at. Raises UserError when it cannot be an extract or a companion."""
    refuse_personal_label(path.name, "Navnet på en af filerne")
    refuse_personal_label(reading.profile_name or "", "Profilens navn")
    refuse_personal_label(reading.sheet or "", "Arkets navn")
    snapshot = Snapshot.of(path) if path.exists() else Snapshot(0, 0, 0, 0)
    known = reading.profile.names if reading.profile else frozenset(COLUMNS) | COMPANION_NAMES
    source = open_source(path, reading.profile, reading.sheet, known)
    companion = companion_table(source.names)
    if companion is None:
        layout(source.names, path.name, reading.profile)
        beside = covers_beside(path)
        told = told or (read_covers(beside) if beside else None)
    return Prepared(source, replace(reading, covers=told), companion, snapshot)
