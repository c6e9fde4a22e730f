"""`python -m tests.bench [--size N]…`: measure everything, print one JSON line per figure."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.ingest import measure_ingest
from tests.bench.packs import measure_packs
from tests.bench.repaint import measure_repaint
from tests.bench.selection import measure_selection
from tests.bench.serving import measure_serving

SIZES = (1_000_000, 10_000_000)


def main(arguments: Sequence[str]) -> int:
    """Measure at each size, in a folder that is gone afterwards; return 0 also where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Måler Kredsblik.")
    parser.add_argument("--size", type=int, action="append", help="antal hændelser (kan gentages)")
    sizes = parser.parse_args(arguments).size or SIZES
    with TemporaryDirectory(prefix="kredsblik-bench-") as folder:
        homes = {rows: Path(folder) / str(rows) for rows in sorted(sizes)}
        for rows, home in homes.items():
            home.mkdir()
            measure_ingest(home, rows)
        measure_selection(homes)
        for rows, home in homes.items():
            largest = rows == max(homes)
            heaviest = measure_serving(home, rows, crowd=largest)
            measure_packs(home, rows)
            if largest:
                measure_repaint(home, rows, heaviest)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
