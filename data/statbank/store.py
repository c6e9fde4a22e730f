"""The overlay in `home()/reference/`: all tables of an import change as one step, or none does.

Every file is written in a folder beside; renaming that folder to `pending` is the moment at which all of it counts
(data/reference.py looks there first). Then each file is moved in place. A crash before the rename leaves nothing; after
it, the next import moves the rest.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.errors import UserError
from data.home import home
from data.machine_errors import why
from data.reference import PENDING, SERIES_KEYS, VALUE, project_file, read_series, reference_table
from data.statbank.reading import ReadFile

_BEING_WRITTEN = "being-written"


@dataclass(frozen=True)
class TableChange:
    """What an import does to one table. `overlay` is all that then differs from what the project ships."""

    name: str
    new: int
    changed: int
    unchanged: int
    overlay: pd.DataFrame


def change(name: str, files: Iterable[ReadFile]) -> TableChange:
    """Return what the files do to a table. Raises UserError when two of them give the same cell different values."""
    keys = list(SERIES_KEYS[name])
    incoming = _agreed(name, keys, list(files))
    current = reference_table(name)
    compared = incoming.merge(current, on=keys, how="left", suffixes=("", "_before"))
    before = compared[f"{VALUE}_before"]
    equal = before == compared[VALUE]
    after = pd.concat([current, incoming]).drop_duplicates(keys, keep="last").sort_values(keys, ignore_index=True)
    return TableChange(
        name,
        new=int(before.isna().sum()),
        changed=int((before.notna() & ~equal).sum()),
        unchanged=int(equal.sum()),
        overlay=_beyond_the_project(name, after),
    )


def save(changes: Iterable[TableChange]) -> None:
    """Put the changes in force, all at once. Raises UserError when the disk does not let us; then nothing changed."""
    overlays = {change.name: change.overlay for change in changes if change.new or change.changed}
    folder = home() / "reference"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        move_in_place(folder)
        if overlays:
            _write(folder / _BEING_WRITTEN, overlays)
            (folder / _BEING_WRITTEN).rename(folder / PENDING)
            move_in_place(folder)
    except OSError as error:
        raise UserError(f"Tallene kunne ikke gemmes i {folder} ({why(error)}). Intet er ændret.") from error


def move_in_place(folder: Path) -> None:
    """Move what is pending to its place; also what an interrupted import left."""
    pending = folder / PENDING
    if pending.is_dir():
        for file in sorted(pending.iterdir()):
            file.replace(folder / file.name)
        pending.rmdir()


def _agreed(name: str, keys: list[str], files: list[ReadFile]) -> pd.DataFrame:
    together = pd.concat([file.tables[name].assign(file=file.file) for file in files], ignore_index=True)
    differing = together.groupby(keys)[VALUE].nunique()
    if (differing > 1).any():
        names = sorted(set(together.set_index(keys).loc[[differing[differing > 1].index[0]], "file"]))
        raise UserError(
            f"{' og '.join(names)} siger forskelligt om det samme tal. Importér dem hver for sig, den nyeste sidst. "
            "Intet er ændret."
        )
    return together.drop_duplicates(keys).drop(columns="file")


def _beyond_the_project(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that differ from the project's: a newer version of the project can then bring newer figures."""
    path = project_file(name)
    if path is None:
        return table
    keys = list(SERIES_KEYS[name])
    shipped = read_series(path, name).set_index(keys)[VALUE]
    known = shipped.reindex(pd.MultiIndex.from_frame(table[keys])).to_numpy()
    return table.loc[pd.Series(known, index=table.index) != table[VALUE]]


def _write(folder: Path, overlays: Mapping[str, pd.DataFrame]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, overlay in overlays.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            overlay.to_csv(file, index=False, lineterminator="\n")
            file.flush()
            os.fsync(file.fileno())
