import json

import numpy as np
import pytest

from analysis.expected import MONTHLY, QUARTERLY, Obstacle, expected_level
from analysis.forecast import covered, next_level, outlook
from tests.analysis.test_expected import BURGLARY, FILES, fixture_counts, flat, usable_quarters


def test_the_next_quarter_of_the_fixture():
    expected = json.loads((FILES / "fixture_signal_expected.json").read_text())["forecast_next_quarter"]
    told = outlook(fixture_counts(), 3, MONTHLY)
    assert told.mean == pytest.approx(np.array(expected["mu"]), abs=1e-6)
    assert told.variance == pytest.approx(np.array(expected["var"]), abs=1e-6)
    assert [told.low80.tolist(), told.high80.tolist()] == expected["pi80"]
    assert [told.low95.tolist(), told.high95.tolist()] == expected["pi95"]


def test_drift_is_eight_per_cent_of_the_mean_in_the_standard_deviation():
    counts = flat(periods=25, count=50.0)
    plain, drifting = expected_level(counts, 25, 1, QUARTERLY), next_level(counts, 1, QUARTERLY)
    assert drifting.variance - plain.variance == pytest.approx([(0.08 * 50) ** 2] * 2)


@pytest.mark.parametrize(("count", "told"), [(3.0, True), (2.95, False), (0.0, False)])
def test_below_three_nothing_is_told(count, told):
    counts = flat(periods=24)
    counts[0] = count
    assert np.isfinite(outlook(counts, 1, QUARTERLY).low80).tolist() == [told, True]


def test_too_little_history_is_no_forecast():
    assert outlook(flat(periods=7), 1, QUARTERLY) is Obstacle.HISTORY


def test_the_real_series_are_covered_about_four_times_in_five():
    usable = usable_quarters()
    held = [
        covered(BURGLARY[:, end], outlook(BURGLARY[:, :end], 1, QUARTERLY, usable[:end])) for end in range(28, 40)
    ]  # fmt: skip
    inside, told = np.sum(held, axis=0)
    assert told == 12 * 13
    assert 0.77 <= inside / told <= 0.95


def test_what_was_not_delivered_is_not_counted_as_covered():
    told = outlook(flat(periods=24), 1, QUARTERLY)
    assert covered(np.array([10.0, np.nan]), told) == (1, 1)
    assert covered(np.array([500.0, told.high80[1]]), told) == (1, 2)
