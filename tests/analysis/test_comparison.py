"""What a count is set against: the right periods, nothing across a break, caution where a time was unusual."""

from collections.abc import Iterator

import pytest

from analysis.choice import Compare
from analysis.comparison import NOTHING_BEFORE, comparison
from analysis.question import Question
from data.periods import Quarter, Year, parse_period
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

HELSINGOER = "217"
# Burglaries by quarter: one in 2022K4, two in 2023K4, three in 2024K4, six in 2025K4.
BURGLARIES = {"2022-11-05": 1, "2023-11-05": 2, "2024-11-05": 3, "2025-11-05": 6}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    days = [day for day, count in BURGLARIES.items() for _ in range(count)]
    burglaries = [incident(at, "indbrud_beboelse", day, HELSINGOER) for at, day in enumerate(days)]
    injured = [
        incident(100 + year, "uheld_personskade", f"{year}-05-05", HELSINGOER, alvorligt=1, status="endelig")
        for year in range(2017, 2026)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("home")))
        load_district([*burglaries, *injured], first_year=2017)
        yield open_release(publish().id)


def burglary(period: str) -> Question:
    return Question("indbrud", HELSINGOER, parse_period(period))


def test_last_year_is_the_same_quarter_a_year_before(release: Release) -> None:
    found = comparison(release, burglary("2025K4"), Compare.LAST_YEAR)
    assert (found.periods, found.value, found.label) == ((Quarter(2024, 4),), 3, "i samme kvartal året før")


def test_three_years_are_the_mean_of_the_same_quarter_in_each(release: Release) -> None:
    found = comparison(release, burglary("2025K4"), Compare.THREE_YEARS)
    assert found.value == (3 + 2 + 1) / 3
    assert found.periods == (Quarter(2024, 4), Quarter(2023, 4), Quarter(2022, 4))


def test_a_year_is_set_against_the_year_before(release: Release) -> None:
    found = comparison(release, burglary("2025"), Compare.LAST_YEAR)
    assert (found.periods, found.value, found.label) == ((Year(2024),), 3, "året før")


@pytest.mark.parametrize(
    ("period", "refused"),
    [
        ("2017K4", False),  # nothing before it, but no break either
        ("2018K1", True),  # the law of 1 January 2018 lies between
        ("2018K4", True),
        ("2019K1", False),
    ],
)
def test_nothing_is_compared_across_a_break(release: Release, period: str, refused: bool) -> None:
    found = comparison(release, burglary(period), Compare.LAST_YEAR)
    assert (found.reason or "").startswith("Kan ikke sammenlignes over et databrud") is refused


def test_a_break_inside_the_three_years_refuses_their_mean_and_not_last_year(release: Release) -> None:
    assert comparison(release, burglary("2020K1"), Compare.THREE_YEARS).value is None
    assert comparison(release, burglary("2020K1"), Compare.LAST_YEAR).value == 0


@pytest.mark.parametrize(
    ("period", "warned"), [("2019K4", False), ("2020K1", True), ("2021K3", True), ("2022K3", False)]
)
def test_an_unusual_time_is_told_when_the_comparison_touches_it(release: Release, period: str, warned: bool) -> None:
    found = comparison(release, burglary(period), Compare.LAST_YEAR)
    assert (found.value, bool(found.caution)) == (0, warned)


def test_what_was_not_delivered_is_not_zero(release: Release) -> None:
    found = comparison(release, burglary("2017K3"), Compare.LAST_YEAR)
    assert found.value is None
    assert found.reason


def test_a_provisional_number_is_nothing_to_compare_with(release: Release) -> None:
    assert comparison(release, burglary("2027K1"), Compare.LAST_YEAR).value is None  # 2026K1 is still open


def test_a_three_year_sum_is_set_against_the_one_that_ends_a_year_before(release: Release) -> None:
    question = Question("faerdsel", HELSINGOER, Quarter(2024, 4))
    for compare in Compare:
        found = comparison(release, question, compare)
        assert (found.label, found.value, found.periods) == ("i årene 2021–2023", 3, (Year(2023),))


def test_the_first_three_year_sum_has_nothing_before_it(release: Release) -> None:
    found = comparison(release, Question("faerdsel", HELSINGOER, Quarter(2019, 4)), Compare.LAST_YEAR)
    assert (found.value, found.reason) == (None, NOTHING_BEFORE)
