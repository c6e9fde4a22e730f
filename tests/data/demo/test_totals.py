"""The demo's totals against the shipped files, read here with the csv module alone."""

import csv
from collections import defaultdict

import duckdb
import pytest

from data.demo.casualties import yearly_casualties
from data.home import PROJECT_REFERENCE
from data.municipalities import municipality_codes

Counts = dict[tuple[str, str], int]


def _shipped(name: str) -> list[dict[str, str]]:
    with (PROJECT_REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_burglaries_are_statistics_denmarks_in_every_municipality_and_quarter(demo: duckdb.DuckDBPyConnection) -> None:
    counted: Counts = defaultdict(int)
    for municipality, reported in demo.execute(
        "SELECT kommunekode, reported FROM rows WHERE kategori = 'indbrud_beboelse'"
    ).fetchall():
        counted[municipality, f"{reported.year}K{(reported.month + 2) // 3}"] += 1
    published = {
        (row["area"], row["period"]): int(row["value"])
        for row in _shipped("straf11")
        if row["code"] == "1320" and row["area"] in municipality_codes()
    }
    assert len(published) == 13 * 40
    assert {key: counted[key] for key in published} == published
    assert counted["157", "2025K4"] == 202
    assert sum(counted[code, "2025K4"] for code in municipality_codes()) == 1056


def test_at_most_two_burglaries_a_quarter_have_no_municipality(demo: duckdb.DuckDBPyConnection) -> None:
    quarters = demo.execute(
        "SELECT count(*) FROM rows WHERE kategori = 'indbrud_beboelse' AND kommunekode = '998' "
        "GROUP BY year(reported), quarter(reported)"
    ).fetchall()
    assert quarters and {number for (number,) in quarters} <= {1, 2}


@pytest.mark.parametrize("first_year", range(2016, 2024))
def test_three_year_casualties_are_the_published_sums(demo: duckdb.DuckDBPyConnection, first_year: int) -> None:
    # The issue asks for 2017-2019, 2020-2022 and 2023-2025; every window from 2016 is met.
    counted = dict(
        demo.execute(
            "SELECT kommunekode, sum(draebte::INT + alvorligt::INT + let::INT)::INT FROM rows "
            "WHERE year(reported) BETWEEN $first AND $first + 2 AND draebte IS NOT NULL GROUP BY 1",
            {"first": first_year},
        ).fetchall()
    )
    published = {
        row["area"]: int(row["killed_and_injured"])
        for row in _shipped("uheldk1_three_year_sums")
        if row["first_year"] == str(first_year) and row["area"] in municipality_codes()
    }
    assert len(published) == 13
    assert counted == published


def test_years_by_accident_and_by_report_are_the_same(demo: duckdb.DuckDBPyConnection) -> None:
    moved = "SELECT count(*) FROM rows WHERE draebte IS NOT NULL AND year(started) <> year(reported)"
    assert demo.execute(moved).fetchall() == [(0,)]


def test_only_accidents_with_injury_have_persons(demo: duckdb.DuckDBPyConnection) -> None:
    persons = "draebte::INT + alvorligt::INT + let::INT"
    found = demo.execute(f"SELECT kategori, min({persons}), max({persons}) FROM rows WHERE let IS NOT NULL GROUP BY 1")
    bounds = {category: (low, high) for category, low, high in found.fetchall()}
    assert bounds["uheld_personskade"][0] == 1
    assert bounds["uheld_personskade"][1] > 1
    assert bounds["uheld_materiel"] == bounds["uheld_ekstra"] == (0, 0)


@pytest.mark.parametrize("code", municipality_codes())
def test_yearly_casualties_are_even_and_never_negative(code: str) -> None:
    years = yearly_casualties(code)
    assert len(years) == 10 and min(years) >= 0
    # A swing of more than four Poisson standard deviations would look invented.
    mean = sum(years) / len(years)
    assert all(abs(year - mean) <= 4 * mean**0.5 for year in years)
