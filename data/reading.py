"""A file's rows on their way in: most of a plain file directly, all others one by one."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

import duckdb
import pyarrow as pa

from data.candidates import add_candidates, make_candidates
from data.contract import CONTRACT_VERSION
from data.coverage import Covers
from data.header import Layout
from data.personal.extract import without_personal_rows
from data.personal.kinds import Kind
from data.plain_csv import can_read_directly, doubtful_lines, take_plain_rows
from data.profile import Profile
from data.progress import watched
from data.refusals import REASONS, Refusals
from data.source import Source

Tell = Callable[[float], None]


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


@dataclass
class Reader:
    """The reading of one file into the incidents and the candidates, with the rows that are none.

    `personal`: the places in which personal data seems to stand; none of it has come into the database.

    `read_lines`: of a plain file, those that were read one by one, so that none is read twice.
    """

    connection: duckdb.DuckDBPyConnection
    source: Source
    columns: Layout
    profile: Profile | None
    delivery: int
    refusals: Refusals = field(default_factory=Refusals)
    personal: Refusals = field(default_factory=Refusals)
    read_lines: set[int] = field(default_factory=set)
    rows_read: int = 0

    def read(self, tell: Tell) -> None:
        """Read the file, telling the share that is done."""
        make_candidates(self.connection)
        others = None
        if self.profile is None and can_read_directly(self.source):
            work = partial(take_plain_rows, self.connection, self.source, self.delivery)
            others = watched(self.connection, work, lambda: self.connection.query_progress() / 100, tell)
        watched(self.connection, partial(self._read_one_by_one, others), self._share_read, tell)

    def read_doubtful(self) -> None:
        """Read those rows one by one that turned out to be doubtful; only a plain file has any."""
        self._read_one_by_one(doubtful_lines(self.connection, self.source) - self.read_lines)

    def _read_one_by_one(self, only: set[int] | None) -> None:
        self.read_lines.update(only or ())
        if only is None or only:
            batches = self.source.batches(self.columns, self.profile, self._refuse, only)
            add_candidates(self.connection, self._counted(batches))

    def _counted(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            self.rows_read += len(batch)
            yield without_personal_rows(batch, self._note_personal)

    def _share_read(self) -> float:
        """Return how much has been read one by one; 0 when nothing tells how many rows there are."""
        return self.rows_read / self.source.lines if self.source.lines else 0.0

    def _note_personal(self, line: int, column: str, kind: Kind) -> None:
        self.personal.add(line, column, f"ligner {kind}")

    def _refuse(self, line: int, reason: str) -> None:
        self.refusals.add(line, None, REASONS[reason])
