"""`python -m data.load FILE…`: extracts become incidents, all of them or none.

Also what the upload page calls: `load(paths, …)` returns a typed report and tells its progress.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from data.audit.note import make_sure_it_can_be_noted
from data.command_line import DanishParser
from data.companions import replace_companion
from data.coverage import read_covers
from data.deliver import deliver
from data.errors import REFUSED, UserError, run_command
from data.files import Snapshot
from data.incidents import FILE_NAME, incidents_path, open_incidents
from data.load_noted import load_noted
from data.load_report import FileRefusedError, FileReport, LoadReport, as_json
from data.load_text import as_text
from data.machine_errors import in_danish
from data.prepare import Prepared, prepared
from data.profile import load_profile
from data.progress import Console, Progress, silent
from data.reading import Reading
from data.together import refuse_two_companions, report_of_the_same, same_as

_USAGE = """Brug: python -m data.load FIL… [--profile NAVN] [--covers FIL] [--sheet ARK] [--check] [--json]

  Indlæser udtræk (CSV, Parquet eller Excel) efter kontrakten i docs/udtraek.md. Alle filer indlæses, eller ingen.
  --profile   oversætter et andet systems fil: en profils navn eller en TOML-fil (docs/profiler.md)
  --covers    TOML-fil, der siger, hvad udtrækket dækker; ellers FIL.covers.toml ved siden af, ellers rækkerne selv
  --sheet     arket i en Excel-fil, når det ikke er det første
  --check     undersøg alt, og gem intet
  --json      skriv rapporten som JSON på standard output"""


def load(
    paths: Sequence[Path],
    *,
    profile: str | None = None,
    covers: Path | None = None,
    sheet: str | None = None,
    check: bool = False,
    progress: Progress = silent,
) -> LoadReport:
    """Load the files as one step, and return what became of each; `check` only looks.

    `covers` holds for every extract among them; without it the file beside the extract, else its rows, tell what it
    covers. Raises UserError when a file is refused or cannot be stored; then nothing is changed.
    """
    reading = Reading(load_profile(profile) if profile else None, profile, sheet)
    told = read_covers(covers) if covers else None
    with in_danish():
        progress(0.0, "undersøger filerne")
        looked_at = [prepared(path.absolute(), reading, told) for path in paths]
        refuse_two_companions(looked_at)
        with _database(check) as path, open_incidents(read_only=False, path=path) as connection:
            connection.begin()
            try:
                files = _load_all(connection, looked_at, progress)
                connection.rollback() if check else connection.commit()
            except BaseException:
                with suppress(duckdb.Error):  # a commit that failed has undone itself
                    connection.rollback()
                raise
    return LoadReport(files, check)


@contextmanager
def _database(check: bool) -> Iterator[Path]:
    """Yield the database to load into; to check with none there, one that is thrown away."""
    if check and not incidents_path().exists():
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder) / FILE_NAME
    else:
        yield incidents_path()


def _load_all(
    connection: duckdb.DuckDBPyConnection, files: Sequence[Prepared], progress: Progress
) -> tuple[FileReport, ...]:
    reports: list[FileReport] = []
    for place, file in enumerate(files):
        first = same_as(file, files[:place])
        reports.append(report_of_the_same(file, first) if first else _load_one(connection, file, progress, reports))
    return tuple(reports)


def _load_one(
    connection: duckdb.DuckDBPyConnection, file: Prepared, progress: Progress, earlier: Sequence[FileReport]
) -> FileReport:
    path = file.source.path
    if file.companion:
        report = replace_companion(connection, file.companion, file.source)
    else:
        report = deliver(connection, file.source, file.reading, progress, earlier)
    if Snapshot.of(path) != file.snapshot:
        raise UserError(
            f"{path.name} blev ændret, mens den blev læst. Intet er indlæst: prøv igen, når filen er færdig."
        )
    return report


def main(arguments: Sequence[str]) -> int:
    """Run the command line, and return its exit status."""
    given = _given(arguments)
    console = Console()
    options = {"profile": given.profile, "covers": given.covers, "sheet": given.sheet, "check": given.check}
    try:
        if not given.check:
            make_sure_it_can_be_noted()
        report = load(given.files, **options, progress=console)
    except UserError as error:
        console.done()
        if given.json:
            files = (error.report,) if isinstance(error, FileRefusedError) else ()
            _print_json(LoadReport(files, given.check), str(error))
        print(error, file=sys.stderr)
        return REFUSED
    console.done()
    if given.json:
        _print_json(report)
    print("\n".join(filter(None, (as_text(report), load_noted(report)))), file=sys.stderr)
    return 0


def _given(arguments: Sequence[str]) -> argparse.Namespace:
    parser = DanishParser(_USAGE)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--profile")
    parser.add_argument("--covers", type=Path)
    parser.add_argument("--sheet")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def _print_json(report: LoadReport, error: str | None = None) -> None:
    print(json.dumps(as_json(report, error), ensure_ascii=False))


if __name__ == "__main__":
    run_command(main)
