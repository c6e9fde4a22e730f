"""Counts alone: the same numbers and reasons as the full answer, without what is judged."""

from pathlib import Path

import numpy as np
import pytest

from analysis.question import Question
from analysis.situation import counted, situation
from analysis.usable import usable_periods
from data.municipalities import DISTRICT
from data.periods import Period, Quarter, Year
from data.release import open_release
from tests.pages.places import HELSINGOER


@pytest.mark.parametrize("period", [Quarter(2025, 4), Quarter(2026, 1), Quarter(2016, 1), Year(2025)])
@pytest.mark.parametrize("area", ["uheld_materiel", "fiat_besoeg", "faerdsel", "narkotikasalg_skole"])
def test_the_count_is_the_answers_own(
    demo_home: Path, monkeypatch: pytest.MonkeyPatch, area: str, period: Period
) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(demo_home))
    release = open_release()
    for place in (HELSINGOER, DISTRICT):
        asked = Question(area, place, period)
        bare, full = counted(release, asked), situation(release, asked)
        assert (bare.observed, bare.observed_last_year, bare.provisional) == (
            full.observed,
            full.observed_last_year,
            full.provisional,
        )
        if full.observed is None or full.provisional:
            assert bare.reason == full.reason
        assert bare.sentence is None


def test_what_is_kept_for_everyone_cannot_be_changed_by_one() -> None:
    kept = usable_periods([Quarter(2025, 1)], [])
    assert usable_periods((Quarter(2025, 1),), ()) is kept
    with pytest.raises(ValueError, match="read-only"):
        kept[0] = np.False_
