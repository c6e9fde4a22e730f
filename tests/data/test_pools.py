"""Three years as one: which pools there are, when they are told, and never beside one of their years."""

import datetime as dt
from dataclasses import replace
from typing import Any

import duckdb
import pandas as pd
import pytest

from data.catalogue import AREAS, CATEGORIES, Kind, Unit
from data.earlier import issued_before
from data.incidents import incidents_path
from data.issued import Decision, Issued, Status, Subject
from data.municipalities import municipality_codes
from data.pools import closed_pools, told_otherwise
from data.publish import publish
from data.releases import release_folder
from tests.attack.facts import tables
from tests.data.small_district import incident, load_district

ACCIDENTS, BURGLARY = "uheld_personskade", "indbrud_beboelse"
FIRST, *OTHERS = municipality_codes()
TOO_EARLY, FINAL, LATER = dt.date(2026, 1, 12), dt.date(2026, 6, 12), dt.date(2026, 9, 12)
ALWAYS = range(2000, 2100)


def years(category: str, closed: range, final: range = ALWAYS) -> list[int]:
    frame = pd.DataFrame([(year, category) for year in closed], columns=["year", "category"])
    return [last for _, last in closed_pools(frame, final)]


@pytest.mark.parametrize(
    ("closed", "final", "expected"),
    [
        (range(2017, 2026), ALWAYS, [2019, 2022, 2025]),  # they share no year
        (range(2016, 2025), ALWAYS, [2019, 2022]),  # 2025 is open
        (range(2018, 2026), ALWAYS, [2022, 2025]),  # 2017 was not delivered
        (range(2017, 2026), range(2000, 2025), [2019, 2022]),  # 2025 is closed, and not final
        (range(2023, 2025), ALWAYS, []),
    ],
)
def test_a_pool_is_three_closed_and_final_years(closed: range, final: range, expected: list[int]) -> None:
    assert years(ACCIDENTS, closed, final) == expected


def test_a_category_that_pools_nothing_has_every_closed_year() -> None:
    assert years(BURGLARY, range(2023, 2026), range(0)) == [2023, 2024, 2025]


def test_only_accidents_are_pooled_and_an_areas_categories_alike() -> None:
    # Their plain counts are public by quarter and count reports: the total of a pool may always be told.
    pooled = [category for category in CATEGORIES.values() if category.breakdown_years > 1]
    assert pooled
    assert all(each.quarterly and each.unit is Unit.REPORTS and each.kind is Kind.ACCIDENT for each in pooled)
    for area in AREAS.values():
        assert len({CATEGORIES[code].breakdown_years for code in area.headline}) == 1


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Subject("breakdown", ACCIDENTS, 2023, "spiritus"), True),
        (Subject("breakdown", ACCIDENTS, 2025, "spiritus"), True),
        (Subject("breakdown", ACCIDENTS, 2024, "spiritus", 3), True),  # other pools, with two of the years
        (Subject("breakdown", ACCIDENTS, 2022, "spiritus"), False),
        (Subject("breakdown", ACCIDENTS, 2026, "spiritus"), False),
        (Subject("breakdown", ACCIDENTS, 2022, "spiritus", 3), False),
        (Subject("breakdown", ACCIDENTS, 2025, "spiritus", 3), False),  # itself
        (Subject("breakdown", ACCIDENTS, 2024, "weekday"), False),
    ],
)
def test_what_has_been_told_of_one_of_its_years(told: Subject, expected: bool) -> None:
    pool = Subject("breakdown", ACCIDENTS, 2025, "spiritus", 3)
    assert told_otherwise(pool, Issued({told: Decision(Status.SHOWN, FINAL)})) == expected
    assert not told_otherwise(pool, Issued({told: Decision(Status.HELD_BACK, FINAL)}))


def accidents(number: int, few: int | None = None) -> list[dict[str, Any]]:
    """Return so many sober and drunk accidents a year and municipality; in the first, `few` drunk ones."""
    return [
        incident(1000 * at + 100 * kind + 10 * (year - 2023) + step, ACCIDENTS, f"{year}-05-05", place, spiritus=value)
        for at, place in enumerate(municipality_codes())
        for kind, value in enumerate(("nej", "ja"))
        for year in (2023, 2024, 2025)
        for step in range(few if few is not None and (place, value) == (FIRST, "ja") else number)
    ]


def published(rows: list[dict[str, Any]], extracted: dt.date = FINAL) -> dict[str, pd.DataFrame]:
    incidents_path().unlink(missing_ok=True)
    load_district(rows, first_year=2023, extracted=extracted)
    return tables(release_folder(publish().id) / "published.duckdb")


def told(release: dict[str, pd.DataFrame]) -> dict[tuple[str, int, int, str], int]:
    rows = release["breakdown"].query("attribute == 'spiritus'")[["municipality", "year", "years", "value", "count"]]
    return {tuple(key): count for *key, count in rows.itertuples(index=False, name=None)}


def status(release: dict[str, pd.DataFrame]) -> dict[tuple[int, int], str]:
    rows = release["protected_year"].query("category == @ACCIDENTS and attribute == 'spiritus'")
    return {(year, years): state for year, years, state in rows[["year", "years", "status"]].itertuples(index=False)}


def test_groups_too_small_in_each_year_are_told_of_three_and_no_year_is() -> None:
    found = told(published(accidents(2)))
    assert found[FIRST, 2025, 3, "ja"] == 2 * 3
    assert {(year, years) for _, year, years, _ in found} == {(2025, 3)}


def test_five_in_three_years_are_needed() -> None:
    found = told(published(accidents(2, few=1)))  # three drunk drivers in three years
    assert FIRST not in {place for place, *_ in found}
    assert found["oevrige", 2025, 3, "ja"] == 3 + 6


def test_a_pool_waits_until_its_last_year_is_final() -> None:
    early = published(accidents(2), TOO_EARLY)
    assert (told(early), status(early)) == ({}, {})
    assert told(published(accidents(2), FINAL))


def test_a_pool_that_was_told_stands_when_a_few_more_come_and_moves_by_five() -> None:
    rows = accidents(2)
    before = published(rows)
    late = [incident(90_000 + at, ACCIDENTS, "2024-05-06", FIRST, spiritus="ja") for at in range(4)]
    assert told(published(rows + late, LATER)) == told(before)
    many = [
        incident(91_000 + at, ACCIDENTS, "2024-05-06", FIRST, spiritus=answer)
        for at, answer in enumerate(["ja"] * 5 + ["nej"] * 5)
    ]
    assert told(published(rows + many, LATER))[FIRST, 2025, 3, "ja"] == 6 + 5


@pytest.mark.parametrize(("moves", "replaced"), [(0, True), (1, False)])
def test_one_that_moved_to_the_same_quarter_of_another_year_is_seen_in_the_public_counts(
    moves: int, replaced: bool
) -> None:
    # Five sober ones are unknown now. When the public counts of two years have moved as well, every group must.
    rows = accidents(4)
    before = published(rows)
    sober, drunk = (
        [row for row in rows if row["kommunekode"] == FIRST and row["spiritus"] == of] for of in ("nej", "ja")
    )
    anew = {row["haendelse_id"]: {"spiritus": "uoplyst"} for row in sober[:5]}
    anew |= {row["haendelse_id"]: {"anmeldt": dt.datetime(2024, 5, 5)} for row in drunk[:moves]}
    after = published([row | anew.get(row["haendelse_id"], {}) for row in rows], LATER)
    assert told(after)[FIRST, 2025, 3, "nej"] == (4 * 3 - 5 if replaced else 4 * 3)
    assert (told(after) == told(before)) != replaced


def test_a_release_of_single_years_is_read_and_its_years_are_in_no_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = accidents(8)
    with monkeypatch.context() as patch:
        patch.setitem(CATEGORIES, ACCIDENTS, replace(CATEGORIES[ACCIDENTS], breakdown_years=1))
        single = publish_as_before_pools(rows)
    assert Subject("breakdown", ACCIDENTS, 2025, "spiritus") in issued_before(demo=False).decisions
    after = published(rows, LATER)
    assert told(after) == told(single)
    assert status(after) == {(2023, 1): "shown", (2024, 1): "shown", (2025, 1): "shown", (2025, 3): "held_back"}


def publish_as_before_pools(rows: list[dict[str, Any]]) -> dict[str, pd.DataFrame]:
    """Publish, and take the column away that releases did not have before years were pooled."""
    found = published(rows)
    folder = release_folder(publish().id)
    for name, table in (("published", "breakdown"), ("published", "protected_year"), ("internal", "told")):
        with duckdb.connect(str(folder / f"{name}.duckdb")) as connection:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN years")
    return found
