"""Which point of a series stands for what was chosen."""

import pytest

from analysis.answers import Point
from analysis.shown_period import shown_period
from data.periods import Period, Quarter, Year
from tests.analysis.made import series

QUARTERS = series([Point(Quarter(2025, number), 1) for number in (1, 2, 3)])
YEARS = series([Point(Year(year), 1) for year in (2023, 2024)])


@pytest.mark.parametrize(
    ("of", "chosen", "shown"),
    [
        (QUARTERS, Quarter(2025, 2), Quarter(2025, 2)),
        (QUARTERS, Quarter(2026, 1), Quarter(2025, 3)),
        (QUARTERS, Quarter(2020, 1), Quarter(2020, 1)),  # nothing stands for a time before the series
        (YEARS, Quarter(2024, 1), Year(2024)),
        (YEARS, Quarter(2025, 4), Year(2024)),
        (YEARS, Year(2023), Year(2023)),
    ],
)
def test_the_period_itself_or_the_newest_that_has_begun(of: object, chosen: Period, shown: Period) -> None:
    assert shown_period(of, chosen) == shown  # type: ignore[arg-type]
