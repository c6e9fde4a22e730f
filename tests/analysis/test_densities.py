"""Near repeats and hot cells of a release: seasons, neighbours, dwellings, and how last years' map did."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.density_pictures import accuracy_text, density_map, near_repeat_texts, near_repeat_title, repeat_table
from analysis.density_questions import located_year
from analysis.hot_cells import Densities, densities
from analysis.near_repeats import Season, repeats
from data.cells import centre, side
from data.incidents import open_incidents
from data.municipalities import municipality_codes
from data.periods import Quarter, Year
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

CATEGORY = "indbrud_beboelse"
HERE, NEIGHBOUR = municipality_codes()[:2]
FIRST_YEAR = 2022


def test_a_cell_is_named_by_its_south_western_corner() -> None:
    assert (side("1km_6200_705"), centre("1km_6200_705")) == (1000, (705_500.0, 6_200_500.0))
    assert (side("100m_62003_7051"), centre("100m_62003_7051")) == (100, (705_150.0, 6_200_350.0))


def burglary(number: int, day: dt.date, north: int, east: int, place: str = HERE) -> dict[str, Any]:
    """Return a burglary in the cell of 100 m with this number to the north and the east."""
    moment = dt.datetime.combine(day, dt.time(12))
    return incident(
        number, CATEGORY, moment.isoformat(), place, gerning_fra=moment, gerning_til=moment,
        celle_100m=f"100m_{62000 + north:05d}_{7000 + east:04d}",
        celle_1km=f"1km_{6200 + north // 10:04d}_{700 + east // 10:03d}",
    )  # fmt: skip


def district() -> Iterator[dict[str, Any]]:
    """Yield four years: 60 a year alone in space, and 6 a year in the dark months in one corner, days apart."""
    number = 0
    for year in range(FIRST_YEAR, 2026):
        for step in range(60):
            number += 1
            yield burglary(number, dt.date(year, 4 + step % 6, 1 + step % 28), 10 * (step // 8), 10 * (step % 8))
        for step in range(6):
            number += 1
            place = NEIGHBOUR if step == 5 else HERE
            yield burglary(number, dt.date(year, 11, 1 + step), 75 + step // 3, 75, place)


@pytest.fixture(scope="module")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def release(own_home: Path) -> Iterator[Release]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(own_home))
        patch.delenv("KREDSBLIK_ROOM", raising=False)
        load_district(district(), first_year=FIRST_YEAR)
        cells = pd.DataFrame(
            [(f"1km_{6200 + n:04d}_{700 + e:03d}", HERE, 200) for n in range(8) for e in range(8)],
            columns=["celle_1km", "kommunekode", "boliger"],
        )
        with open_incidents(read_only=False) as connection:
            connection.register("frame", cells)
            connection.execute("INSERT INTO cell_dwellings BY NAME SELECT * FROM frame")
        publish()
        yield open_release()


def test_pairs_are_counted_as_a_loop_counts_them(release: Release) -> None:
    found = repeats(release, CATEGORY, "kreds", 2025, Season.ALL)
    rows = [row for row in district() if row["anmeldt"].year == 2025]
    at = [(*centre(row["celle_100m"]), row["anmeldt"].toordinal()) for row in rows]
    near = [
        (one, other)
        for number, one in enumerate(at)
        for other in at[number + 1 :]
        if np.hypot(one[0] - other[0], one[1] - other[1]) <= 200 and abs(one[2] - other[2]) <= 14
    ]
    assert found.test is not None
    assert found.test.pairs == len(near) == 6 * 5 / 2
    assert found.same_cell == 3 + 3  # three in each of two cells
    assert (found.points, dict(found.cells)) == (66, {1: 60, 3: 2})


def test_a_season_holds_its_own_months_and_a_municipality_its_neighbours_within_reach(release: Release) -> None:
    assert repeats(release, CATEGORY, "kreds", 2025, Season.DARK).points == 6
    assert repeats(release, CATEGORY, "kreds", 2025, Season.LIGHT).points == 60
    own = repeats(release, CATEGORY, HERE, 2025, Season.ALL)
    assert own.points == 65
    assert own.test is not None
    assert own.test.pairs == 15  # the neighbour's one burglary within 200 m is a part of the pairs
    few = repeats(release, CATEGORY, NEIGHBOUR, 2025, Season.ALL)
    assert (few.points, few.test) == (1, None)


def test_the_same_points_give_the_same_p(release: Release) -> None:
    first = repeats(release, CATEGORY, "kreds", 2025, Season.ALL)
    again = repeats.__wrapped__(release, CATEGORY, "kreds", 2025, Season.ALL)
    assert first.test is not None
    assert again.test is not None
    assert first.test.p_permuted == again.test.p_permuted


def test_the_densest_cells_are_found_and_held_next_years_cases(release: Release) -> None:
    found = densities(release, CATEGORY, 2025)
    assert isinstance(found, Densities)
    assert found.raised[0].cell in {"1km_6207_706", "1km_6207_707", "1km_6206_707", "1km_6206_706"}
    assert len(found.raised) + len(found.others) == 64
    accuracy = found.accuracy
    assert accuracy is not None
    assert (accuracy.first, accuracy.last, accuracy.cells, accuracy.of) == (2022, 2024, 4, 64)  # 5 % of 64, upwards
    assert accuracy.all_cases == 66
    assert accuracy.index == pytest.approx((accuracy.cases / 66) / (4 / 64))
    assert f"{accuracy.cases} af 66 sager i 2025" in accuracy_text(accuracy)


def test_without_dwellings_no_cell_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))
    load_district(list(district())[:70], first_year=FIRST_YEAR)
    publish()
    assert densities(open_release(), CATEGORY, 2025) is None


def test_the_year_is_closed_and_the_council_has_none(
    release: Release, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert located_year(release, CATEGORY, Quarter(2025, 2)) == 2025
    assert located_year(release, CATEGORY, Year(2024)) == 2024
    assert located_year(release, CATEGORY, Quarter(2026, 1)) == 2025  # January is open
    assert located_year(release, CATEGORY, Year(2019)) is None
    monkeypatch.setenv("KREDSBLIK_HOME", str(own_home))
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    assert located_year(open_release(release.id), CATEGORY, Year(2025)) is None


def test_words_tables_and_map_tell_no_cell_of_100_metres(release: Release) -> None:
    found, close = repeats(release, CATEGORY, "kreds", 2025, Season.ALL), densities(release, CATEGORY, 2025)
    assert close is not None
    title = near_repeat_title(found, "Hele kredsen", "2025")
    assert title.endswith("gange så mange nærgentagelser som ved tilfældighed: Hele kredsen, 2025")
    table = repeat_table(found, "Gentagelser", "kilde")
    assert table.rows == (("1 sag", 60, 60, 100 * 60 / 66), ("3 sager", 2, 6, 100 * 6 / 66))
    picture = density_map("Tætheder", close, "kilde")
    told = " ".join([title, *near_repeat_texts(found), picture.alt, str(picture.table), str(table)])
    assert "100m_" not in told
    assert len(picture.table.rows) == len(close.raised)
    few = repeats(release, CATEGORY, NEIGHBOUR, 2025, Season.ALL)
    assert near_repeat_title(few, "Allerød", "2025") == "Nærgentagelser kan ikke vurderes: Allerød, 2025"
