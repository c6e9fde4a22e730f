"""`python -m data.load FILE…`: extracts become incidents, all of them or none.

Also what the upload page calls: `load(paths, …)` returns a typed report and tells its progress.
"""

import argparse
import errno
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from data.companions import COMPANION_NAMES, companion_table, replace_companion
from data.contract import COLUMNS
from data.coverage import Covers, covers_beside, read_covers
from data.deliver import Reading, deliver
from data.errors import REFUSED, UserError, run_command
from data.files import Snapshot
from data.header import layout
from data.home import home
from data.incidents import FILE_NAME, incidents_path, open_incidents
from data.load_report import FileRefusedError, FileReport, LoadReport, as_json, as_text
from data.profile import load_profile
from data.progress import Console, Progress, silent
from data.source import Source, open_source


@dataclass(frozen=True)
class _Prepared:
    """A file that has been looked at: what it is, how to read it, and how it was when that began."""

    source: Source
    reading: Reading
    companion: str | None
    snapshot: Snapshot


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
    with _danish_errors():
        progress(0.0, "undersøger filerne")
        prepared = [_prepared(path.absolute(), reading, told) for path in paths]
        with _database(check) as path, open_incidents(read_only=False, path=path) as connection:
            connection.begin()
            try:
                files = tuple(_load_one(connection, file, progress) for file in prepared)
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


def _prepared(path: Path, reading: Reading, told: Covers | None) -> _Prepared:
    snapshot = Snapshot.of(path) if path.exists() else Snapshot(0, 0, 0, 0)
    known = reading.profile.names if reading.profile else frozenset(COLUMNS) | COMPANION_NAMES
    source = open_source(path, reading.profile, reading.sheet, known)
    companion = companion_table(source.names)
    if companion is None:
        layout(source.names, path.name, reading.profile)
        beside = covers_beside(path)
        told = told or (read_covers(beside) if beside else None)
    return _Prepared(source, replace(reading, covers=told), companion, snapshot)


def _load_one(connection: duckdb.DuckDBPyConnection, file: _Prepared, progress: Progress) -> FileReport:
    path = file.source.path
    if file.companion:
        report = replace_companion(connection, file.companion, file.source)
    else:
        report = deliver(connection, file.source, file.reading, progress)
    if Snapshot.of(path) != file.snapshot:
        raise UserError(
            f"{path.name} blev ændret, mens den blev læst. Intet er indlæst: prøv igen, når filen er færdig."
        )
    return report


@contextmanager
def _danish_errors() -> Iterator[None]:
    """Turn what the machine says into what a user can act on; DuckDB's own words hold values from the file."""
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise UserError("Der er ikke hukommelse eller diskplads nok til indlæsningen. Intet er ændret.") from None
    except (duckdb.IOException, duckdb.TransactionException):  # the latter when the commit itself cannot be written
        raise UserError(f"Der kan ikke skrives i {home()}: er disken fuld? Intet er ændret.") from None
    except duckdb.Error as error:
        raise UserError(
            f"Databasen kunne ikke gennemføre indlæsningen ({type(error).__name__}). Intet er ændret."
        ) from None
    except OSError as error:
        place = home() if error.errno == errno.ENOSPC else error.filename or home()
        raise UserError(f"{place} kan ikke læses eller skrives: {_why(error)}. Intet er ændret.") from None


def _why(error: OSError) -> str:
    causes = {errno.ENOSPC: "disken er fuld", errno.EACCES: "adgang nægtet", errno.EROFS: "der kan kun læses"}
    return causes.get(error.errno or 0, "fejl i filsystemet")


def main(arguments: Sequence[str]) -> int:
    """Run the command line, and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m data.load", description="Indlæs udtræk: CSV, Parquet eller Excel.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FIL", help="udtræk og de to små filer ved siden af")
    parser.add_argument("--profile", metavar="NAVN", help="profil for et andet systems fil: navn eller TOML-fil")
    parser.add_argument("--covers", type=Path, metavar="FIL", help="TOML-fil, der siger, hvad udtrækket dækker")
    parser.add_argument("--sheet", metavar="ARK", help="arket i en Excel-fil, når det ikke er det første")
    parser.add_argument("--check", action="store_true", help="undersøg alt, og gem intet")
    parser.add_argument("--json", action="store_true", help="skriv rapporten som JSON")
    given = parser.parse_args(arguments)
    console = Console()
    try:
        report = load(
            given.files,
            profile=given.profile,
            covers=given.covers,
            sheet=given.sheet,
            check=given.check,
            progress=console,
        )
    except UserError as error:
        console.done()
        if given.json:
            files = (error.report,) if isinstance(error, FileRefusedError) else ()
            print(json.dumps(as_json(LoadReport(files, given.check), str(error)), ensure_ascii=False))
        print(error, file=sys.stderr)
        return REFUSED
    console.done()
    if given.json:
        print(json.dumps(as_json(report), ensure_ascii=False))
    print(as_text(report), file=sys.stderr)
    return 0


if __name__ == "__main__":
    run_command(main)
