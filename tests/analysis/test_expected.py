import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.answers import Break
from analysis.expected import MONTHLY, QUARTERLY, Level, Obstacle, expected_level
from analysis.usable import usable_periods
from tests.analysis.published_series import MUNICIPALITIES, QUARTERS, column, published_counts

FILES = Path(__file__).parent / "files"
BURGLARY = published_counts("1320")
NOW = column("2025K4")


def usable_quarters(*years_out: int):
    """Return usable quarters since the burglary law of 2018, COVID left out, and the given years too."""
    covid = [quarter.code in ("2020K1", "2020K2", "2020K3", "2020K4", "2021K1", "2021K2") for quarter in QUARTERS]
    return np.array(
        [
            quarter.year >= 2018 and not out and quarter.year not in years_out
            for quarter, out in zip(QUARTERS, covid, strict=True)
        ]
    )


def fixture_counts():
    with (FILES / "fixture_signal_monthly.csv").open(newline="") as file:
        _, *rows = csv.reader(file)
    return np.array([[float(cell) for cell in row[1:]] for row in rows]).T


def level_of(counts, first, width=1, design=QUARTERLY, usable=None) -> Level:
    level = expected_level(counts, first, width, design, usable)
    assert isinstance(level, Level)
    return level


# --- the published figures ---------------------------------------------------------------------------------------

MEANS_AND_VARIANCES = {
    "157": (121.774669, 563.306807), "173": (81.046326, 374.905120), "190": (56.219476, 260.060767),
    "201": (21.031009, 97.285506), "210": (42.882739, 198.367519), "217": (93.767521, 433.750987),
    "219": (37.445454, 173.215657), "223": (39.086899, 180.808672), "230": (104.539501, 483.580149),
    "240": (38.984309, 180.334108), "250": (31.187447, 144.267287), "260": (16.106675, 74.506461),
    "270": (32.726301, 151.385738),
}  # fmt: skip


def test_burglary_in_the_fourth_quarter_of_2025():
    level = level_of(BURGLARY, NOW, usable=usable_quarters())
    assert level.dispersion == pytest.approx(4.195405, abs=5e-7)
    assert level.trend.used == 0
    assert len(level.baseline) == 12
    for row, area in enumerate(MUNICIPALITIES):
        assert (level.mean[row], level.variance[row]) == pytest.approx(MEANS_AND_VARIANCES[area], abs=1e-6), area


def test_the_district_is_the_same_model_with_one_row():
    level = level_of(BURGLARY.sum(axis=0, keepdims=True), NOW, usable=usable_quarters())
    assert level.mean[0] == pytest.approx(716.798325, abs=1e-6)
    assert level.variance[0] == pytest.approx(13627.138632, abs=1e-6)
    assert level.dispersion == pytest.approx(17.242234, abs=1e-6)


def test_after_the_break_of_2018_the_first_quarter_of_2022_has_ten_quarters_of_baseline():
    level = level_of(BURGLARY, column("2022K1"), usable=usable_quarters())
    assert [QUARTERS[index].code for index in level.baseline] == [
        "2018K1", "2018K2", "2018K3", "2018K4", "2019K1", "2019K2", "2019K3", "2019K4", "2021K3", "2021K4",
    ]  # fmt: skip
    assert level.dispersion == pytest.approx(5.801720, abs=1e-6)
    gentofte = MUNICIPALITIES.index("157")
    assert level.mean[gentofte] == pytest.approx(124.673677, abs=1e-6)
    assert level.variance[gentofte] == pytest.approx(812.202865, abs=1e-6)


@pytest.mark.parametrize("width", [1, 3, 12])
def test_the_monthly_fixture(width):
    counts = fixture_counts()
    expected = json.loads((FILES / "fixture_signal_expected.json").read_text())[f"w{width}"]
    level = level_of(counts, counts.shape[1] - width, width, MONTHLY)
    assert level.season == pytest.approx(np.array(expected["season"]), abs=1e-6)
    assert level.trend.estimate == pytest.approx(expected["trend_raw"])
    assert level.trend.used == pytest.approx(expected["trend_used"])
    assert level.trend.standard_error == pytest.approx(expected["trend_se"])
    assert level.dispersion == pytest.approx(expected["phi"])
    assert level.mean == pytest.approx(np.array(expected["mu"]), abs=1e-6)
    assert level.variance == pytest.approx(np.array(expected["var"]), abs=1e-6)


# --- which periods are used -------------------------------------------------------------------------------------


def flat(municipalities=2, periods=30, count=10.0):
    return np.full((municipalities, periods), count)


def test_the_baseline_is_the_newest_usable_twelve_of_the_twenty_before():
    usable = np.ones(30, np.bool_)
    usable[[20, 24]] = False
    assert level_of(flat(), 25, usable=usable).baseline.tolist() == [11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23]


def test_the_season_looks_back_twenty_quarters_and_no_farther():
    counts = flat(periods=26)
    counts[:, 4] = 1000  # 21 quarters before the window
    assert level_of(counts, 25).season == pytest.approx(np.ones(4))
    counts[:, 5] = 1000
    assert level_of(counts, 25).season.max() > 2


@pytest.mark.parametrize(
    ("usable_before", "answer"),
    [
        (range(12, 20), None),  # eight quarters, each season twice
        (range(13, 20), Obstacle.HISTORY),  # seven
        ((4, 5, 6, 8, 9, 10, 12, 13, 14, 15), Obstacle.SEASON),  # ten, but the fourth season only once
        ((4, 5, 6, 8, 9, 10, 11, 13, 14, 15), None),  # every season twice or more
    ],
)
def test_eight_quarters_and_each_season_twice(usable_before, answer):
    usable = np.zeros(30, np.bool_)
    usable[list(usable_before)] = True
    usable[20] = True
    level = expected_level(flat(), 20, 1, QUARTERLY, usable)
    assert (level if isinstance(level, Obstacle) else None) == answer


@pytest.mark.parametrize(
    ("first", "width", "answer"),
    [(35, 3, Obstacle.HISTORY), (36, 3, None), (36, 12, None), (48, 12, None), (60, 1, None)],
)
def test_months_need_three_years(first, width, answer):
    level = expected_level(flat(periods=75), first, width, MONTHLY)
    assert (level if isinstance(level, Obstacle) else None) == answer


@pytest.mark.parametrize(
    ("months_after_break", "width", "answer"),
    [
        (23, 3, Obstacle.HISTORY),
        (24, 3, None),  # two years are enough for a quarter …
        (24, 4, Obstacle.HISTORY),  # … and not for more
        (35, 12, Obstacle.HISTORY),
        (36, 12, None),
    ],
)
def test_months_after_a_break(months_after_break, width, answer):
    usable = np.arange(75) >= 60 - months_after_break
    level = expected_level(flat(periods=75), 60, width, MONTHLY, usable)
    assert (level if isinstance(level, Obstacle) else None) == answer


@pytest.mark.parametrize("barred", [25, 26, 27])
def test_a_window_with_an_unusable_period_is_not_judged(barred):
    usable = np.ones(30, np.bool_)
    usable[barred] = False
    assert (expected_level(flat(), 25, 2, QUARTERLY, usable) is Obstacle.WINDOW) == (barred in (25, 26))


def test_a_window_after_the_last_period_is_a_forecast():
    assert level_of(flat(periods=25), 25).mean == pytest.approx([10, 10])


def test_a_structural_break_reaches_the_model_through_the_mask():
    broken = Break(QUARTERS[20].first_day, None, "break", "")
    usable = usable_periods(QUARTERS, [broken])
    assert level_of(BURGLARY, 32, usable=usable).baseline.min() == 20
    assert expected_level(BURGLARY, 26, 1, QUARTERLY, usable) is Obstacle.HISTORY


# --- missing periods --------------------------------------------------------------------------------------------


def test_a_period_that_one_municipality_misses_is_unusable_for_all():
    counts = BURGLARY.copy()
    counts[3, NOW - 2] = np.nan
    masked = usable_quarters()
    masked[NOW - 2] = False
    whole, gap = level_of(BURGLARY, NOW, usable=masked), level_of(counts, NOW, usable=usable_quarters())
    np.testing.assert_array_equal(gap.mean, whole.mean)
    np.testing.assert_array_equal(gap.variance, whole.variance)


def test_a_municipality_with_too_few_periods_of_its_own_is_left_out_and_stops_nobody():
    counts = BURGLARY.copy()
    counts[3, : NOW - 5] = np.nan
    level = level_of(counts, NOW, usable=usable_quarters())
    others = np.delete(np.arange(13), 3)
    np.testing.assert_allclose(level.mean[others], level_of(BURGLARY[others], NOW, usable=usable_quarters()).mean)
    assert np.isnan(level.mean[3])
    assert np.isnan(level.variance[3])


def test_where_nobody_has_delivered_enough_there_is_no_level():
    counts = BURGLARY.copy()
    counts[:, : NOW - 5] = np.nan
    assert expected_level(counts, NOW, 1, QUARTERLY) is Obstacle.HISTORY


# --- trend -------------------------------------------------------------------------------------------------------


def growing(yearly: float):
    years = np.arange(32) / 4
    return np.outer([100.0, 300.0], np.exp(np.log(yearly) * years))


@pytest.mark.parametrize(
    ("yearly", "used"),
    [
        (1.05, np.log(1.05)),
        (1.30, np.log(1.10)),  # no steeper than + 10 % …
        (0.95, np.log(0.95)),
        (0.70, np.log(0.88)),  # … and - 12 % a year
        (1.001, 0.0),  # not two standard errors from none
    ],
)
def test_a_clear_trend_is_used_and_held_within_limits(yearly, used):
    # Even growth looks a little like season, hence the tolerance.
    assert level_of(growing(yearly), 31).trend.used == pytest.approx(used, abs=0.01)


def test_the_trend_is_widened_by_the_dispersion_it_leaves():
    counts = growing(1.05)
    counts[:, ::3] *= 2
    trend = level_of(counts, 31).trend
    assert trend.used == 0
    assert abs(trend.estimate) < 2 * trend.standard_error


def test_an_uncertain_trend_widens_the_variance_and_none_does_not():
    level = level_of(growing(1.05), 31)
    periods = np.append(level.baseline, 31)
    factors = level.season[periods % 4] * np.exp(level.trend.used * (periods - level.baseline.mean()) / 4)
    lever = (12 / 2 + 1 / 2) / 4
    plain = level.dispersion * level.mean * (1 + factors[-1] / factors[:-1].sum())
    assert level.variance == pytest.approx(plain + (level.trend.standard_error * lever * level.mean) ** 2)
    still = level_of(flat(periods=31), 30)
    assert still.variance == pytest.approx(1.0 * 10 * (1 + 1 / 12) * np.ones(2))


# --- rules that always hold ------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 60), min_size=96, max_size=96), st.sampled_from([1, 2, 3, 4]))
def test_whatever_is_counted_there_is_an_answer_without_a_warning(counts, municipalities):
    level = level_of(np.array(counts, dtype=float).reshape(municipalities, -1), 23)
    assert (level.mean >= 0).all()
    assert level.dispersion >= 1
    positive = level.mean > 0
    assert (level.variance[positive] > level.mean[positive]).all()
    assert level.season.sum() == pytest.approx(4)


@given(st.integers(1, 40))
def test_twice_the_district_twice_the_level(factor):
    once, more = level_of(BURGLARY, NOW), level_of(BURGLARY * factor, NOW)
    np.testing.assert_allclose(more.season, once.season)
    if once.trend.used == more.trend.used == 0:
        np.testing.assert_allclose(more.mean, once.mean * factor)


def test_the_order_of_municipalities_does_not_matter():
    order = np.random.default_rng(1).permutation(13)
    level, shuffled = (level_of(rows, NOW, usable=usable_quarters()) for rows in (BURGLARY, BURGLARY[order]))
    np.testing.assert_allclose(shuffled.mean, level.mean[order])


def test_only_the_past_is_used():
    later = BURGLARY.copy()
    later[:, NOW:] = 9999
    np.testing.assert_array_equal(level_of(later, NOW).mean, level_of(BURGLARY, NOW).mean)


def test_a_series_without_cases_expects_none():
    level = level_of(flat(count=0.0), 25)
    assert level.mean.tolist() == [0, 0]
    assert level.trend.used == 0


def test_a_season_without_cases_expects_none_in_it():
    counts = flat(periods=32)
    counts[:, 0::4] = 0
    assert level_of(counts, 28).mean.tolist() == [0, 0]
    assert level_of(counts, 29).mean == pytest.approx([10, 10])


def test_the_designs_are_whole_years():
    for design in (QUARTERLY, MONTHLY):
        assert (design.reach, design.baseline) == (5 * design.seasons, 3 * design.seasons)
    assert replace(QUARTERLY, seasons=12, reach=60, baseline=36, least_baseline=24, least_reach=36) == MONTHLY
