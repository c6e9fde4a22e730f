"""One extract becomes a delivery: read, judged, and put in the place of what it covers."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import duckdb

from data.candidates import (
    refuse_forbidden,
    refused_candidates,
    store_candidates,
    there_are_candidates,
)
from data.coverage import Covers
from data.deliveries import delivery_in_force, is_of_another_day, next_delivery, record_coverage, record_delivery
from data.errors import UserError
from data.extract_date import extract_date
from data.header import layout
from data.home import today
from data.judge import find_doubtful, judge_candidates, newest_report, refuse_shared, replace_covered, set_coverage
from data.load_report import INCIDENTS, FileRefusedError, FileReport
from data.progress import Progress
from data.reading import Reader, Reading
from data.refusals import Refusals
from data.source import Source
from data.together import refuse_shared_cover

# Where the two last steps begin, as measured shares of a large load.
_JUDGED_FROM = 0.85
_STORED_FROM = 0.95
_PLACES_TOLD = 10


def deliver(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    reading: Reading,
    progress: Progress,
    earlier: Sequence[FileReport] = (),
) -> FileReport:
    """Put an extract into the incidents, within the caller's transaction, and return what became of it.

    Raises UserError when nothing of the file can be used, or when it covers what an earlier file of the command does.
    """
    name = source.path.name
    columns = layout(source.names, name, reading.profile)
    standing = delivery_in_force(connection, source.sha256, reading.settings)
    if standing and not is_of_another_day(connection, standing, name, reading.covers):
        return replace(standing, name=name)
    reader = Reader(connection, source, columns, reading.profile, next_delivery(connection))
    reader.read(lambda share: progress(share * _JUDGED_FROM, f"læser {name}"))
    _refuse_personal(reader, reading)
    progress(_JUDGED_FROM, f"kontrollerer {name}")
    extracted = _judge(reader, reading.covers)
    progress(_STORED_FROM, f"gemmer {name}")
    return _store(reader, reading, extracted, earlier)


def _judge(reader: Reader, covers: Covers | None) -> dt.date:
    """Apply every rule to what was read, and return the extract's date."""
    connection, delivery, path = reader.connection, reader.delivery, reader.source.path
    extracted = extract_date(path, covers, newest_report(connection, delivery, today()))
    _refuse_future_covers(covers, extracted, path)
    set_coverage(connection, covers, delivery)
    if find_doubtful(connection, delivery, extracted):
        reader.read_doubtful()
    if there_are_candidates(connection):
        refuse_forbidden(connection, path.name)
        judge_candidates(connection, delivery, extracted)
        refused_candidates(connection, reader.refusals)
    return extracted


def _store(reader: Reader, reading: Reading, extracted: dt.date, earlier: Sequence[FileReport]) -> FileReport:
    """Put the good rows in the place of what they replace, and write it all down."""
    connection, delivery = reader.connection, reader.delivery
    accepted, demo = store_candidates(connection, delivery)
    report = FileReport(
        name=reader.source.path.name,
        kind=INCIDENTS,
        sha256=reader.source.sha256,
        accepted=accepted,
        refused=reader.refusals.count,
        refusals=reader.refusals.listed,
        extracted=extracted,
        profile=reading.profile_name,
        demo=demo,
        delivery=delivery,
    )
    if not accepted:
        raise FileRefusedError(_nothing_usable(report), report)
    if reading.covers is None and report.refused:
        set_coverage(connection, None, delivery)  # refused rows cover nothing
        refuse_shared(connection, delivery, report.name)
    refuse_shared_cover(connection, report.name, earlier)
    replace_covered(connection, delivery)
    report = replace(report, coverage=record_coverage(connection, delivery, extracted))
    record_delivery(connection, delivery, report, reading.settings)
    return report


def _refuse_personal(reader: Reader, reading: Reading) -> None:
    """Raise FileRefusedError, with every place, when personal data seems to stand anywhere in the file."""
    found = reader.personal
    if not found.count:
        return
    name = reader.source.path.name
    report = FileReport(
        name=name,
        kind=INCIDENTS,
        sha256=reader.source.sha256,
        accepted=0,
        refused=found.count,
        refusals=found.listed,
        profile=reading.profile_name,
    )
    raise FileRefusedError(_personal_places(name, found), report)


def _personal_places(name: str, found: Refusals) -> str:
    places = "; ".join(f"linje {each.line}: {each.column} {each.reason}" for each in found.listed[:_PLACES_TOLD])
    more = f" og {found.count - _PLACES_TOLD} steder mere" if found.count > _PLACES_TOLD else ""
    return (
        f"{name} er afvist: den ser ud til at indeholde personoplysninger ({places}{more}). Intet er indlæst: fjern "
        "dem, hvor filen laves, og lav den igen."
    )


def _refuse_future_covers(covers: Covers | None, extracted: dt.date, path: Path) -> None:
    if covers and covers.last.first_day > extracted:
        raise UserError(
            f"{path.name} siges at dække til og med {covers.last.name}, men udtrækket er fra før den måned begyndte."
        )


def _nothing_usable(report: FileReport) -> str:
    if not report.refused:
        return f"{report.name} har ingen rækker ud over overskriften. Intet er ændret."
    first = report.refusals[0]
    where = f"{first.column} {first.reason}" if first.column else first.reason
    return f"{report.name} er afvist: ingen af de {report.refused} rækker kan bruges. Linje {first.line}: {where}."
