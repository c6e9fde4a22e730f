"""Road sections pooled: enough sections, enough accidents in every year, only final years that may be compared."""

import datetime as dt
from collections.abc import Callable

import pandas as pd
import pytest

from data.cubes import cubes
from data.incidents import open_incidents
from data.roads import COMPARISON, ROAD_TRIAL, TRIAL, road_trial
from data.sql import question
from tests.data.small_district import incident, load_district

FINAL = range(2016, 2026)
SECTIONS = 30  # ten of each traffic class


def roads(per_section: Callable[[str, int], int] = lambda _role, _year: 1, lowered: str = "2022-06-01"):
    """Return sections (30 in the trial, 30 for comparison) and their accidents by year."""
    rows, accidents = [], []
    for role in (TRIAL, COMPARISON):
        for number in range(SECTIONS):
            name = f"{role}-{number}"
            start = pd.Timestamp(lowered) if role == TRIAL else pd.NaT
            rows.append((name, "157", 1.0 + number / 10, (1000, 4000, 8000)[number % 3], start, pd.NaT))
            accidents += [(name, year, per_section(role, year)) for year in FINAL if per_section(role, year)]
    accidents += [(None, year, 500) for year in FINAL]
    columns = ["section", "municipality", "km", "adt", "lowered_from", "lowered_until"]
    return pd.DataFrame(rows, columns=columns), pd.DataFrame(accidents, columns=["section", "year", "accidents"])


def test_three_classes_and_the_years_that_count() -> None:
    sections, accidents = roads()
    table = road_trial(sections, accidents, list(FINAL))
    assert list(zip(table["role"], table["traffic_from"], table["sections"], strict=True)) == [
        (role, traffic, 10) for role in (COMPARISON, TRIAL) for traffic in (0, 3000, 6000)
    ]
    # 2020 and 2021 are left out (COVID-19); 2022 is the year of the change.
    assert set(table["years_before"]) == {"2017 2018 2019"}
    assert set(table["years_after"]) == {"2023 2024 2025"}
    assert table["accidents_before"].tolist() == table["accidents_after"].tolist() == [30] * 6
    assert list(table.columns) == list(ROAD_TRIAL)
    assert "section" not in table


def test_squares_are_round_the_rate_per_km_of_both_roles() -> None:
    sections, accidents = roads(lambda role, _year: 1 if role == TRIAL else 2)
    sections["adt"] = 1000
    table = road_trial(sections, accidents, list(FINAL)).set_index("role")
    km = [1 + number / 10 for number in range(SECTIONS)]
    rate = (3 + 6) * SECTIONS / (2 * sum(km))
    assert table.loc[TRIAL, "squares"] == pytest.approx(sum((3 - rate * each) ** 2 for each in km), abs=1e-3)
    assert table.loc[TRIAL, "km"] == pytest.approx(sum(km))


def test_what_is_too_small_is_pooled_and_then_not_shown() -> None:
    def scarce(in_2024: int) -> pd.DataFrame:
        sections, accidents = roads()
        year = (accidents["year"] == 2024) & accidents["section"].fillna("").str.startswith(TRIAL)
        few = accidents[year].iloc[:in_2024]
        return road_trial(sections, pd.concat([accidents[~year], few]), list(FINAL))

    # 30 sections with one accident each in 2024: 10 in each class. With 12 the classes hold four each, so that the
    # two-way grouping (4 and 8, then 12 in all) is tried; with 4 nothing is left to show.
    assert set(scarce(30)["traffic_from"]) == {0, 3000, 6000}
    assert set(scarce(12)["traffic_from"]) == {0}
    assert len(scarce(5)) == 2
    assert scarce(4).empty


def test_fewer_than_ten_sections_are_no_comparison() -> None:
    sections, accidents = roads()
    few = sections[~sections["section"].isin([f"{COMPARISON}-{number}" for number in range(9, SECTIONS)])]
    assert road_trial(few, accidents, list(FINAL)).empty
    assert len(road_trial(sections.iloc[[*range(30), *range(30, 40)]], accidents, list(FINAL))) == 2


def test_accidents_elsewhere_cannot_be_told_by_subtraction() -> None:
    sections, accidents = roads()
    elsewhere = accidents["section"].isna() & (accidents["year"] == 2024)
    for number, shown in ((4, False), (5, True), (0, True)):
        changed = accidents.assign(accidents=accidents["accidents"].mask(elsewhere, number))
        assert road_trial(sections, changed, list(FINAL)).empty is not shown


@pytest.mark.parametrize(
    ("lowered", "final"), [("2026-01-01", FINAL), ("2025-06-01", FINAL), ("2022-06-01", [2018, 2022])]
)
def test_too_early_is_empty(lowered: str, final: list[int]) -> None:
    sections, accidents = roads(lowered=lowered)
    assert road_trial(sections, accidents, list(final)).empty


def test_without_sections_there_is_no_row() -> None:
    sections, accidents = roads()
    empty = road_trial(sections.iloc[:0], accidents, list(FINAL))
    assert empty.empty
    assert list(empty.columns) == list(ROAD_TRIAL)
    assert road_trial(sections.assign(lowered_from=pd.NaT), accidents, list(FINAL)).empty


def test_a_section_whose_trial_ended_before_the_end_of_after_is_left_out() -> None:
    sections, accidents = roads()
    sections["adt"] = 1000
    sections.loc[0, "lowered_until"] = pd.Timestamp("2024-12-31")
    sections.loc[1, "lowered_until"] = pd.Timestamp("2026-01-01")
    table = road_trial(sections, accidents, list(FINAL)).set_index("role")
    assert table.loc[TRIAL, "sections"] == SECTIONS - 1


def test_an_unknown_traffic_pools_all() -> None:
    sections, accidents = roads()
    sections["adt"] = sections["adt"].astype("Int64")
    sections.loc[0, "adt"] = pd.NA
    assert set(road_trial(sections, accidents, list(FINAL))["traffic_from"]) == {0}


def test_the_questions_find_sections_and_accidents_in_the_incidents() -> None:
    load_district(
        [
            incident(1, "uheld_personskade", "2024-05-05", "157", vejstraekning="v-1"),
            incident(2, "uheld_personskade", "2024-06-05", "157", vejstraekning="v-1"),
            incident(3, "uheld_materiel", "2024-06-05", "157", vejstraekning="v-1"),
            incident(4, "uheld_personskade", "2024-06-05", "157"),
        ]
    )
    with open_incidents(read_only=False) as connection:
        connection.executemany(
            "INSERT INTO road_sections VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                ["v-1", "157", 1.5, 4000, 50, 40, dt.date(2022, 6, 1), None],
                ["v-2", "157", 2.0, 5000, 50, 50, None, None],
                ["v-3", "157", None, 5000, 50, 50, None, None],
                ["v-4", "157", 1.0, 5000, 50, 60, dt.date(2022, 6, 1), None],
            ],
        )
        cubes(connection)
        sections = connection.execute(question("publish_road_section")).df().set_index("section")
        accidents = connection.execute(question("publish_road_accident_year")).df()
    assert set(sections.index) == {"v-1", "v-2", "v-4"}
    assert sections["lowered_from"].notna().to_dict() == {"v-1": True, "v-2": False, "v-4": False}
    counted = {(row.section or "", row.year): row.accidents for row in accidents.fillna({"section": ""}).itertuples()}
    assert counted == {("v-1", 2024): 2, ("", 2024): 1}
