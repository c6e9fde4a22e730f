"""`python -m data.publish`: incidents and reference series become a new, immutable release.

A release is a folder named by its content, built beside and renamed into place; `CURRENT` names the newest. A
crash leaves the old release or the new one, never a part; what it left half built the next publish clears away.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.audit.entry import Event, What
from data.audit.note import make_sure_it_can_be_noted, told_and_noted
from data.command_line import DanishParser
from data.cubes import cubes
from data.earlier import issued_before
from data.entry_tables import entry_tables
from data.errors import UserError, run_command
from data.incidents import open_incidents
from data.internal import internal_tables
from data.local_areas import LOCAL_AREA, local_area_table
from data.machine_errors import in_danish
from data.published import Tables, published_tables
from data.publishing_alone import BESIDE, BUILDING, publishing_alone
from data.release_info import info_table, release_id
from data.release_reference import reference_tables
from data.releases import CURRENT, release_folder, releases_folder

USAGE = """Brug: python -m data.publish [--json]

  Udgiver en ny udgave af det, der er indlæst; dens nummer skrives på standard output.
  --json   skriv resultatet som JSON"""

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Published:
    """The release that is current now; `created` tells whether it is new."""

    id: str
    created: bool


def publish(progress: Progress = lambda _step: None) -> Published:
    """Build a release from what is loaded and make it the current one; the same content is the same release.

    Raises UserError when nothing is loaded, another publish is running, or the release cannot be written.
    """
    with in_danish(), publishing_alone():
        return _publish(progress)


def _publish(progress: Progress) -> Published:
    progress("Tæller hændelserne")
    with open_incidents(read_only=True) as connection:
        counted = cubes(connection)
    if counted.coverage.empty:
        raise UserError("Der er ikke indlæst noget udtræk. Kør først: python -m data.load FIL")
    progress("Beskytter de tal, kredsrådet ser")
    protected = published_tables(counted, issued_before(demo=counted.demo))
    published = protected.tables | reference_tables(counted.coverage["year"].tolist())
    published |= entry_tables() | {LOCAL_AREA: local_area_table(demo=counted.demo)}
    internal = internal_tables(counted, protected.told)
    identity = release_id(published | internal)
    created = not release_folder(identity).exists()
    if created:
        progress("Skriver udgaven")
        published["info"] = info_table(identity, counted)
        _write_release(identity, published, internal)
    _make_current(identity)
    return Published(identity, created)


def _write_release(identity: str, published: Tables, internal: Tables) -> None:
    """Build the release's folder beside its place and move it there in one step."""
    building = releases_folder() / BUILDING
    try:
        building.mkdir(parents=True)
        write_database(building / "published.duckdb", published)
        write_database(building / "internal.duckdb", internal)
        building.rename(release_folder(identity))
    finally:
        shutil.rmtree(building, ignore_errors=True)


def write_database(path: Path, tables: Tables) -> None:
    """Write the tables to a new DuckDB file, rows in a fixed order."""
    with duckdb.connect(str(path)) as connection:
        for name, table in tables.items():
            connection.register("frame", table)
            connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM frame ORDER BY ALL')
            connection.unregister("frame")
        connection.execute("CHECKPOINT")  # closing would do it too, and keep silent about a full disk


def _make_current(identity: str) -> None:
    """Let `CURRENT` name the release, replaced in one step."""
    current = releases_folder() / CURRENT
    beside = current.with_suffix(BESIDE)
    with beside.open("w", encoding="utf-8") as file:
        file.write(identity)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(current)


def main(arguments: Sequence[str]) -> int:
    """Publish, and print the release's id."""
    parser = DanishParser(USAGE)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args(arguments)
    make_sure_it_can_be_noted()
    result = publish(lambda step: print(f"{step} …", file=sys.stderr))
    news = "Ny udgave" if result.created else "Uændret udgave"
    print(told_and_noted(f"{news}: #{result.id}", Event.PUBLISHED, What(release=result.id)), file=sys.stderr)
    print(json.dumps({"release": result.id, "created": result.created}) if wanted.json else result.id)
    return 0


if __name__ == "__main__":
    run_command(main)
