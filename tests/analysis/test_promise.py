"""Was it kept: shares, worst and best case, the year before, and what may not be set against each other."""

from typing import Any

import pytest

from analysis.promise import LEAST_MOVE, NOT_IN_FORCE, NOTHING_BEFORE, promise_answer
from analysis.promise_answer import PromiseAnswer, ShareVerdict
from analysis.promise_counts import FEWER_THAN_FIVE, NOT_TIMED, ONLY_CLOSED_YEARS, OPEN
from analysis.promise_json import promise_as_json
from analysis.promise_picture import promise_picture
from analysis.promise_tables import late_visits_table, periods_table, places_table
from analysis.proportions import newcombe, wilson
from data.catalogue import CATEGORIES
from data.errors import UserError
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Period, Quarter, Year
from data.promises import DRUGS_AT_SCHOOL, OFFENDER_THERE, VISIT_WITHIN_A_DAY, Promise
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

FIRST, SECOND, THIRD = municipality_codes()[:3]
CODE = next(category.code for category in CATEGORIES.values() if VISIT_WITHIN_A_DAY in category.promises)


def visits(year: int, place: str, kept: int, late: int = 0, unknown: int = 0, **values: Any) -> list[dict[str, Any]]:
    """Return burglaries of 5 May, visited the same day, three days later, or nobody knows when."""
    arrivals = [f"{year}-05-05T13:00:00"] * kept + [f"{year}-05-08T12:00:00"] * late + [None] * unknown
    return [incident(0, CODE, f"{year}-05-05T12:00:00", place, foerste_patrulje=at, **values) for at in arrivals]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    rows = [
        *visits(2025, FIRST, 38, late=1, unknown=6),
        *visits(2025, FIRST, 12, oensket_senere="ja"),
        *visits(2024, FIRST, 20, late=20),
        *visits(2025, SECOND, 4),
        *visits(2022, THIRD, 9, late=1),
        *visits(2021, THIRD, 9, late=1),
        *visits(2025, THIRD, 21, gerningsmand_til_stede="ja"),
    ]
    numbered = [{**row, "haendelse_id": f"h-{at}"} for at, row in enumerate(rows)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("promises")))
        load_district(numbered, first_year=2021)
        return open_release(publish().id)


def asked(release: Release, place: str, period: Period, promise: Promise = VISIT_WITHIN_A_DAY) -> PromiseAnswer:
    return promise_answer(release, promise.code, place, period)


def test_the_share_is_of_those_whose_time_is_known_and_the_bounds_are_of_all(release: Release) -> None:
    answer = asked(release, FIRST, Quarter(2025, 2))
    assert answer.count is not None
    assert (answer.count.kept, answer.count.counted, answer.count.excluded, answer.count.unknown) == (38, 39, 12, 6)
    assert answer.share == wilson(38, 39)
    assert answer.bounds is not None
    assert (answer.bounds.worst, answer.bounds.best) == (38 / 45, 44 / 45)
    # One more that is late: 38 of 40 instead of 38 of 39.
    assert answer.next_case == pytest.approx(38 / 39 - 38 / 40)


def test_one_case_among_many_moves_nothing_worth_saying() -> None:
    counted = 1 / LEAST_MOVE  # 100 of 100, then 100 of 101: less than a point
    many = visits(2025, FIRST, int(counted))
    load_district([{**row, "haendelse_id": f"h-{at}"} for at, row in enumerate(many)])
    assert asked(open_release(publish().id), FIRST, Year(2025)).next_case is None


def test_a_sure_difference_and_the_first_that_would_have_been_one(release: Release) -> None:
    surely = asked(release, FIRST, Quarter(2025, 2)).compared
    assert surely is not None
    assert (surely.verdict, surely.difference) == (ShareVerdict.HIGHER, newcombe(38, 39, 20, 40))
    unsure = asked(release, THIRD, Quarter(2022, 2))
    assert unsure.compared is None and unsure.not_compared == NOT_IN_FORCE  # 2021 was before the guarantee


def test_half_against_nearly_all_the_other_way_round_is_lower(release: Release) -> None:
    whole = asked(release, DISTRICT, Year(2025)).compared
    assert whole is not None
    assert whole.verdict is ShareVerdict.HIGHER
    load_district(
        [
            {**row, "haendelse_id": f"h-{at}"}
            for at, row in enumerate([*visits(2025, FIRST, 9, late=9), *visits(2024, FIRST, 10, late=9)])
        ]
    )
    other = open_release(publish().id)
    unsure = asked(other, FIRST, Year(2025)).compared
    assert unsure is not None and unsure.first_sure is not None
    assert unsure.verdict is ShareVerdict.NOT_SURE
    # The nearest count on its own side (9/18 is below 10/19) whose difference would have been sure.
    sure, nearly = newcombe(unsure.first_sure, 18, 10, 19), newcombe(unsure.first_sure + 1, 18, 10, 19)
    assert unsure.first_sure < 9 and sure is not None and nearly is not None
    assert sure.high < 0 <= nearly.high


@pytest.mark.parametrize(
    ("place", "period", "promise", "reason"),
    [
        (SECOND, Quarter(2025, 2), VISIT_WITHIN_A_DAY, FEWER_THAN_FIVE),
        (FIRST, Quarter(2026, 1), VISIT_WITHIN_A_DAY, OPEN),
        (FIRST, Quarter(2023, 1), VISIT_WITHIN_A_DAY, NOT_TIMED.format(period="1. kvartal 2023")),
        (FIRST, Quarter(2025, 2), DRUGS_AT_SCHOOL, ONLY_CLOSED_YEARS),
        (FIRST, Year(2025), DRUGS_AT_SCHOOL, ONLY_CLOSED_YEARS),
    ],
)
def test_why_there_is_no_number(release: Release, place: str, period: Period, promise: Promise, reason: str) -> None:
    answer = asked(release, place, period, promise)
    assert (answer.count, answer.share, answer.reason) == (None, None, reason)
    assert promise_as_json(answer)["kept"] is None


def test_a_quarter_with_nothing_a_year_before_is_not_compared(release: Release) -> None:
    assert asked(release, THIRD, Quarter(2025, 2), OFFENDER_THERE).not_compared == NOTHING_BEFORE


def test_at_once_has_times_and_no_share(release: Release) -> None:
    answer = asked(release, THIRD, Quarter(2025, 2), OFFENDER_THERE)
    assert answer.count is not None and answer.speed is not None
    assert (answer.count.kept, answer.count.counted, answer.share, answer.bounds) == (None, 21, None, None)
    assert (answer.speed.period, answer.speed.median_minutes, answer.speed.nine_tenths_minutes) == (Year(2025), 60, 60)


def test_the_municipalities_stand_in_alphabetical_order_and_what_is_held_back_is_missing(release: Release) -> None:
    table = places_table(release, VISIT_WITHIN_A_DAY.code, Quarter(2025, 2))
    assert [row[0] for row in table.rows[:3]] == ["Allerød", "Egedal", "Fredensborg"]
    by_name = {row[0]: row[1:3] for row in table.rows}
    assert by_name[asked(release, FIRST, Year(2025)).name] == (38, 39)
    assert by_name[asked(release, SECOND, Year(2025)).name] == (None, None)
    assert table.rows[-1][0] == "Hele kredsen"


def test_the_picture_has_the_shown_quarters_and_says_where_the_guarantee_begins(release: Release) -> None:
    picture = promise_picture(release, VISIT_WITHIN_A_DAY.code, FIRST, Quarter(2025, 2))
    before, since, chosen = picture.figure.data  # type: ignore[union-attr]
    assert (len(before.x), len(since.x), len(chosen.x)) == (0, 2, 1)
    assert "97 %, usikkerhed 87–100 i 2. kvt. 2025" in picture.alt.replace("\xa0", " ")
    assert picture.notes == ("November 2021: politigarantierne begynder.",)
    of_third = promise_picture(release, VISIT_WITHIN_A_DAY.code, THIRD, Quarter(2025, 2)).figure
    assert [len(trace.x) for trace in of_third.data] == [1, 1, 0]  # type: ignore[union-attr]
    assert [row[0] for row in periods_table(release, VISIT_WITHIN_A_DAY.code, FIRST, Quarter(2025, 4)).rows] == [
        "2. kvt. 2025",
        "2. kvt. 2024",
    ]


def test_the_late_visits_of_a_period_by_pseudonym(release: Release) -> None:
    table = late_visits_table(release, VISIT_WITHIN_A_DAY.code, Quarter(2025, 2), "")
    assert [row[0] for row in table.rows] == ["h-38"]
    assert len(late_visits_table(release, VISIT_WITHIN_A_DAY.code, Year(2024), "").rows) == 20


def test_an_unknown_promise_is_said_in_danish(release: Release) -> None:
    with pytest.raises(UserError, match="er ikke en garanti"):
        promise_answer(release, "findes_ikke", FIRST, Year(2025))
