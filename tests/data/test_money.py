"""What victims lost: the median and its interval, and sums in which nobody's loss stands out."""

import numpy as np
import pytest

from data.disclosure import Partition
from data.money import Losses, Median, count_partition, may_be_summed, median, pooled, rounded_sum, sum_partition

# The vector `median_loss` of METHODS.md, section 8: median 7,000, interval 3,100 to 14,000 (coverage 0.96484).
PUBLISHED = [1200, 1800, 2500, 3100, 4000, 4200, 5600, 7000, 8500, 9900, 12500, 14000, 21000, 35000, 48000]


def losses(*amounts: int, others: int = 0) -> Losses:
    kroner, times = np.unique(np.array(sorted(amounts), dtype=np.int64), return_counts=True)
    return Losses(kroner, times.astype(np.int64), others)


def test_median_and_interval_are_order_statistics_to_the_nearest_thousand() -> None:
    # n = 15: k is the 2.5 % quantile of Bin(15, 1/2) = 4, so x_(4) = 3,100 and x_(12) = 14,000.
    assert median(losses(*PUBLISHED)) == Median(7000, 3000, 14000)


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([1000] * 9, None),  # nine losses
        # n = 10: k = 2, so the second smallest and the second largest; never the least or the greatest loss.
        ([1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 99_000], Median(6000, 2000, 9000)),
        # Even: the mean of the two in the middle, 4,400 and 4,600, is 4,500, which is told as 5,000.
        ([1_000] * 5 + [4_400] + [4_600] + [9_000] * 5, Median(5000, 1000, 9000)),
    ],
)
def test_median(amounts: list[int], expected: Median | None) -> None:
    assert median(losses(*amounts)) == expected


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([10_000] * 9, False),  # nine
        ([10_000] * 10, True),
        # The two largest are 2 x 51 of 120 = 85 %: at the limit. The rest, 18, is 35 % of the largest.
        ([51_000] * 2 + [2_250] * 8, True),
        ([52_000] * 2 + [2_250] * 8, False),  # 104 of 122 = 85.2 %
        # 100 and 1; the rest, 14.4, is under 15 % of the largest: who lost 1 reckons the 100 to within 14.4 %. The two
        # are 101 of 115.4 = 87.5 %, so both rules refuse it.
        ([100_000, 1_000] + [1_800] * 8, False),
    ],
)
def test_a_sum_in_which_somebody_stands_out_is_not_told(amounts: list[int], expected: bool) -> None:
    assert may_be_summed(losses(*amounts)) == expected


def test_a_sum_is_told_to_the_nearest_hundred_thousand() -> None:
    assert rounded_sum(losses(*[15_000] * 10)) == 200_000  # 150,000: halves go up
    assert rounded_sum(losses(*[14_999] * 10)) == 100_000


def test_the_rest_of_sums_obeys_the_rule_as_well() -> None:
    plenty, one_large, few = losses(*[10_000] * 20), losses(*[1_000] * 10, 900_000), losses(*[5_000] * 3)
    everywhere = {"a", "b", "c", "d"}
    # In b one stands out, c has too few; together one stands out still, 910 of 925 thousand. With a it is 910 of 1,125
    # thousand = 81 %, and the others' 215 are 24 % of the largest 900.
    several = {"a": plenty, "b": one_large, "c": few, "d": plenty}
    assert sum_partition(several, everywhere) == Partition(("d",), ("a", "b", "c"))
    assert sum_partition({"a": plenty, "c": few, "d": plenty}, everywhere) == Partition(("d",), ("a", "c"))
    assert sum_partition({"b": one_large, "c": few}, everywhere) is None


def test_a_place_whose_number_of_reports_is_not_told_is_in_the_rest_of_sums() -> None:
    plenty = losses(*[10_000] * 20)
    assert sum_partition({"a": plenty, "b": plenty, "c": plenty}, {"a", "b"}) == Partition(("b",), ("a", "c"))


def test_how_many_lost_something_is_told_only_where_it_does_not_tell_of_a_few_who_did_not() -> None:
    enough, few = losses(*[1_000] * 20, others=6), losses(*[1_000] * 20, others=2)
    places = {"a": enough, "b": enough, "c": few}
    assert count_partition(places, {"a", "b", "c"}) == Partition(("b",), ("a", "c"))


def test_pooled_losses_are_those_of_all_places() -> None:
    both = pooled([losses(1_000, 3_000, others=1), losses(2_000, 3_000, others=4)])
    assert (both.count, both.total, both.others) == (4, 9_000, 5)
    assert [both.ranked(rank) for rank in (1, 2, 3, 4)] == [1_000, 2_000, 3_000, 3_000]
