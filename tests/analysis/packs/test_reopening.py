"""A frozen pack after what may happen: new releases, an upgrade of the register, a release of an earlier version."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from analysis.packs.content import Pack
from analysis.packs.files import FORMATS, pack_files_of
from analysis.packs.freezing import answered_pack, freeze_pack
from data.register.packs import pack_files
from data.register.store import register_path
from data.release import open_release
from data.releases import CURRENT, current_release_id, release_folder, releases_folder
from tests.analysis.packs.conftest import MakePack, everything_answered

LACKED = ("share_quarter", "share_year", "local_area", "breakdown")
NEWER, OLDER = "fffff1", "0a0a01"
DRAFTS_STEP = 5  # of the register's schema: the one that came after the packs


@pytest.fixture(autouse=True)
def _own_releases(demo_home: Path, _demo_release: None) -> None:
    """Let the test's home have a folder of releases of its own, with the demo district's one in it."""
    releases_folder().unlink()
    releases_folder().mkdir()
    for path in (demo_home / "releases").iterdir():
        if path.is_dir():
            (releases_folder() / path.name).symlink_to(path, target_is_directory=True)
        else:
            shutil.copy2(path, releases_folder())


def another_release(identity: str, *statements: str) -> None:
    """Make a release that is the current one but for these changes, and let it be the current one."""
    folder, current = release_folder(identity), release_folder(current_release_id())
    folder.mkdir()
    shutil.copy2(current / "published.duckdb", folder)
    with duckdb.connect(str(folder / "published.duckdb")) as connection:
        for statement in (f"UPDATE info SET id = '{identity}'", *statements):
            connection.execute(statement)
    (releases_folder() / CURRENT).write_text(identity)


def test_after_a_new_release_it_opens_as_it_was_and_is_made_again_to_the_byte(bilateral: Pack, make: MakePack) -> None:
    entry, files = freeze_pack(bilateral, everything_answered())
    another_release(NEWER, "UPDATE count_quarter SET count = count + 1 WHERE count > 0")
    assert open_release().id == NEWER
    assert pack_files(entry.content.code, entry.version) == files
    again = answered_pack(open_release(entry.content.release), bilateral.subject, everything_answered())
    assert pack_files_of(again) == files
    assert pack_files_of(make("2026K1", "217"), ("csv",)) != pack_files_of(bilateral, ("csv",))


def test_after_an_upgrade_of_the_register_it_opens_as_it_was(bilateral: Pack) -> None:
    entry, files = freeze_pack(bilateral, everything_answered())
    with closing(sqlite3.connect(register_path())) as connection:
        (newest,) = connection.execute("PRAGMA user_version").fetchone()
        assert newest == DRAFTS_STEP
        # As the version before left it.
        connection.executescript(f"DROP TABLE drafts; PRAGMA user_version = {DRAFTS_STEP - 1}")
    assert pack_files(entry.content.code, entry.version) == files
    with closing(sqlite3.connect(register_path())) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (newest,)


def test_a_release_that_an_earlier_version_made_gives_a_pack_of_what_it_has(make: MakePack) -> None:
    another_release(OLDER, *(f"DROP TABLE {name}" for name in LACKED))
    pack = make("2026K1", "217")
    assert pack.choice.release.id == OLDER
    assert {"indbrud.udvikling", "digital.udvikling"} <= {section.key for section in pack.sections}
    assert {name.rsplit(".", 1)[-1] for name in pack_files_of(pack)} == set(FORMATS)
