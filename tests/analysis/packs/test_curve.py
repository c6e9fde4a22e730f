"""A curve on paper: places by hand, gaps and open numbers not joined."""

from dataclasses import replace

import pytest

from analysis.packs.curve import HEADROOM, LEFT, RIGHT, curve
from analysis.packs.series_window import MOST_POINTS, window
from analysis.palette import BLUE, ORANGE
from data.periods import Quarter
from tests.analysis.made import LAST, quarters, series


def test_the_ends_stand_at_the_edges_and_heights_follow_the_counts() -> None:
    drawn = curve(series(quarters([0, 50, 100])), LAST)
    assert drawn["curve"][0][0] == (LEFT, 0.0)
    # 100 of 100 x 1,15 = 0,8696 of the height
    assert drawn["curve"][-1][1] == (RIGHT, pytest.approx(1 / HEADROOM))


def test_no_line_leads_over_a_gap_or_to_a_number_that_still_grows() -> None:
    drawn = curve(series(quarters([5, None, 7, 8, 3], provisional=True)), LAST)
    assert len(drawn["curve"]) == 1  # only 7 to 8
    assert len(drawn["dots"]) == 4
    assert drawn["dots"][-1]["label"] == "3 (foreløbigt)"


@pytest.mark.parametrize(("low", "high", "colour"), [(1, 9, BLUE), (1, 4, ORANGE)])
def test_a_number_outside_its_range_has_another_colour(low: int, high: int, colour: str) -> None:
    drawn = curve(series(quarters([5, 5], low=low, high=high)), LAST)
    assert drawn["dots"][-1]["colour"] == colour


def test_the_band_is_drawn_only_where_every_point_has_a_range() -> None:
    ranged = [replace(point, low=1, high=9) for point in quarters([5, 5, 5])]
    assert len(curve(series(ranged), LAST)["band"]) == 6
    assert curve(series(quarters([5, 5], low=1, high=9)), LAST)["band"] == []


def test_the_grid_has_round_numbers_and_few_lines() -> None:
    for top in (1, 4, 7, 23, 163, 2134):
        labels = [line["label"] for line in curve(series(quarters([top, top])), LAST)["lines"]]
        assert labels[0] == "0" and 2 <= len(labels) <= 5


def test_the_window_ends_with_the_chosen_quarter_and_begins_whole_years_before() -> None:
    shown = window(series(quarters(list(range(40)))), Quarter(2025, 3))
    assert shown.points[-1].period == Quarter(2025, 3)
    assert len(shown.points) == MOST_POINTS and shown.points[0].period == Quarter(2021, 3)


def test_the_window_begins_where_the_range_begins() -> None:
    points = [replace(point, low=0, high=9) if at >= 6 else point for at, point in enumerate(quarters([5] * 12))]
    # Six quarters have a range, of which five are a whole year and the chosen one.
    assert len(window(series(points), LAST).points) == 5
