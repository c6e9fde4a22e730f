"""The address: it names exactly one view, and what it cannot name is refused in words and replaced by the default."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.choice import (
    Choice,
    Compare,
    address_of,
    default_choice,
    is_closed,
    period_names,
    place_names,
    read_address,
)
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes
from data.periods import Quarter, Year, parse_period
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """A release of 2024 and 2025, whose January 2026 is still open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("home")))
        load_district([incident(1, "indbrud_beboelse", "2025-11-05", "217")])
        yield open_release(publish().id)


def test_the_places_are_the_municipalities_in_danish_order_and_the_district_last() -> None:
    assert list(place_names()) == [*municipality_codes(), DISTRICT]


def test_the_periods_are_quarters_and_whole_years_newest_first_and_the_open_one_says_so(release: Release) -> None:
    names = list(period_names(release).values())
    assert names[:7] == [
        "1. kvt. 2026 (foreløbig)",
        "4. kvt. 2025",
        "Hele 2025",
        "3. kvt. 2025",
        "2. kvt. 2025",
        "1. kvt. 2025",
        "4. kvt. 2024",
    ]
    assert "Hele 2026" not in names  # a year with a quarter missing is no year


def test_the_default_is_the_district_in_the_newest_closed_quarter(release: Release) -> None:
    assert default_choice(release) == Choice(release, DISTRICT, Quarter(2025, 4), Compare.LAST_YEAR)


@pytest.mark.parametrize(("period", "closed"), [("2025K4", True), ("2025", True), ("2026K1", False)])
def test_a_period_is_closed_when_all_of_it_is(release: Release, period: str, closed: bool) -> None:
    assert is_closed(parse_period(period), release) is closed


def test_every_view_on_offer_comes_back_from_its_address(release: Release) -> None:
    for municipality in place_names():
        for period in period_names(release):
            for compare in Compare:
                choice = Choice(release, municipality, parse_period(period), compare)
                assert read_address(address_of(choice), release) == (choice, ())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kommune", "998"),
        ("kommune", "101"),
        ("kommune", "0217"),
        ("kommune", ""),
        ("periode", "2031K9"),
        ("periode", "2031K1"),
        ("periode", "2026"),
        ("periode", "i går"),
        ("sammenlign", "alt"),
    ],
)
def test_a_value_that_is_not_on_offer_is_refused_in_words(release: Release, key: str, value: str) -> None:
    choice, messages = read_address({key: value}, release)
    assert choice == default_choice(release)
    assert len(messages) == 1
    assert value not in messages[0] or not value  # what a stranger wrote is not repeated


@given(st.dictionaries(st.sampled_from(["kommune", "periode", "sammenlign", "andet"]), st.text()))
def test_no_address_can_break_it(release: Release, address: dict[str, str]) -> None:
    choice, _ = read_address(address, release)
    assert choice.municipality in place_names()
    assert choice.period.code in period_names(release)


def test_one_wrong_value_leaves_the_others(release: Release) -> None:
    choice, messages = read_address({"kommune": "217", "periode": "x", "sammenlign": "tre_aar"}, release)
    assert (choice.municipality, choice.compare, len(messages)) == ("217", Compare.THREE_YEARS, 1)


def test_a_question_asks_for_what_is_chosen_unless_it_names_something_else(release: Release) -> None:
    choice = default_choice(release)
    assert choice.question("indbrud").municipality == DISTRICT
    assert choice.question("indbrud", municipality="217", period=Year(2024)).period == Year(2024)


def test_a_link_to_the_unknown_municipality_says_where_its_incidents_are_counted(release: Release) -> None:
    choice, said = read_address({"kommune": UNKNOWN}, release)
    assert choice.municipality == DISTRICT
    assert said == (
        "Hændelser uden oplyst kommune har ingen side for sig: de tæller kun med i hele kredsen, som vises her.",
    )
