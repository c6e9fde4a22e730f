"""Where the plan's goals stand, on the demo district."""

from pathlib import Path

import pytest

from analysis.plan import GOALS, plan_progress
from analysis.plan_tables import plan_table, plan_title
from data.municipalities import DISTRICT, municipality_codes
from data.release import Release, open_release


@pytest.fixture
def release(demo_home: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    monkeypatch.setenv("KREDSBLIK_HOME", str(demo_home))
    return open_release()


def test_burglary_goes_from_2022_to_the_latest_four_quarters(release: Release) -> None:
    burglary = plan_progress(release, "217")[0]
    # Published: 70 + 50 + 51 + 84 in 2022; 102 + 45 + 90 + 163 in 2025.
    assert (burglary.baseline, burglary.latest) == (255, 400)
    assert [quarter.code for quarter in burglary.quarters] == ["2025K1", "2025K2", "2025K3", "2025K4"]
    assert burglary.change is not None
    assert burglary.change.ratio == pytest.approx(400 / 255)
    assert burglary.dispersion == pytest.approx(4.195405, rel=1e-5)


def test_a_change_is_established_only_when_its_interval_leaves_out_one(release: Release) -> None:
    for place in (*municipality_codes(), DISTRICT):
        for progress in plan_progress(release, place):
            if progress.change is not None and progress.change.low is not None and progress.change.high is not None:
                assert progress.is_established == (not progress.change.low <= 1 <= progress.change.high)


def test_every_goal_has_a_row_that_says_something(release: Release) -> None:
    found = plan_progress(release, DISTRICT)
    assert [progress.goal for progress in found] == list(GOALS)
    rows = plan_table(release, found).rows
    assert all(row[-1] for row in rows)
    assert plan_title(found).startswith("Hele kredsen: ")


def test_sums_of_three_years_and_sensitive_quarters_are_not_compared_here(release: Release) -> None:
    reasons = {progress.goal.area: progress.reason for progress in plan_progress(release, "217") if progress.reason}
    assert "sum af tre år" in str(reasons["faerdsel"])
    assert "hele, afsluttede år" in str(reasons["naere_relationer"])
