"""Karakter: what a distribution says, why there is none, and which day it is of."""

import datetime as dt
from typing import Any

from analysis.answers import Breakdown
from analysis.character import breakdowns
from analysis.question import Question
from data.incidents import incidents_path
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Quarter, Year, Years
from data.publish import publish
from data.release import open_release
from tests.data.small_district import EXTRACTED, incident, load_district

FIRST, SECOND, *_ = municipality_codes()


def burglaries(**few: int) -> list[dict[str, Any]]:
    """Return eight completed and eight attempted burglaries in every municipality; in the first, `few` attempts."""
    return [
        incident(1000 * at + 100 * kind + step, "indbrud_beboelse", "2024-05-05", place, forsoeg=value)
        for at, place in enumerate(municipality_codes())
        for kind, value in enumerate(("nej", "ja"))
        for step in range(few.get("attempts", 8) if (place, value) == (FIRST, "ja") else 8)
    ]


def told(rows: list[dict[str, Any]], attribute: str, place: str, extracted: dt.date = EXTRACTED) -> Breakdown:
    incidents_path().unlink(missing_ok=True)
    load_district(rows, extracted=extracted)
    publish()
    answers = breakdowns(open_release(), Question("indbrud", place, Year(2024)))
    return next(answer for answer in answers if answer.attribute == attribute)


def test_a_distribution_of_a_municipality_and_of_the_district() -> None:
    found = told(burglaries(), "forsoeg", SECOND)
    assert (found.groups, found.held_back) == ((("Fuldbyrdet", 8), ("Forsøg", 8)), False)
    assert told(burglaries(), "forsoeg", DISTRICT).groups == (("Fuldbyrdet", 8 * 13), ("Forsøg", 8 * 13))


def test_a_small_group_holds_its_municipality_back_and_the_reason_is_told() -> None:
    answer = told(burglaries(attempts=4), "forsoeg", FIRST)
    assert answer.groups is None
    assert answer.held_back
    assert answer.reason is not None
    assert "mindst fem" in answer.reason


def test_what_the_extract_does_not_say_is_not_called_protected() -> None:
    answer = told(burglaries(), "boligtype", FIRST)
    assert answer.groups is None
    assert not answer.held_back
    assert answer.reason == "Boligtype er ikke oplyst i udtrækket for 2024."


def test_a_year_that_was_told_before_says_which_extract_it_is_from() -> None:
    first = told(burglaries(), "forsoeg", FIRST)
    late = incident(90_000, "indbrud_beboelse", "2024-05-06", FIRST, forsoeg="ja")
    second = told([*burglaries(), late], "forsoeg", FIRST, extracted=dt.date(2026, 4, 12))
    assert second.groups == first.groups
    assert second.source == first.source == "Politiets udtræk af 12.01.2026"


def accidents() -> list[dict[str, Any]]:
    """Return two sober and two drunk accidents a year in every municipality; in the first none drunk in the last."""
    return [
        incident(1000 * at + 100 * kind + 10 * year + step, "uheld_personskade", f"{2020 + year}-05-05", place)
        | {"spiritus": value}
        for at, place in enumerate(municipality_codes())
        for kind, value in enumerate(("nej", "ja"))
        for year in range(6)
        for step in range(0 if (place, value) == (FIRST, "ja") and year == 5 else 2)
    ]


def test_accidents_are_told_of_three_years_as_one_and_the_years_are_named() -> None:
    load_district(accidents(), first_year=2020, extracted=dt.date(2026, 6, 12))
    publish()

    def spiritus(place: str, period: Quarter | Year) -> Breakdown:
        every = breakdowns(open_release(), Question("faerdsel", place, period))
        return next(each for each in every if each.attribute == "spiritus")

    newest = spiritus(SECOND, Quarter(2026, 1))
    assert newest.groups == (("Uden spiritus", 2 * 3), ("Med spiritus", 2 * 3))
    assert newest.period == Years(2023, 2025)
    assert newest.period.code == newest.period.name == "2023–2025"
    assert spiritus(SECOND, Quarter(2024, 2)).period == Years(2020, 2022)  # the next pool has years to come
    assert spiritus(FIRST, Year(2025)).reason == (
        "Spiritus vises ikke for kommunen i 2023–2025: en fordeling vises kun, når hver gruppe har mindst fem sager, "
        "så ingen enkelt sag kan genkendes."
    )
