"""Nothing is half done: two loads at once, files that change, full disks. Kills have a file of their own."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from data.errors import UserError
from data.incidents import incidents_path, open_incidents
from data.load import load
from tests.data.load.extracts import load_one, row, stored, text, write

COMMAND = [sys.executable, "-m", "data.load"]
ROWS = 60_000
TABLES = ("incidents", "deliveries", "coverage", "refusals", "road_sections", "cell_dwellings")


def many(folder: Path, name: str, first: int, rows: int) -> Path:
    return write(folder, (row(number) for number in range(first, first + rows)), name=name)


def state() -> list[tuple[int, int]]:
    """Return the size and a checksum of every table, but for the moments of loading."""
    with open_incidents(read_only=True) as connection:
        sums = []
        for table in TABLES:
            rows = "(SELECT * EXCLUDE (loaded_at) FROM deliveries)" if table == "deliveries" else table
            sums += connection.execute(f"SELECT count(*), coalesce(bit_xor(hash(t)), 0) FROM {rows} AS t").fetchall()
        return sums


def test_two_loads_at_once_wait_for_each_other(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, [row(n, kommunekode=place)], name=f"{place}.csv") for n, place in enumerate(("157", "217"))
    ]
    running = [subprocess.Popen([*COMMAND, path], stderr=subprocess.PIPE, text=True) for path in paths]
    ended = [(process.communicate()[1], process.returncode) for process in running]
    assert [status for _, status in ended] == [0, 0], ended
    assert len(stored()) == 2


def test_a_load_that_waits_in_vain_says_so(tmp_path: Path) -> None:
    path = write(tmp_path, [row(1)])
    with open_incidents(read_only=False):
        other = subprocess.Popen([*COMMAND, path], stderr=subprocess.PIPE, text=True)
        with pytest.raises(UserError, match="En anden indlæsning"):
            load_one(path)
        _, told = other.communicate()
    assert (other.returncode, told.count("\n")) == (2, 1)
    assert "En anden indlæsning" in told


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, [row(1)])

    def meddle(_: float, told: str) -> None:
        if told.startswith("kontrollerer"):
            path.write_text(text([row(1), row(2)]))

    with pytest.raises(UserError, match="ændret, mens"):
        load([path], progress=meddle)
    assert stored() == []


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    load_one(write(tmp_path, [row(1, kommunekode="217")], name="foer.csv"))
    path = many(tmp_path, "stor.csv", 1000, ROWS)
    before = state()

    def almost_full() -> None:
        limit = incidents_path().stat().st_size + 300_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ended = subprocess.run([*COMMAND, path], capture_output=True, check=False, text=True, preexec_fn=almost_full)
    assert ended.returncode == 2
    assert "er disken fuld?" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert state() == before
    assert load_one(path).accepted == ROWS


def test_a_disk_that_is_full_at_the_first_load_leaves_no_half_database(tmp_path: Path) -> None:
    opening = "from data.incidents import open_incidents\nwith open_incidents(read_only=False): pass"

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))

    ended = subprocess.run([sys.executable, "-c", opening], capture_output=True, check=False, preexec_fn=full)
    assert ended.returncode == 1
    assert load_one(write(tmp_path, [row(1)])).accepted == 1


def test_what_a_killed_load_left_is_cleared_away(tmp_path: Path) -> None:
    left = incidents_path().parent / ".incidents-tmp" / "duckdb_temp_storage-0.tmp"
    left.parent.mkdir(parents=True)
    left.write_text("rows")
    load_one(write(tmp_path, [row(1)]))
    assert not left.exists()
