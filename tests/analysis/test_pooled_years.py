"""Years told as one: a reader who asks for a newer year is told which are shown, and when the next will be."""

import pytest

from analysis.answers import Breakdown
from analysis.pooled_years import pool_notes
from data.periods import Period, Quarter, Year, Years


def group(period: Year | Years) -> tuple[str, tuple[Breakdown, ...]]:
    return ("Uheld", (Breakdown("spiritus", "Spiritus", "Helsingør", period, (("Uden", 9), ("Med", 6)), 0, None, "x"),))


@pytest.mark.parametrize("chosen", [Quarter(2025, 4), Year(2023)])
def test_a_pool_that_ends_before_the_chosen_period_says_when_the_next_is_shown(chosen: Period) -> None:
    (note,) = pool_notes((group(Years(2020, 2022)), group(Years(2020, 2022))), chosen)
    assert note.startswith(
        "Fordelingerne af uheld er for 2020–2022 lagt sammen. 2023–2025 vises, når alle årene er slut"
    )


def test_a_pool_that_holds_the_chosen_year_and_a_single_year_need_no_note() -> None:
    assert pool_notes((group(Years(2020, 2022)),), Quarter(2022, 4)) == ()
    assert pool_notes((group(Year(2024)),), Quarter(2025, 4)) == ()
