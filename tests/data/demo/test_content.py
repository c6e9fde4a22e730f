"""What makes the pages look alive: shares, exceptions, missing values, complexes and profiles."""

import duckdb
import pytest

Row = tuple[float, ...]


def _row(demo: duckdb.DuckDBPyConnection, query: str) -> Row:
    return demo.execute(query).fetchall()[0]


def _shares(demo: duckdb.DuckDBPyConnection, column: str, category: str) -> dict[str, float]:
    query = f"SELECT {column}, count(*) / sum(count(*)) OVER () FROM rows WHERE kategori = $category GROUP BY 1"
    return dict(demo.execute(query, {"category": category}).fetchall())


def test_visits_are_mostly_within_24_hours_with_exceptions_and_missing_times(demo: duckdb.DuckDBPyConnection) -> None:
    within, known, later = _row(
        demo,
        "SELECT avg((arrived - reported <= INTERVAL 24 HOUR)::INT) FILTER (oensket_senere = 'nej'), "
        "count(arrived) / count(*), avg((oensket_senere = 'ja')::INT) "
        "FROM rows WHERE kategori = 'indbrud_beboelse' AND reported >= '2021-11-01' AND reported < '2026-01-01'",
    )
    assert 0.94 < within < 0.99 and 0.9 < known < 0.99 and 0.04 < later < 0.09


def test_the_exception_is_noted_since_the_guarantee_came(demo: duckdb.DuckDBPyConnection) -> None:
    before, since = _row(
        demo,
        "SELECT count(oensket_senere) FILTER (reported < '2021-11-01'), "
        "count(*) FILTER (reported >= '2021-11-01' AND oensket_senere IS NULL) "
        "FROM rows WHERE kategori = 'indbrud_beboelse'",
    )
    assert (before, since) == (0, 0)


def test_the_police_come_at_once_to_an_offender_and_to_a_school(demo: duckdb.DuckDBPyConnection) -> None:
    offender, both = _row(
        demo,
        "SELECT median(epoch(arrived - reported)) / 60, count(*) FILTER (oensket_senere = 'ja') "
        "FROM rows WHERE gerningsmand_til_stede = 'ja'",
    )
    assert offender < 20 and both == 0
    school, known = _row(
        demo,
        "SELECT median(epoch(arrived - reported)) / 60, count(arrived) / count(*) "
        "FROM rows WHERE kategori = 'narkotikasalg_skole'",
    )
    assert school < 30 and 0.85 < known < 1


def test_young_cohorts_have_fewer_charges(demo: duckdb.DuckDBPyConnection) -> None:
    old, young = _row(
        demo,
        "SELECT count(charged) FILTER (year(reported) = 2023) / count(*) FILTER (year(reported) = 2023), "
        "count(charged) FILTER (reported >= '2025-10-01') / count(*) FILTER (reported >= '2025-10-01') "
        "FROM rows WHERE kategori = 'samhandelsbedrageri'",
    )
    assert young < 0.6 * old
    assert _row(demo, "SELECT count(charged) FROM rows WHERE kategori LIKE 'uheld%'") == (0,)


def test_a_tenth_of_digital_crime_has_no_municipality_and_more_since_lcik(demo: duckdb.DuckDBPyConnection) -> None:
    unknown, before, since = _row(
        demo,
        "SELECT avg((kommunekode = '998')::INT), avg((kommunekode = '998')::INT) FILTER (reported < '2018-12-03'), "
        "avg((kommunekode = '998')::INT) FILTER (reported >= '2018-12-03') FROM rows "
        "WHERE kategori IN ('databedrageri', 'kontaktbedrageri', 'samhandelsbedrageri', 'identitetsmisbrug')",
    )
    assert 0.08 < unknown < 0.1
    assert since > 1.8 * before


def test_digital_crime_grows(demo: duckdb.DuckDBPyConnection) -> None:
    first, last = _row(
        demo,
        "SELECT count(*) FILTER (year(reported) = 2016), count(*) FILTER (year(reported) = 2025) "
        "FROM rows WHERE kategori = 'databedrageri'",
    )
    assert last > 2 * first


def test_cases_are_mostly_single_but_some_hold_tens_across_municipalities(demo: duckdb.DuckDBPyConnection) -> None:
    single, largest, widest = _row(
        demo,
        "SELECT avg((size = 1)::INT), max(size), max(wide) FROM (SELECT count(*) AS size, "
        "count(DISTINCT kommunekode) AS wide FROM rows WHERE kategori = 'databedrageri' GROUP BY sag_id)",
    )
    assert single > 0.95 and 30 <= largest <= 60 and widest >= 8
    mixed = (
        "SELECT max(n) FROM (SELECT count(DISTINCT kategori) AS n FROM rows WHERE sag_id IS NOT NULL GROUP BY sag_id)"
    )
    assert _row(demo, mixed) == (1,)


@pytest.mark.parametrize("category", ["henvendelse", "uheld_personskade", "bestil_betjent", "fiat_besoeg"])
def test_calls_accidents_and_activities_belong_to_no_case(demo: duckdb.DuckDBPyConnection, category: str) -> None:
    assert demo.execute("SELECT count(sag_id) FROM rows WHERE kategori = $c", {"c": category}).fetchall() == [(0,)]


def test_victims_differ_by_kind_of_crime(demo: duckdb.DuckDBPyConnection) -> None:
    contact, trade = (_shares(demo, "offer_alder", kind) for kind in ("kontaktbedrageri", "samhandelsbedrageri"))
    assert contact["65-79"] + contact["80+"] > 0.5
    assert trade["18-24"] + trade["25-39"] > 0.5
    abuse = _shares(demo, "offer_alder", "digital_sexkraenkelse")
    assert abuse["0-14"] + abuse["15-17"] + abuse["18-24"] > 0.7
    assert _shares(demo, "kanal", "kontaktbedrageri")["telefon"] > 0.5
    mules = _shares(demo, "mistaenkt_alder", "muldyr")
    assert mules["15-17"] + mules["18-24"] > 0.6


def test_losses_are_skewed_sometimes_nothing_and_sometimes_unknown(demo: duckdb.DuckDBPyConnection) -> None:
    known, nothing, median, mean = _row(
        demo,
        "SELECT count(tab_kr) / count(*), avg((tab_kr = '0')::INT), median(tab_kr::INT) FILTER (tab_kr <> '0'), "
        "avg(tab_kr::INT) FILTER (tab_kr <> '0') FROM rows WHERE kategori = 'kontaktbedrageri'",
    )
    assert 0.75 < known < 0.95 and 0.1 < nothing < 0.25
    assert 15_000 < median < 30_000 and mean > 1.5 * median
    lost_in_attempt = "SELECT count(*) FROM rows WHERE forsoeg = 'ja' AND tab_kr <> '0'"
    assert _row(demo, lost_in_attempt) == (0,)


@pytest.mark.parametrize("category", ["muldyr", "fiat_besoeg"])
def test_what_is_only_the_districts_has_no_municipality(demo: duckdb.DuckDBPyConnection, category: str) -> None:
    assert set(_shares(demo, "kommunekode", category)) == {"998"}


def test_about_240_visits_a_year_from_2022(demo: duckdb.DuckDBPyConnection) -> None:
    years = dict(
        demo.execute("SELECT year(reported), count(*) FROM rows WHERE kategori = 'fiat_besoeg' GROUP BY 1").fetchall()
    )
    assert min(years) == 2022
    assert all(190 <= years[year] <= 290 for year in (2022, 2023, 2024, 2025))


def test_requests_start_in_december_2018_and_most_are_answered_in_time(demo: duckdb.DuckDBPyConnection) -> None:
    first, answered, carried_out, some, never = _row(
        demo,
        "SELECT min(reported), avg((answered - reported::DATE <= 14)::INT), "
        "avg((carried_out - reported::DATE <= 30)::INT), count(carried_out) / count(*), "
        "count(*) FILTER (answered IS NULL AND year(reported) < 2025) "
        "FROM rows WHERE kategori = 'bestil_betjent'",
    )
    assert f"{first:%Y-%m}" == "2018-12"
    assert 0.85 < answered < 0.99 and 0.75 < carried_out < 0.97
    assert 0.5 < some < 0.8 and never > 0


def test_accidents_are_final_up_to_2024(demo: duckdb.DuckDBPyConnection) -> None:
    found = demo.execute("SELECT DISTINCT status, year(reported) >= 2025 FROM rows WHERE status IS NOT NULL").fetchall()
    assert set(found) == {("endelig", False), ("foreloebig", True)}


def test_alcohol_is_found_more_by_night_and_often_not_known(demo: duckdb.DuckDBPyConnection) -> None:
    unknown, night, day = _row(
        demo,
        "SELECT avg((spiritus = 'uoplyst')::INT), avg((spiritus = 'ja')::INT) FILTER (hour(reported) < 5), "
        "avg((spiritus = 'ja')::INT) FILTER (hour(reported) BETWEEN 8 AND 18) FROM rows WHERE spiritus IS NOT NULL",
    )
    assert 0.1 < unknown < 0.2 and night > 2 * day


def test_the_sections_of_the_trial_have_a_lower_limit_and_no_more_accidents(
    demo_folder: object, demo: duckdb.DuckDBPyConnection
) -> None:
    demo.execute(
        "CREATE OR REPLACE TEMP TABLE sections AS SELECT * FROM read_csv($path, header = true)",
        {"path": f"{demo_folder}/vejstraekninger.csv"},
    )
    query = (
        "SELECT fra IS NOT NULL, count(*) FILTER (year(reported) <= 2021) / 6, "
        "count(*) FILTER (year(reported) BETWEEN 2024 AND 2025) / 2 "
        "FROM rows JOIN sections ON vejstraekning = id GROUP BY 1"
    )
    years = {trial: (before, after) for trial, before, after in demo.execute(query).fetchall()}
    trial, comparison = (after / before for before, after in (years[True], years[False]))
    assert 0.7 < trial / comparison < 1.05
    limits = (
        "SELECT DISTINCT hastighedsgraense FROM rows JOIN sections ON vejstraekning = id "
        "WHERE fra IS NOT NULL AND reported >= fra + INTERVAL 1 DAY"
    )
    assert demo.execute(limits).fetchall() == [("40",)]


def test_guidance_after_burglary_rises_over_the_years(demo: duckdb.DuckDBPyConnection) -> None:
    first, last = _row(
        demo,
        "SELECT avg((brochure = 'ja')::INT) FILTER (year(reported) = 2016), "
        "avg((brochure = 'ja')::INT) FILTER (year(reported) = 2025) FROM rows WHERE brochure IS NOT NULL",
    )
    assert first + 0.2 < last < 1
