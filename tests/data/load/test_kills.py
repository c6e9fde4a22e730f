"""A load or a publish that is killed leaves the old state or the new one; the next one works, and leaves nothing about.

What a killed step left lies there for the next ones, until one of them comes through.
"""

import hashlib
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from data.audit.store import log_path
from data.errors import REFUSED, run_command
from data.home import home
from data.incidents import incidents_path, open_incidents
from data.load import load
from data.publish import main, publish
from data.releases import CURRENT, release_folder, release_ids, releases_folder
from tests.data.load.extracts import TODAY, row, write
from tests.harness.kills import Kill, Place, lines_of, run

KILLS = [20, pytest.param(200, marks=pytest.mark.full)]
ROWS = 6000
WHEN_IT_WAS = ("loaded_at", "published_at")
# How often the next step is tried also where the old state is left.
MENDED = 0.2


def kills(count: int, seconds: float, places: list[Place], size: int) -> Iterator[Kill]:
    """Yield places to be killed at, by turns a moment, a line and a byte, each anywhere in the step."""
    chance = random.Random(20260112)
    for number in range(count):
        yield (
            Kill(seconds=chance.uniform(0.0, seconds)),
            Kill(place=chance.choice(places)),
            Kill(size=chance.randrange(size)),
        )[number % 3]


def content(path: Path) -> str:
    """Return a digest of every table of a database, but for the moments of making it."""
    digest = hashlib.sha256()
    with closing(duckdb.connect(str(path), read_only=True)) as connection:
        names = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY ALL").fetchall()
        for (name,) in names:
            left_out = [column for column in columns_of(connection, name) if column in WHEN_IT_WAS]
            rows = f'SELECT * {f"EXCLUDE ({left_out[0]})" if left_out else ""} FROM "{name}"'
            digest.update(f"{name}{connection.execute(f'{rows} ORDER BY ALL').fetchall()}".encode())
    return digest.hexdigest()


def columns_of(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [name for name, *_ in connection.execute(f'DESCRIBE "{table}"').fetchall()]


def loaded() -> str:
    """Return what is loaded."""
    with open_incidents(read_only=True):  # as publish opens it
        pass
    return content(incidents_path())


def released() -> tuple[str | None, dict[str, str]]:
    """Return which release is current, and the content of every release that is there."""
    named = releases_folder() / CURRENT
    found = {
        identity: "".join(content(release_folder(identity) / f"{part}.duckdb") for part in ("published", "internal"))
        for identity in release_ids()
    }
    return named.read_text() if named.exists() else None, found


def files() -> set[str]:
    """Return what lies in the home, without the log: it may say what was begun."""
    every = {path.relative_to(home()) for path in home().rglob("*")}
    return {str(path) for path in every if path.parts[0] != log_path().parent.name}


def killed_child(step: Callable[..., object], *arguments: object, kill: Kill) -> bool:
    """Run the step to its kill; return whether it came so far."""
    environment = {"KREDSBLIK_HOME": os.environ["KREDSBLIK_HOME"], "KREDSBLIK_TODAY": TODAY}
    return run(step, *arguments, kill=kill, environment=environment) < 0


def started_again_from(folder: Path) -> None:
    shutil.rmtree(home())
    shutil.copytree(folder, home())


@pytest.mark.parametrize("count", KILLS)
def test_a_load_killed_anywhere_leaves_the_old_or_the_new(tmp_path: Path, count: int) -> None:
    before = tmp_path / "before"
    load([write(tmp_path, (row(number) for number in range(ROWS)), name="foer.csv")])
    shutil.copytree(home(), before)
    corrected = [row(n, metode="vindue" if n % 3 else "x") for n in range(1000, ROWS + 1000)]
    # The small one first, so that most of the moments come when one file is through and the other is not.
    paths = [
        write(tmp_path, [row(9999, kommunekode="217")], name="lille.csv"),
        write(tmp_path, corrected, name="ny.csv"),
    ]
    old, places = loaded(), lines_of(load, paths)
    new, clean, size = loaded(), files(), incidents_path().stat().st_size
    seconds, chance = seconds_of(lambda: killed_child(load, paths, kill=Kill()), before), random.Random(217)
    came_so_far = 0
    for kill in kills(count, seconds, places, size):
        came_so_far += killed_child(load, paths, kill=kill)
        found = loaded()
        assert found in (old, new), kill
        if found == new or chance.random() < MENDED:
            load(paths)
            assert (loaded(), files()) == (new, clean), kill
            started_again_from(before)
    assert came_so_far >= count / 2


@pytest.mark.parametrize("count", KILLS)
def test_a_publish_killed_anywhere_leaves_the_old_or_the_new(tmp_path: Path, count: int) -> None:
    before = tmp_path / "before"
    load([write(tmp_path, (row(number) for number in range(100)), name="foer.csv")])
    first = publish().id
    load([write(tmp_path, [row(number) for number in range(200)], name="ny.csv")])
    shutil.copytree(home(), before)
    (_, old), places = released(), lines_of(publish)
    second, whole = released()
    clean, size = files(), largest(releases_folder())
    seconds, chance = seconds_of(lambda: killed_child(publish, kill=Kill()), before), random.Random(217)
    came_so_far = 0
    for kill in kills(count, seconds, places, size):
        came_so_far += killed_child(publish, kill=kill)
        found = released()
        # The new release may be whole in its place and not named yet: nobody is shown it.
        assert found in ((first, old), (first, whole), (second, whole)), kill
        if found != (first, old) or chance.random() < MENDED:
            assert publish().id == second
            assert (released(), files()) == ((second, whole), clean), kill
            started_again_from(before)
    assert came_so_far >= count / 2


def test_the_first_publish_killed_before_the_release_is_named_can_be_run_again(tmp_path: Path) -> None:
    load([write(tmp_path, [row(1)])])
    identity = publish().id
    (releases_folder() / CURRENT).unlink()
    load([write(tmp_path, [row(1), row(2)])])
    assert publish().id != identity
    assert set(release_ids()) >= {identity}


def publish_command() -> None:
    run_command(lambda _: main([]))


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.9, 0.99])
def test_a_disk_that_is_full_while_publishing_changes_nothing(tmp_path: Path, share: float) -> None:
    load([write(tmp_path, [row(1)], name="foer.csv")])
    publish()
    load([write(tmp_path, [row(1), row(2)], name="ny.csv")])
    (current, old), before = released(), files()
    size = min(path.stat().st_size for path in releases_folder().rglob("*.duckdb"))
    environment = {"KREDSBLIK_HOME": os.environ["KREDSBLIK_HOME"], "KREDSBLIK_TODAY": TODAY}
    assert run(publish_command, kill=Kill(disk=int(size * share)), environment=environment) == REFUSED
    assert (released(), files()) == ((current, old), before)
    assert publish().created


def seconds_of(step: Callable[[], object], before: Path) -> float:
    """Return how long the step takes on what was there before."""
    started_again_from(before)
    started = time.monotonic()
    assert not step()
    seconds = time.monotonic() - started
    started_again_from(before)
    return seconds


def largest(folder: Path) -> int:
    return max(path.stat().st_size for path in folder.rglob("*.duckdb"))
