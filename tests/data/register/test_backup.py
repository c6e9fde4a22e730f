"""Backup while others work, and restore: a damaged copy is refused, the register of before stays beside."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from data.errors import UserError
from data.register.backup import back_up, restore
from data.register.initiatives import add_initiative, initiative, initiatives
from data.register.migrations import steps
from data.register.schema import upgrade
from data.register.store import register_path, writing
from tests.data.register.examples import an_initiative
from tests.data.register.writers import ADD_WITHOUT_END, line_of, started

VERSION_1 = Path(__file__).parent / "files" / "register_v1.sqlite"


def what(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {text for (text,) in connection.execute("SELECT what FROM initiatives")}


def own() -> set[str]:
    return {entry.content.what for entry in initiatives() if entry.version}


def test_there_and_back(tmp_path: Path) -> None:
    add_initiative(an_initiative("Før"), "AB")
    copy = back_up(tmp_path / "kopier" / "kopi.sqlite")
    add_initiative(an_initiative("Efter"), "AB")
    assert what(copy) == {"Før"}
    kept = restore(copy)
    assert own() == {"Før"}
    assert kept is not None
    assert what(kept) == {"Før", "Efter"}
    add_initiative(an_initiative("Igen"), "AB")
    with closing(sqlite3.connect(register_path())) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_backup_while_another_process_writes_is_whole(tmp_path: Path) -> None:
    process = started(ADD_WITHOUT_END)
    first = [line_of(process) for _ in range(3)]
    copy = back_up(tmp_path / "kopi.sqlite")
    process.kill()
    process.communicate(timeout=60)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert set(first) <= {entry for (entry,) in connection.execute("SELECT entry FROM initiatives")}


def test_a_backup_holds_what_is_saved_not_what_is_being_written(tmp_path: Path) -> None:
    add_initiative(an_initiative("Gemt"), "AB")
    with writing() as connection:
        connection.execute("INSERT INTO entries VALUES ('halvt', 'indsats')")
        copy = back_up(tmp_path / "kopi.sqlite")
    with closing(sqlite3.connect(copy)) as saved:
        assert saved.execute("SELECT count(*) FROM entries").fetchone() == (1,)


def test_an_older_copy_is_upgraded_on_its_way_in() -> None:
    assert restore(VERSION_1) is None
    assert initiative("indsats-a1b2c3").version == 2
    with closing(sqlite3.connect(VERSION_1)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert [path.name for path in VERSION_1.parent.iterdir()] == [VERSION_1.name]


@pytest.mark.parametrize("damage", ["text", "empty", "cut", "overwritten", "orphan", "newer", "foreign"])
def test_a_copy_that_cannot_be_trusted_is_refused_and_nothing_changes(tmp_path: Path, damage: str) -> None:
    for number in range(20):
        add_initiative(an_initiative(f"Nr. {number}", note="x" * 1000), "AB")
    copy = back_up(tmp_path / "kopi.sqlite")
    content = copy.read_bytes()
    if damage == "text":
        copy.write_bytes(b"dette er ikke en database " * 100)
    elif damage == "empty":
        copy.write_bytes(b"")
    elif damage == "cut":
        copy.write_bytes(content[: len(content) // 2])
    elif damage == "overwritten":
        middle = len(content) // 2
        copy.write_bytes(content[:middle] + b"\xff" * 4096 + content[middle + 4096 :])
    else:
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            if damage == "orphan":
                connection.execute("DELETE FROM entries")
            elif damage == "newer":
                upgrade(connection, copy, (*steps(), "CREATE TABLE later (id TEXT);\n"))
            else:
                connection.execute("PRAGMA application_id = 1")
    before = {entry.id: entry for entry in initiatives()}
    with pytest.raises(UserError):
        restore(copy)
    assert {entry.id: entry for entry in initiatives()} == before
    assert [path.name for path in register_path().parent.glob("*.sqlite")] == ["register.sqlite"]


@pytest.mark.parametrize("content", [b"ikke en database" * 100, b""])
def test_a_damaged_register_is_moved_aside_for_the_copy(tmp_path: Path, content: bytes) -> None:
    add_initiative(an_initiative("Gemt"), "AB")
    copy = back_up(tmp_path / "kopi.sqlite")
    register_path().write_bytes(content)
    kept = restore(copy)
    assert own() == {"Gemt"}
    assert kept is not None
    if content:
        assert kept.read_bytes() == content


def test_a_newer_register_is_moved_aside_too(tmp_path: Path) -> None:
    add_initiative(an_initiative("Gemt"), "AB")
    copy = back_up(tmp_path / "kopi.sqlite")
    with closing(sqlite3.connect(register_path(), isolation_level=None)) as connection:
        upgrade(connection, register_path(), (*steps(), "CREATE TABLE later (id TEXT);\n"))
    restore(copy)
    assert own() == {"Gemt"}


def test_a_backup_never_lies_on_the_register_and_needs_one(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="intet register"):
        back_up(tmp_path / "kopi.sqlite")
    add_initiative(an_initiative("Gemt"), "AB")
    with pytest.raises(UserError, match="oven i"):
        back_up(register_path())
    assert own() == {"Gemt"}
    with pytest.raises(UserError, match="findes ikke"):
        restore(tmp_path / "intet.sqlite")
