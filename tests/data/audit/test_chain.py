"""A line that was changed or removed behind the log's back is found, wherever it stood."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from data.audit.__main__ import main
from data.audit.chain import first_fault
from data.audit.entry import Event, What
from data.audit.note import note
from data.audit.store import log_path, reading
from data.errors import UserError

LINES = 5


@pytest.fixture
def behind_its_back() -> Iterator[sqlite3.Connection]:
    """A log of five lines, opened by somebody who has removed what guards it."""
    for number in range(LINES):
        note(Event.SAW, What(municipality=f"{number:03d}"))
    with closing(sqlite3.connect(log_path(), isolation_level=None)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection


def fault() -> int | None:
    with reading(log_path()) as connection:
        return first_fault(connection)


@pytest.mark.usefixtures("behind_its_back")
def test_a_log_as_it_was_written_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert fault() is None
    assert main(["--check"]) == 0
    assert "i orden til og med linje 5" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("UPDATE entries SET who = 'en anden' WHERE number = 3", 3),
        ("UPDATE entries SET moment = '2020-01-01' WHERE number = 1", 1),
        ("UPDATE entries SET hash = previous WHERE number = 5", 5),
        ("DELETE FROM entries WHERE number = 1", 1),
        ("DELETE FROM entries WHERE number = 3", 3),
        ("DELETE FROM entries WHERE number = 5", 5),
        ("DELETE FROM entries", 1),
        ("UPDATE entries SET number = 9 WHERE number = 5", 5),
    ],
)
def test_what_was_changed_or_removed_is_found(
    behind_its_back: sqlite3.Connection, statement: str, first: int, capsys: pytest.CaptureFixture[str]
) -> None:
    behind_its_back.execute(statement)
    assert fault() == first
    assert main(["--check"]) == 1
    assert f"linje {first} er ændret eller fjernet" in capsys.readouterr().err


def test_without_a_log_there_is_nothing_to_check() -> None:
    with pytest.raises(UserError, match="ingen log endnu"):
        main(["--check"])
    with pytest.raises(UserError, match="Brug:"):
        main([])
