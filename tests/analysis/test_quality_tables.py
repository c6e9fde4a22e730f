"""The analyst's tables: sums that must be even, differences stated, and what was never delivered is no zero."""

import datetime as dt

import pytest

from analysis.answers import Agreement, Balance, CoverageCell, CoverageRow, Delivery, Quality
from analysis.delays import delay
from analysis.quality_tables import (
    agreement_table,
    balance_table,
    coverage_table,
    delay_table,
    delivery_table,
    quality_title,
)
from data.municipalities import DISTRICT_NAME
from data.periods import Year
from tests.analysis.made import LAST

DELIVERY = Delivery(1, "udtræk.csv", dt.date(2026, 1, 12), dt.datetime(2026, 1, 13, 9, 5), 12000, 3, True)
EVEN = Balance("Indbrud", LAST, 1056, 1, 1057)
UNEVEN = Balance("Færdsel", LAST, 100, None, 101)
SAME = Agreement("Indbrud", "Gentofte", LAST, 202, 202)
OTHER = Agreement("Indbrud", "Hørsholm", LAST, 70, 68)
WHOLE = Agreement("Indbrud", DISTRICT_NAME, LAST, 1057, 1056)


def quality(**parts: object) -> Quality:
    return Quality(**{"deliveries": (), "coverage": (), "delays": (), "balances": (), "agreements": (), **parts})  # type: ignore[arg-type]


def test_a_delivery_says_when_and_how_much() -> None:
    rows = delivery_table(quality(deliveries=(DELIVERY,))).rows
    assert rows == (("udtræk.csv (demodata)", "12.01.2026", "13.01.2026 kl. 09.05", 12000, 3),)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (CoverageCell(2025, 156, 0, 156), "alt"),
        (CoverageCell(2025, 144, 0, 156), "144 af 156"),
        (CoverageCell(2025, 13, 13, 156), "13 af 156, 13 foreløbige"),
        (CoverageCell(2025, 0, 0, 156), None),
    ],
)
def test_coverage_is_all_some_or_missing(cell: CoverageCell, said: str | None) -> None:
    found = quality(coverage=(CoverageRow("indbrud", "Indbrud", (cell,)),))
    assert coverage_table(found).rows == (("Indbrud", said),)


def test_a_year_that_only_another_category_has_is_missing_and_not_zero() -> None:
    old, new = CoverageCell(2024, 156, 0, 156), CoverageCell(2025, 156, 0, 156)
    found = quality(coverage=(CoverageRow("a", "A", (old, new)), CoverageRow("b", "B", (new,))))
    assert coverage_table(found).rows == (("A", "alt", "alt"), ("B", None, "alt"))


def test_the_municipalities_and_the_unknown_are_the_district() -> None:
    rows = balance_table(quality(balances=(EVEN, UNEVEN))).rows
    assert [row[-1] for row in rows] == [0, -1]  # 1056 + 1 - 1057; 100 + 0 - 101


def test_the_difference_from_statistics_denmark_is_stated() -> None:
    assert [row[-1] for row in agreement_table(quality(agreements=(SAME, OTHER, WHOLE))).rows] == [0, 2, 1]


def test_what_one_side_lacks_has_no_difference() -> None:
    lacking = Agreement("Indbrud", "Gentofte", LAST, 202, None)
    assert agreement_table(quality(agreements=(lacking,))).rows[0][-1] is None


def test_the_title_counts_what_agrees_and_leaves_the_district_out() -> None:
    found = quality(balances=(EVEN, UNEVEN), agreements=(SAME, OTHER, WHOLE))
    said = (
        "Kommunerne og uoplyst giver hele kredsen i 1 af 2 kategorier. 1 af 2 tal er de samme som Danmarks Statistiks."
    )
    assert quality_title(found) == said


def test_the_title_says_alle_when_all_agree() -> None:
    found = quality(balances=(EVEN, EVEN), agreements=(SAME, SAME, WHOLE))
    assert "i alle 2 kategorier. Alle 2 tal er de samme" in quality_title(found)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([(0, 5), (1, 4), (31, 1)], (10, 0, 1, 1)),  # half of 10 on the day itself, 9 by day 1, one after a month
        ([(0, 4), (1, 5), (30, 1)], (10, 1, 1, 0)),  # the fifth came on day 1; 30 days is not more than a month
        ([(3, 1)], (1, 3, 3, 0)),
    ],
)
def test_the_delay_is_told_in_days_that_occur(days: list[tuple[int, int]], said: tuple[int, ...]) -> None:
    rows = delay_table(quality(delays=(delay("Indbrud", Year(2025), days),))).rows
    assert rows == (("Indbrud", "2025", *said),)
