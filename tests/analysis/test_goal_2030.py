"""The way to 2030: half of 2017-2019's mean in ten years, in three-year sums, and only what is sure is over it."""

from collections.abc import Sequence

import pytest
from scipy.stats import poisson

from analysis.goal_2030 import NO_BASE, OUR_OWN, Goal, PathPoint, PathVerdict, goal_2030, goal_sentences
from analysis.goal_picture import goal_picture
from analysis.severity import casualties_table, severity, severity_sentence
from data.catalogue import CASUALTY_CATEGORIES
from data.municipalities import municipality_codes
from data.periods import Year
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

FIRST, SECOND = municipality_codes()[:2]
# Killed or seriously injured in FIRST: a mean of 20 in the base years, then far above the path.
SEVERE = {2017: 18, 2018: 20, 2019: 22, 2020: 20, 2021: 30, 2022: 30, 2023: 30, 2024: 10}


def accidents(place: str, severe: dict[int, int], slight: int = 5) -> list[dict[str, object]]:
    return [
        incident(0, CASUALTY_CATEGORIES[0], f"{year}-05-05T12:00:00", place, status="endelig")
        | {"draebte": 1, "alvorligt": number - 1, "let": slight}
        for year, number in severe.items()
    ]


def released(rows: Sequence[dict[str, object]], first_year: int) -> Release:
    load_district([{**row, "haendelse_id": f"u-{at}"} for at, row in enumerate(rows)], first_year=first_year)
    return open_release(publish().id)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    provisional = accidents(FIRST, {2025: 50})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("goal")))
        rows = [*accidents(FIRST, SEVERE), *({**row, "status": "foreloebig"} for row in provisional)]
        return released(rows, 2017)


def found(release: Release, year: int, place: str = FIRST) -> Goal:
    goal = goal_2030(release, place, Year(year))
    assert goal is not None
    return goal


def test_the_path_halves_the_mean_of_the_base_years_from_2020_to_2030(release: Release) -> None:
    goal = found(release, 2023)
    path = {point.year: point.path for point in goal.points}
    assert goal.base == 20
    assert path[2030] == pytest.approx(20 * (0.5**0.8 + 0.5**0.9 + 0.5))
    # 2020, 2021 and 2022 are the first three years that all lie on the path.
    assert path[2021] is None
    assert path[2022] == pytest.approx(20 * (1 + 0.5**0.1 + 0.5**0.2))


@pytest.mark.parametrize(
    ("year", "verdict", "tail"),
    [
        (2023, PathVerdict.OVER, poisson.sf(90 - 1, 20 * (0.5**0.1 + 0.5**0.2 + 0.5**0.3))),
        (2024, PathVerdict.OVER, poisson.sf(70 - 1, 20 * (0.5**0.2 + 0.5**0.3 + 0.5**0.4))),
    ],
)
def test_a_sum_is_over_the_path_only_when_chance_would_seldom_give_it(
    release: Release, year: int, verdict: PathVerdict, tail: float
) -> None:
    goal = found(release, year)
    assert goal.verdict is verdict and goal.p == pytest.approx(tail)


def test_a_provisional_year_is_in_no_sum(release: Release) -> None:
    now = found(release, 2025).now
    assert now is not None and (now.year, now.observed) == (2024, 70)


@pytest.mark.parametrize(
    ("verdict", "p", "said"),
    [
        (PathVerdict.OVER, 0.012, "Det er flere end på vejen (p = 0,01)."),
        (PathVerdict.UNDER, 0.0004, "Det er færre end på vejen (p < 0,001)."),
        (PathVerdict.NOT_SURE, 0.0823, "Med så små tal kan forskellen være tilfældig (p = 0,08)."),
    ],
)
def test_what_is_said_of_the_path(verdict: PathVerdict, p: float, said: str) -> None:
    goal = Goal(FIRST, "Allerød", 8.0, (), PathPoint(2026, 22, 15.8), p, verdict)
    first, whose = goal_sentences(goal)
    assert first.endswith(said) and "mod 16 på vejen mod 2030" in first and "i årene 2024–2026" in first
    assert whose == OUR_OWN and "vores egen omregning" in whose


def test_without_the_base_years_there_is_no_path() -> None:
    release = released(accidents(FIRST, {2021: 5, 2022: 5, 2023: 5}), 2020)
    assert goal_2030(release, FIRST, Year(2023)) is None
    assert goal_sentences(None) == (NO_BASE,)


def test_the_picture_holds_the_sums_and_the_path_and_its_table_both(release: Release) -> None:
    picture = goal_picture(found(release, 2024), "kilde")
    sums, way = picture.figure.data  # type: ignore[union-attr]
    assert (list(sums.x), list(sums.y)) == ([2019, 2020, 2021, 2022, 2023, 2024], [60, 62, 72, 80, 90, 70])
    assert (way.x[0], way.x[-1]) == (2022, 2030)
    assert picture.table.rows[0][:2] == ("2030", None) and picture.table.rows[-1][:2] == ("2019", 60)


def test_the_killed_are_listed_for_five_years_and_a_provisional_year_says_so(release: Release) -> None:
    rows = casualties_table(release, FIRST, Year(2025)).rows
    assert rows[0] == ("2025 (foreløbigt)", 1, 49, 5)
    assert [row[0] for row in rows[1:]] == ["2024", "2023", "2022", "2021"]


def test_severity_is_a_share_of_the_hurt_in_three_final_years(release: Release) -> None:
    of_three = severity(release, FIRST, Year(2025))
    assert of_three is not None
    assert (of_three.last, of_three.severe, of_three.hurt) == (2024, 70, 85)
    assert "Af 85 politiregistrerede" in severity_sentence(of_three)
    assert severity(release, SECOND, Year(2025)) is None  # nobody was hurt
    assert severity(release, FIRST, Year(2018)) is None  # two years
