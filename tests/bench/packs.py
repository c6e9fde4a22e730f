"""How long a meeting's files take: twelve slides, and every municipality's pack in all formats."""

import time
from pathlib import Path

import pytest

from analysis.meetings import parse_meeting
from analysis.packs.build import build_pack, subject_of
from analysis.packs.files import pack_files_of
from data.municipalities import municipality_codes
from data.periods import Quarter
from data.release import open_release
from tests.bench.figures import Goal, tell

TWELVE_SLIDES = Goal("<=", 0.5)
EVERY_PACK = Goal("<=", 30)
SLIDES = 12
FIRST_QUARTER = 1


def measure_packs(home: Path, rows: int) -> None:
    """Tell both figures of the newest bilateral meeting that the release has numbers for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(home))
        release = open_release()
        year = Quarter.of(release.data_until).plus(1).year
        meeting = parse_meeting(f"{year}K{FIRST_QUARTER}")
        started = time.perf_counter()
        packs = [build_pack(release, subject_of(meeting, code)) for code in municipality_codes()]
        for pack in packs:
            pack_files_of(pack)
        tell(f"every_pack@{rows}", time.perf_counter() - started, "s", EVERY_PACK, f"{len(packs)} packs, every format")
        started = time.perf_counter()
        pack_files_of(packs[0], ("pptx",))
        slides = 1 + len(packs[0].sections)
        seconds = (time.perf_counter() - started) / slides * SLIDES
        tell(f"twelve_slides@{rows}", seconds, "s", TWELVE_SLIDES, f"{slides} slides, told for {SLIDES}")
