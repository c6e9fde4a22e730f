"""The smallest difference that two years can show, printed where theirs is not established."""

import pytest

from analysis.change import smallest_findable_rise
from analysis.year_total import findable_difference


@pytest.mark.parametrize("cases", [1, 3, 7, 15, 35, 70, 140, 300, 540, 2000])
def test_it_follows_the_exact_power_within_a_tenth(cases: int) -> None:
    assert findable_difference(cases, 1.0) == pytest.approx(cases * smallest_findable_rise(cases), rel=0.1)


def test_counts_that_vary_more_than_chance_need_a_greater_difference() -> None:
    # 400 cases that vary four times as much as chance carry as much as 100 that do not: 46 % of 400, not 22 %.
    assert findable_difference(400, 4.0) == pytest.approx(400 * smallest_findable_rise(100), rel=0.05)
    assert findable_difference(400, 0.5) == findable_difference(400, 1.0)


def test_against_no_cases_it_is_that_of_one() -> None:
    assert findable_difference(0, 1.0) == findable_difference(1, 1.0)
