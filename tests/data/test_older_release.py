"""A release that an earlier version made opens: what it lacks was not told."""

import shutil
from pathlib import Path

import duckdb
import pytest

from data.older_release import lacks
from data.publish import publish
from data.release import Release, _opened, open_release
from data.releases import release_folder, release_ids
from data.sql import question
from tests.data.small_district import incident, load_district
from tests.pages.seen import messages, opened

HOW_TO_MEND = "data/sql/release_tables.sql must have every table and column that publish writes"


@pytest.fixture(scope="module")
def published_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which a small district has been published."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(home))
        load_district([incident(1, "indbrud_beboelse", "2025-11-05", "217")])
        publish()
    return home


@pytest.fixture(autouse=True)
def fresh(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    """The release of the small district, current."""
    monkeypatch.setenv("KREDSBLIK_HOME", str(published_home))
    return open_release()


def older(*statements: str) -> Release:
    """Return a release that is the current one but for these changes of its published file."""
    identity = f"0a{len(release_ids())}"
    folder = release_folder(identity)
    shutil.copytree(release_folder(open_release().id), folder)
    with duckdb.connect(str(folder / "published.duckdb")) as connection:
        for statement in statements:
            connection.execute(statement)
    return open_release(identity)


def columns(connection: duckdb.DuckDBPyConnection, database: str, schema: str) -> set[tuple[str, str]]:
    rows = connection.execute(question("release_columns"), {"database": database, "schema": schema}).fetchall()
    return {(table, column) for table, column, _ in rows}


@pytest.mark.parametrize("name", ["published", "internal"])
def test_the_list_of_tables_is_what_publish_writes(fresh: Release, name: str) -> None:
    with duckdb.connect() as scratch:
        scratch.execute(question("release_tables"))
        listed = columns(scratch, "memory", name)
    assert listed == columns(fresh.connection, name, "main"), HOW_TO_MEND
    assert not lacks(fresh.connection, name)


def test_what_an_older_release_lacks_was_not_told() -> None:
    release = older("DROP TABLE share_year", "ALTER TABLE share_quarter DROP COLUMN other")
    with release.connection.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM published.share_year").fetchone() == (0,)
        assert cursor.execute("SELECT DISTINCT other FROM published.share_quarter").fetchall() == [(None,)]
        kept = cursor.execute("SELECT count FROM published.count_quarter WHERE count > 0 ORDER BY ALL").fetchall()
    assert kept == [(1,), (1,)]  # the municipality and the district
    assert release.has("share_quarter")
    assert not release.has("share_year")


def test_an_older_release_can_be_opened_beside_itself() -> None:
    release = older("DROP TABLE share_year")
    _opened.cache_clear()  # as when many others have been opened since
    assert open_release(release.id).rows("release_info") == release.rows("release_info")


def test_an_older_release_is_as_locked_as_a_new_one() -> None:
    release = older("DROP TABLE share_year")
    with release.connection.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute("ATTACH 'other.duckdb'")


def test_pages_open_on_a_release_that_has_only_the_oldest_tables(fresh: Release) -> None:
    first = {"count_quarter", "info", "denominator", "straf11", "structural_break"}
    tables = {table for table, _ in columns(fresh.connection, "published", "main")}
    release = older(*(f"DROP TABLE {table}" for table in tables - first))
    app = opened(udgave=release.id, kommune="217")
    assert not app.exception
    assert messages(app) == []
