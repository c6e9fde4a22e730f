"""`python -m data.hand_over FOLDER`: the published files and the frozen packs, and they alone, into the council's home.

The council's process never meets internal counts, because they are not where it can look. Each release is copied
beside its place and moved there in one step; `CURRENT` follows when all are there. Nothing is removed but a pack that
is taken back. What is handed over is noted in the log first, each release and each pack for itself.
"""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from data.audit.entry import Event, What
from data.audit.note import note
from data.command_line import DanishParser
from data.errors import UserError, run_command
from data.handed_packs import hand_over_packs, remove_packs_taken_back
from data.home import home
from data.machine_errors import in_danish
from data.releases import CURRENT, current_release_id, release_folder, release_ids, releases_folder

USAGE = """Brug: python -m data.hand_over MAPPE

  Kopierer de udgivne tal og de frosne mødepakker, og kun dem, til kredsrådets mappe (KREDSBLIK_HOME for
  KREDSBLIK_ROOM=kredsraad). Pakker, der er taget tilbage, fjernes derfra."""

PUBLISHED = "published.duckdb"


def hand_over(council_home: Path) -> tuple[str, ...]:
    """Copy what the council's home lacks, let it show the current release, and return what is new: ids and codes.

    Raises UserError when nothing has been published, it cannot be noted, or the folder is the analysts' own or cannot
    be written.
    """
    if council_home.resolve() == home().resolve():
        raise UserError("Det er analytikernes egen mappe. Vælg en anden til kredsrådet.")
    current = current_release_id()
    there = council_home / releases_folder().name
    with in_danish():
        there.mkdir(parents=True, exist_ok=True)
        new = [identity for identity in release_ids() if not (there / identity).exists()]
        for identity in new:
            _copy_release(release_folder(identity) / PUBLISHED, there / identity)
        beside = there / f".{CURRENT}.{os.getpid()}"
        beside.write_text(current, encoding="utf-8")
        beside.replace(there / CURRENT)
        packs = hand_over_packs(council_home)
    return (*new, *packs)


def _copy_release(published: Path, folder: Path) -> None:
    building = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        building.mkdir()
        shutil.copy2(published, building / PUBLISHED)
        note(Event.HANDED_OVER, What(release=folder.name))
        building.rename(folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def main(arguments: Sequence[str]) -> int:
    """Hand over, and say what is new and what is shown."""
    parser = DanishParser(USAGE)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    with in_danish():
        gone = remove_packs_taken_back(folder)
    new = hand_over(folder)
    named = ", ".join(new) or "intet"
    taken_back = f" Taget tilbage: {', '.join(gone)}." if gone else ""
    print(f"Nyt i {folder}: {named}.{taken_back} Kredsrådet ser nu udgave #{current_release_id()}.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    run_command(main)
