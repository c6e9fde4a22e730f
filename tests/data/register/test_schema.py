"""A register that somebody owns is upgraded with everything kept; one from the future is left alone."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from data.errors import UserError
from data.register.initiative import Initiative, Status, Visibility
from data.register.initiatives import add_initiative, initiative, initiative_history, initiatives
from data.register.migrations import steps
from data.register.schema import APPLICATION_ID, upgrade
from data.register.store import opened, register_path
from data.register.when import parse_day, parse_when
from tests.data.register.examples import an_initiative

# Written by the first version of the register, and never again.
VERSION_1 = Path(__file__).parent / "files" / "register_v1.sqlite"
LATER = "CREATE TABLE later (\n id TEXT -- with ; inside\n) STRICT;\nINSERT INTO later SELECT id FROM entries;\n"


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def with_steps(path: Path, wanted: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        upgrade(connection, path, wanted)


def test_the_first_register_file_is_read_with_all_that_stands_in_it() -> None:
    register_path().parent.mkdir()
    shutil.copy(VERSION_1, register_path())
    first, newest = initiative_history("indsats-a1b2c3")
    assert newest.content == Initiative(
        place="260",
        theme="indbrud",
        what="Lys i stierne",
        owner="Kommunen",
        start=parse_when("2024-03"),
        end=parse_when("2025K2"),
        status=Status.ENDED,
        indicator="indbrud_beboelse",
        expected_effect="20 % færre indbrud",
        comparison=("217", "240"),
        neighbours=("270",),
        chosen_on=parse_day("2024-02-01"),
        visibility=Visibility.MUNICIPALITY,
        source="Handleplan 2024",
        note="Første linje\nanden linje: æøå",
    )
    assert (first.content.status, first.edited_by, newest.edited_by) == (Status.RUNNING, "AB", "CD")
    assert initiative("bo-trygt-230").version == 1
    assert len(initiatives()) == 30  # 29 shipped, of which one is corrected, and one of its own
    with opened(register_path()) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(steps())


def test_an_upgrade_keeps_everything_and_leaves_the_older_file_beside() -> None:
    saved = add_initiative(an_initiative(), "AB")
    with_steps(register_path(), (*steps(), LATER))
    assert version(register_path()) == len(steps()) + 1
    kept = register_path().with_name(f"register-foer-opgradering-{len(steps())}.sqlite")
    assert version(kept) == len(steps())
    with closing(sqlite3.connect(register_path())) as connection:
        assert connection.execute("SELECT id FROM later").fetchall() == [(saved.id,)]
        assert connection.execute("SELECT what FROM initiatives").fetchall() == [("Lys i stierne",)]
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT what FROM initiatives").fetchall() == [("Lys i stierne",)]


def test_an_upgrade_that_fails_half_way_changes_nothing() -> None:
    saved = add_initiative(an_initiative(), "AB")
    with pytest.raises(sqlite3.OperationalError):
        with_steps(register_path(), (*steps(), LATER + "INSERT INTO nowhere VALUES (1);\n"))
    assert version(register_path()) == len(steps())
    assert "later" not in tables(register_path())
    assert initiative(saved.id) == saved


def test_a_newer_register_is_refused_and_left_as_it_is() -> None:
    add_initiative(an_initiative(), "AB")
    with_steps(register_path(), (*steps(), LATER))
    before = register_path().read_bytes()
    for use in (initiatives, lambda: add_initiative(an_initiative("Ny"), "AB")):
        with pytest.raises(UserError, match="nyere udgave af Kredsblik"):
            use()
    assert register_path().read_bytes() == before


def test_another_programs_file_is_refused() -> None:
    register_path().parent.mkdir()
    with closing(sqlite3.connect(register_path())) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(UserError, match="ikke et register"):
        initiatives()
    assert tables(register_path()) == {"bookmarks"}


@pytest.mark.parametrize("content", [b"not a database, but long enough to be looked at as one" * 40])
def test_a_damaged_register_says_how_to_mend_it(content: bytes) -> None:
    register_path().parent.mkdir()
    register_path().write_bytes(content)
    with pytest.raises(UserError, match="data.register restore"):
        initiatives()


def test_the_file_says_whose_it_is_and_holds_rows_to_their_entries() -> None:
    add_initiative(an_initiative(), "AB")
    with opened(register_path()) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO versions VALUES ('nobody', 1, '2026-01-01', 'AB', 0)")
