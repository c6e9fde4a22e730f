"""From file to release: load against DuckDB and pandas, memory, bytes per row, publish against load."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.bench.figures import Goal, tell

# Small runs are measured three times, in turns, and the best of each counts: the machine has other work to do.
ROUNDS_UP_TO = 2_000_000
ROUNDS = 3


@dataclass(frozen=True)
class Taken:
    """What a step took."""

    seconds: float
    megabytes: float


def measure_ingest(home: Path, rows: int) -> None:
    """Make an extract of `rows` rows, load and publish it in `home`, and tell how that compares."""
    run(home, "data.demo", "--rows", str(rows))
    extract = next((home / "demo").glob("haendelser*.csv"))
    rounds = [one_round(home, extract) for _ in range(ROUNDS if rows <= ROUNDS_UP_TO else 1)]
    best = {name: min((each[name] for each in rounds), key=lambda taken: taken.seconds) for name in rounds[0]}
    tell_ingest(rows, best, stored_bytes_per_row(home), id_length(home))


def one_round(home: Path, extract: Path) -> dict[str, Taken]:
    """Run each step once, on a home without what an earlier round left."""
    for left in ("incidents.duckdb", "duckdb_alone.duckdb"):
        (home / left).unlink(missing_ok=True)
    steps = ("duckdb", "load", "pandas", "publish")
    return {name: step(home, name, *([] if name == "publish" else [str(extract)])) for name in steps}


def tell_ingest(rows: int, taken: dict[str, Taken], stored: float, id_bytes: float) -> None:
    """Print the figures of one size."""
    load, alone, pandas, publish = (taken[name] for name in ("load", "duckdb", "pandas", "publish"))
    at = f"@{rows}"
    seconds = f"load {load.seconds:.2f} s, DuckDB {alone.seconds:.2f} s, pandas {pandas.seconds:.2f} s"
    tell(f"load_against_duckdb{at}", alone.seconds / load.seconds, "x", Goal(">=", 0.70), seconds)
    tell(f"load_against_pandas{at}", pandas.seconds / load.seconds, "x", Goal(">=", 6), seconds)
    tell(f"load_rows_per_second{at}", rows / load.seconds, "rows/s")
    tell(f"load_peak_memory{at}", load.megabytes, "MB", Goal("<=", 1024), f"pandas {pandas.megabytes:.0f} MB")
    tell(f"bytes_per_row{at}", stored, "bytes", Goal("<=", round(20 + id_bytes, 1)), f"an id is {id_bytes:.1f} bytes")
    detail = f"publish {publish.seconds:.2f} s, at most {publish.megabytes:.0f} MB"
    tell(f"publish_against_load{at}", publish.seconds / load.seconds, "x", Goal("<=", 1.0), detail)


def run(home: Path, module: str, *arguments: str) -> str:
    """Run one of our commands on `home` and return what it printed."""
    environment = {**os.environ, "KREDSBLIK_HOME": str(home)}
    command = [sys.executable, "-m", module, *arguments]
    # What a step tells people goes nowhere: the figures alone are printed.
    ended = subprocess.run(command, env=environment, capture_output=True, check=False, text=True)
    if ended.returncode != 0:
        raise RuntimeError(f"{module} failed:\n{ended.stderr}")
    return ended.stdout


def step(home: Path, name: str, *files: str) -> Taken:
    """Run one step in a process of its own and return what it took."""
    return Taken(**json.loads(run(home, "tests.bench.step", name, *files)))


def stored_bytes_per_row(home: Path) -> float:
    """Return the size of incidents.duckdb per incident."""
    return (home / "incidents.duckdb").stat().st_size / asked(home, "SELECT count(*) FROM incidents")


def id_length(home: Path) -> float:
    """Return the mean length of an incident's id: it is different in every row, and takes its own length to store."""
    return asked(home, "SELECT avg(strlen(haendelse_id)) FROM incidents")


def asked(home: Path, question: str) -> float:
    """Return the one number that answers a question about the incidents."""
    with duckdb.connect(str(home / "incidents.duckdb"), read_only=True) as connection:
        row = connection.execute(question).fetchone()
    if row is None:
        raise RuntimeError("incidents.duckdb is empty")
    return float(row[0])
