"""One extract becomes a delivery: read, judged, and put in the place of what it covers."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb
import pyarrow as pa

from data.candidates import (
    add_candidates,
    make_candidates,
    refuse_forbidden,
    refused_candidates,
    store_candidates,
    there_are_candidates,
)
from data.contract import CONTRACT_VERSION
from data.coverage import Covers
from data.deliveries import delivery_in_force, next_delivery, record_coverage, record_delivery
from data.errors import UserError
from data.extract_date import extract_date
from data.header import Layout, layout
from data.home import today
from data.judge import find_doubtful, judge_candidates, newest_report, refuse_shared, replace_covered, set_coverage
from data.load_report import INCIDENTS, FileRefusedError, FileReport
from data.plain_csv import can_read_directly, doubtful_lines, take_plain_rows
from data.profile import Profile
from data.progress import Progress, watched
from data.refusals import REASONS, Refusals
from data.source import Source

# Where the two last steps begin, as measured shares of a large load.
_JUDGED_FROM = 0.85
_STORED_FROM = 0.95


@dataclass(frozen=True)
class Reading:
    """How an extract is to be read: by which profile and sheet, and what it covers (None: what its rows hold)."""

    profile: Profile | None = None
    profile_name: str | None = None
    sheet: str | None = None
    covers: Covers | None = None

    @property
    def settings(self) -> str:
        """Return a text that is the same when the same file would give the same incidents."""
        profile = self.profile.digest if self.profile else None
        covers = self.covers.fingerprint if self.covers else None
        return json.dumps([CONTRACT_VERSION, profile, self.sheet, covers])


def deliver(connection: duckdb.DuckDBPyConnection, source: Source, reading: Reading, progress: Progress) -> FileReport:
    """Put an extract into the incidents, within the caller's transaction, and return what became of it.

    Raises UserError when nothing of the file can be used.
    """
    columns = layout(source.names, source.path.name, reading.profile)
    standing = delivery_in_force(connection, source.sha256, reading.settings)
    if standing:
        return standing
    taking = _Taking(connection, source, columns, reading, next_delivery(connection))
    taking.read(progress)
    progress(_JUDGED_FROM, f"kontrollerer {source.path.name}")
    extracted = taking.judge()
    progress(_STORED_FROM, f"gemmer {source.path.name}")
    return taking.store(extracted)


@dataclass(frozen=True)
class _Taking:
    """One file on its way in."""

    connection: duckdb.DuckDBPyConnection
    source: Source
    columns: Layout
    reading: Reading
    delivery: int
    refusals: Refusals = field(default_factory=Refusals)
    read_lines: set[int] = field(default_factory=set)  # of a plain file, those that were read one by one

    def read(self, progress: Progress) -> None:
        """Read the file: most rows of a plain one directly, all others one by one."""

        def tell(share: float) -> None:
            progress(share * _JUDGED_FROM, f"læser {self.source.path.name}")

        make_candidates(self.connection)
        others = None
        if self.reading.profile is None and can_read_directly(self.source):
            others = watched(
                self.connection, lambda: take_plain_rows(self.connection, self.source, self.delivery), tell
            )
        self._read_one_by_one(others, tell)

    def judge(self) -> dt.date:
        """Apply every rule, and return the extract's date."""
        covers = self.reading.covers
        newest = newest_report(self.connection, self.delivery, today())
        extracted = extract_date(self.source.path, covers, newest)
        _refuse_future_covers(covers, extracted, self.source.path)
        set_coverage(self.connection, covers, self.delivery)
        if find_doubtful(self.connection, self.delivery, extracted):
            self._read_one_by_one(doubtful_lines(self.connection, self.source) - self.read_lines)
        if there_are_candidates(self.connection):
            refuse_forbidden(self.connection, self.source.path.name)
            judge_candidates(self.connection, self.delivery, extracted)
            refused_candidates(self.connection, self.refusals)
        return extracted

    def store(self, extracted: dt.date) -> FileReport:
        """Put the good rows in the place of what they replace, and write it all down."""
        accepted, demo = store_candidates(self.connection, self.delivery)
        report = FileReport(
            name=self.source.path.name,
            kind=INCIDENTS,
            sha256=self.source.sha256,
            accepted=accepted,
            refused=self.refusals.count,
            refusals=self.refusals.listed,
            extracted=extracted,
            profile=self.reading.profile_name,
            demo=demo,
        )
        if not accepted:
            raise FileRefusedError(_nothing_usable(report), report)
        if self.reading.covers is None and self.refusals.count:
            set_coverage(self.connection, None, self.delivery)  # refused rows cover nothing
            refuse_shared(self.connection, self.delivery, report.name)
        replace_covered(self.connection, self.delivery)
        covered = record_coverage(self.connection, self.delivery, extracted)
        report = replace(report, coverage=covered)
        record_delivery(self.connection, self.delivery, report, self.reading.settings)
        return report

    def _read_one_by_one(self, only: set[int] | None, tell: Callable[[float], None] = lambda _: None) -> None:
        self.read_lines.update(only or ())
        if only is None or only:
            batches = self.source.batches(self.columns, self.reading.profile, self._refuse, only)
            add_candidates(self.connection, self._counted(batches, tell))

    def _counted(self, batches: Iterable[pa.RecordBatch], tell: Callable[[float], None]) -> Iterator[pa.RecordBatch]:
        rows = 0
        for batch in batches:
            yield batch
            rows += len(batch)
            tell(min(1.0, rows / self.source.lines) if self.source.lines else 0.0)

    def _refuse(self, line: int, reason: str) -> None:
        self.refusals.add(line, None, REASONS[reason])


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
