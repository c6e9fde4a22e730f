"""Closed years in a release: what each protected table tells, what is held back and why, and what stands later."""

import shutil
from typing import Any

import pandas as pd
import pytest

from data.catalogue import CATEGORIES
from data.disclosure import REST
from data.errors import UserError
from data.incidents import incidents_path
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes
from data.publish import publish
from data.releases import release_folder
from tests.attack.facts import tables
from tests.data.small_district import incident, load_district

FIRST, SECOND, *OTHERS = municipality_codes()
CASES = "databedrageri"
Rows = list[dict[str, Any]]
Release = dict[str, pd.DataFrame]


def reports(category: str, place: str, count: int, start: int, **values: Any) -> Rows:
    return [incident(start + step, category, f"2024-{1 + step % 12:02d}-05", place, **values) for step in range(count)]


def everywhere(category: str, **kinds: dict[str, Any]) -> Rows:
    """Return eight reports of each kind in every municipality."""
    return [
        row
        for at, place in enumerate(municipality_codes())
        for kind, values in enumerate(kinds.values())
        for row in reports(category, place, 8, 1000 * at + 100 * kind, **values)
    ]


def published(rows: Rows, **settings: Any) -> Release:
    """Publish these rows as all that is loaded, after what was published before."""
    incidents_path().unlink(missing_ok=True)
    load_district(rows, **settings)
    return tables(release_folder(publish().id) / "published.duckdb")


def status(release: Release, table: str, category: str, attribute: str = "") -> str:
    year = release["protected_year"]
    of = year[(year["protected_table"] == table) & (year["category"] == category) & (year["attribute"] == attribute)]
    return str(of.set_index("year")["status"][2024])


def cells(release: Release, attribute: str) -> dict[tuple[str, str], int]:
    of = release["breakdown"][release["breakdown"]["attribute"] == attribute]
    return {(place, value): count for place, value, count in of[["municipality", "value", "count"]].to_numpy()}


SEXES = {"women": {"offer_koen": "k"}, "men": {"offer_koen": "m"}}


def test_what_was_not_delivered_is_told_apart_from_what_is_held_back() -> None:
    release = published([*everywhere(CASES, **SEXES), *reports(CASES, FIRST, 3, 90_000, kanal="sms", offer_koen="k")])
    assert status(release, "breakdown", CASES, "offer_koen") == "shown"
    assert status(release, "breakdown", CASES, "kanal") == "held_back"  # three in the whole district
    assert status(release, "breakdown", CASES, "offer_alder") == "not_delivered"
    assert status(release, "money_year", CASES) == "not_delivered"
    assert status(release, "cell_class_year", "indbrud_beboelse") == "not_delivered"


def test_unknown_only_is_not_delivered() -> None:
    release = published(everywhere(CASES, all={"offer_koen": "uoplyst"}))
    assert status(release, "breakdown", CASES, "offer_koen") == "not_delivered"


def complexes(place: str, reports_of_each: int, number: int, start: int) -> Rows:
    return [
        row
        for case in range(number)
        for row in reports(CASES, place, reports_of_each, start + 20 * case, sag_id=f"s{start}-{case}", offer_koen="k")
    ]


def test_reports_are_told_beside_cases_only_where_neither_they_nor_their_difference_are_few() -> None:
    release = published(
        [
            *everywhere(CASES, **SEXES),  # 16 cases and reports in each municipality
            *complexes(FIRST, 7, 1, 50_000),  # one case more, with seven reports: six beyond the cases
            *complexes(SECOND, 3, 1, 60_000),  # two beyond the cases
            *complexes(OTHERS[0], 6, 1, 70_000),  # five
        ]
    )
    reported = release["report_year"].set_index("municipality")[["cases", "count"]]
    assert reported.loc[FIRST].tolist() == [17, 23]
    assert SECOND not in reported.index
    assert OTHERS[1] in reported.index  # as many reports as cases
    # Two beyond the cases are hidden among seven: the third joins the second, and no other has to.
    assert reported.loc[REST].tolist() == [17 + 17, 17 + 17 + 2 + 5]
    # A breakdown counts reports, and adds up to them: who is not told there is not told here.
    shown = {place for place, _ in cells(release, "offer_koen")} - {REST}
    assert shown <= set(reported.index)


def test_a_district_without_complexes_has_as_many_reports_as_cases_and_no_table_of_them() -> None:
    release = published(everywhere(CASES, **SEXES))
    assert release["report_year"].empty
    assert status(release, "report_year", CASES) == "not_delivered"
    assert cells(release, "offer_koen")[FIRST, "k"] == 8


def test_a_few_reports_beyond_the_cases_in_the_whole_district_hold_breakdowns_back() -> None:
    release = published([*everywhere(CASES, **SEXES), *complexes(FIRST, 3, 1, 50_000)])
    assert status(release, "report_year", CASES) == "held_back"
    assert status(release, "breakdown", CASES, "offer_koen") == "held_back"
    assert cells(release, "offer_koen") == {}


def test_a_sensitive_category_is_broken_down_for_the_district_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    violence = CATEGORIES["vold_naere_relationer"]
    broken_down = type(violence)(**{**vars(violence), "breakdowns": ("weekday",)})
    monkeypatch.setitem(CATEGORIES, violence.code, broken_down)
    rows = [
        row
        for at, place in enumerate(municipality_codes())
        for row in reports(
            violence.code, place, 12, 100 * at
        )  # the 5th of each month of 2024: every weekday but none few
    ]
    weekdays = cells(published(rows), "weekday")
    assert {place for place, _ in weekdays} == {DISTRICT}
    assert sum(weekdays.values()) == 12 * 13


def test_no_release_tells_a_sensitive_number_by_quarter_or_under_five() -> None:
    codes = {category.code for category in CATEGORIES.values() if category.sensitive}
    rows = [
        row
        for number, code in enumerate(sorted(codes))
        for at, place in enumerate((*municipality_codes(), UNKNOWN))
        for row in reports(code, place, at % 7, 10_000 * number + 100 * at)
    ]
    release = published(rows)
    for name, table in release.items():
        if "category" in table and name != "protected_year":
            of = table[table["category"].isin(codes)]
            assert name in ("count_year", "report_year") or of.empty
            assert "quarter" not in table or of.empty
            assert (of["count"] >= 5).all() if "count" in of else True


def test_a_late_report_leaves_the_closed_year_as_it_was_told() -> None:
    rows = everywhere(CASES, **SEXES)
    before = published(rows)
    after = published([*rows, *reports(CASES, FIRST, 2, 90_000, offer_koen="k")])
    assert cells(after, "offer_koen") == cells(before, "offer_koen")
    grid = after["count_quarter"].query("category == @CASES and year == 2024 and municipality == @FIRST")
    assert grid["count"].sum() == 16 + 2  # the public number is today's


def test_a_place_that_was_held_back_does_not_appear_when_it_reaches_five() -> None:
    rows = [row for row in everywhere(CASES, **SEXES) if (row["kommunekode"], row["offer_koen"]) != (FIRST, "m")]
    before = published([*rows, *reports(CASES, FIRST, 4, 90_000, offer_koen="m")])
    after = published([*rows, *reports(CASES, FIRST, 5, 90_000, offer_koen="m")])
    assert (FIRST, "m") not in cells(before, "offer_koen")
    assert cells(after, "offer_koen") == cells(before, "offer_koen")


def test_publishing_again_changes_nothing_and_a_withdrawn_release_is_forgotten() -> None:
    rows = everywhere(CASES, **SEXES)
    published(rows)
    more = [*rows, *reports(CASES, FIRST, 2, 90_000, offer_koen="k")]
    second = published(more)
    assert publish().created is False
    shutil.rmtree(release_folder(publish().id).parent)
    third = published(more)
    assert cells(third, "offer_koen")[FIRST, "k"] == cells(second, "offer_koen")[FIRST, "k"] + 2


def test_real_incidents_do_not_inherit_what_was_told_of_synthetic_ones() -> None:
    rows = everywhere(CASES, **SEXES)
    published(rows, demo=True)
    real = published([*rows, *reports(CASES, FIRST, 2, 90_000, offer_koen="k")])
    assert cells(real, "offer_koen")[FIRST, "k"] == 8 + 2


def test_a_release_that_cannot_be_read_stops_the_next_one() -> None:
    published(everywhere(CASES, **SEXES))
    (release_folder(publish().id) / "internal.duckdb").write_bytes(b"not a database")
    with pytest.raises(UserError, match="kan ikke læses"):
        publish()
