"""One step in a process of its own: `python -m tests.bench.step NAME [FILE…]` prints its seconds and peak memory.

What is timed is the work, not the start of Python: the imports are done before the clock starts.
"""

import importlib
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from data.home import home

STATUS = Path("/proc/self/status")
DATE_TIME = "%d-%m-%Y %H:%M"
DATE = "%d-%m-%Y"


def load(files: Sequence[str]) -> Callable[[], object]:
    """Our own load of the extract into incidents.duckdb."""
    command = importlib.import_module("data.load").main
    return lambda: command(files)


def publish(_files: Sequence[str]) -> Callable[[], object]:
    """Our own release, made from what is loaded."""
    command = importlib.import_module("data.publish").main
    return lambda: command([])


def duckdb_alone(files: Sequence[str]) -> Callable[[], object]:
    """DuckDB's own reading of the same file into a table, with the types declared."""
    duckdb = importlib.import_module("duckdb")
    types = {name: duckdb_type for name, (duckdb_type, _) in column_types().items()}

    def read() -> None:
        with duckdb.connect(str(home() / "duckdb_alone.duckdb")) as connection:
            connection.execute(
                "CREATE TABLE t AS SELECT * FROM read_csv($file, delim = ';', header = true, columns = $types,"
                " timestampformat = $date_time, dateformat = $date)",
                {"file": files[0], "types": types, "date_time": DATE_TIME, "date": DATE},
            )

    return read


def pandas_alone(files: Sequence[str]) -> Callable[[], object]:
    """pandas' reading of the same file into memory, with the types declared."""
    pandas = importlib.import_module("pandas")
    dates = [name for name, (duckdb_type, _) in column_types().items() if duckdb_type in ("TIMESTAMP", "DATE")]
    types = {name: pandas_type for name, (_, pandas_type) in column_types().items() if name not in dates}
    formats = {name: DATE if column_types()[name][0] == "DATE" else DATE_TIME for name in dates}
    return lambda: pandas.read_csv(files[0], sep=";", dtype=types, parse_dates=dates, date_format=formats)


def column_types() -> dict[str, tuple[str, str]]:
    """Return each column of the contract with its type in DuckDB and in pandas."""
    contract = importlib.import_module("data.contract")
    kinds = contract.ColumnKind
    special = {
        kinds.TIMESTAMP: ("TIMESTAMP", ""),
        kinds.DATE: ("DATE", ""),
        kinds.COUNT: ("INTEGER", "Int64"),
    }
    return {name: special.get(column.kind, ("VARCHAR", "string")) for name, column in contract.COLUMNS.items()}


def peak_megabytes() -> float:
    """Return the most memory this process has held; Linux' own count, since the other includes the parent's."""
    if STATUS.exists():
        line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


STEPS = {"load": load, "publish": publish, "duckdb": duckdb_alone, "pandas": pandas_alone}


def main(arguments: Sequence[str]) -> None:
    """Run the step and print what it took; what the step itself prints goes to standard error."""
    answer, sys.stdout = sys.stdout, sys.stderr
    work = STEPS[arguments[0]](arguments[1:])
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "megabytes": peak_megabytes()}), file=answer)


if __name__ == "__main__":
    main(sys.argv[1:])
