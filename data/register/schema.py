"""The schema of a register file: upgraded step by step, all or nothing, and never from a future that we do not know."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from data.errors import UserError
from data.register.copies import copy_into_file

# "KRDG" in ASCII: a file that lacks it is another program's.
APPLICATION_ID = 1263681095


def upgrade(connection: sqlite3.Connection, path: Path, steps: Sequence[str], *, keep: bool = True) -> None:
    """Bring the file to the newest schema, with a copy of the older one left beside it unless `keep` is false.

    Raises UserError when the file is newer than this program or is no register; then nothing is changed.
    """
    if schema_version(connection, path, len(steps)) == len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again: another process may have done it while this one waited.
        taken = schema_version(connection, path, len(steps))
        if keep and 0 < taken < len(steps):
            _keep(path, taken)
        for step in steps[taken:]:
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def schema_version(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    """Return how many steps the file has taken, 0 for an empty one.

    Raises UserError when that is more than this program knows, or the file is another program's.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and application != APPLICATION_ID:
        raise UserError(f"{path} er ikke et register fra Kredsblik.")
    if version > newest:
        raise UserError(
            f"{path} er lavet af en nyere udgave af Kredsblik (register {version}; denne udgave kender til og med "
            f"{newest}). Intet er ændret. Opdatér Kredsblik, eller gendan en ældre kopi."
        )
    return int(version)


def _keep(path: Path, version: int) -> None:
    """Leave a copy of the file beside it, as it was before the upgrade."""
    with closing(sqlite3.connect(path)) as before:
        copy_into_file(before, path.with_name(f"{path.stem}-foer-opgradering-{version}{path.suffix}"))


def _statements(step: str) -> Iterator[str]:
    """Yield the statements one by one: executescript would end the transaction first."""
    statement = ""
    for line in step.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
