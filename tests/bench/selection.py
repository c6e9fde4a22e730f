"""One selection from a release: what a page asks for, at each size."""

import os
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from data.catalogue import AREAS
from data.release import Release, open_release
from tests.bench.figures import Goal, tell

ROUNDS = 100


def measure_selection(homes: dict[int, Path]) -> None:
    """Tell how long a selection takes at each size, and how the largest compares with the smallest."""
    releases = {rows: released(home) for rows, home in homes.items()}
    choices = [list(area.headline) for area in AREAS.values() if area.headline]
    # In turns, so that whatever else the machine does falls on all sizes alike.
    rounds = [{rows: seconds(release, choices) for rows, release in releases.items()} for _ in range(ROUNDS)]
    typical = {rows: median(each[rows] for each in rounds) * 1000 for rows in releases}
    for rows, milliseconds in typical.items():
        tell(f"selection@{rows}", milliseconds, "ms", Goal("<=", 3.0), "an area's quarters, all municipalities")
    smallest, largest = min(typical), max(typical)
    if smallest < largest:
        tell(f"selection@{largest}_against_{smallest}", typical[largest] / typical[smallest], "x", Goal("<=", 1.2))


def released(home: Path) -> Release:
    """Return the release of a home."""
    os.environ["KREDSBLIK_HOME"] = str(home)
    return open_release()


def seconds(release: Release, choices: Sequence[Iterable[str]]) -> float:
    """Return the mean seconds of one selection."""
    started = time.perf_counter()
    for categories in choices:
        release.rows("count_quarter", categories=categories)
    return (time.perf_counter() - started) / len(choices)
