"""Breakdowns of three years as one: beside the plain counts of each quarter, nothing of any year can be reckoned."""

import datetime as dt
import shutil
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from data.catalogue import CATEGORIES
from data.home import home
from data.municipalities import municipality_codes
from tests.attack.atoms import block
from tests.attack.attack import Findings, Released, attack_block
from tests.attack.facts import collected
from tests.attack.microdata import District, random_district, with_derived, with_late_reports
from tests.attack.release import released
from tests.attack.test_one_release import nothing_found
from tests.attack.two_releases import attack_two, moved_a_little, told_by

CATEGORY = "uheld_personskade"
POOL = (2023, 2024, 2025)
FINAL = dt.date(2026, 6, 12)  # the accidents of 2025 are final
A_YEAR_LATER = dt.date(2026, 9, 12)
ATTRIBUTES = CATEGORIES[CATEGORY].breakdowns
TARGETS = 12
MORE_SEEDS = [pytest.param(seed, marks=pytest.mark.full) for seed in range(100, 110)]


def accidents(seed: int) -> District:
    return random_district(np.random.default_rng(seed), (CATEGORY,), POOL)


def published(district: District, extracted: dt.date = FINAL) -> Released:
    return released(district, extracted=extracted, first_year=POOL[0])


def attack(tables: Released, district: District, attribute: str, targets: int = TARGETS) -> Findings:
    findings, rng = Findings(), np.random.default_rng(1)
    attack_block(block([CATEGORY], POOL, [attribute]), collected(tables), district.incidents, rng, targets, findings)
    return findings


@pytest.mark.parametrize("seed", [1, *MORE_SEEDS])
def test_nothing_of_a_pool_or_of_its_years_is_recovered(seed: int) -> None:
    district = accidents(seed)
    tables = published(district)
    told = tables["breakdown"]
    assert set(told[["year", "years"]].itertuples(index=False, name=None)) == {(POOL[-1], len(POOL))}
    for attribute in sorted(set(told["attribute"])):
        nothing_found(attack(tables, district, attribute), seed)


def single_years(district: District) -> Released:
    """Return what was published if each year of a pool were told by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CATEGORIES, CATEGORY, replace(CATEGORIES[CATEGORY], breakdown_years=1))
        return published(district)


def two_years_and_a_little() -> District:
    """Eight sober and eight drunk drivers in each municipality and year; in the first two places four in the last."""
    rows = [
        (CATEGORY, place, pd.Timestamp(year, 5, 5), answer)
        for at, place in enumerate(municipality_codes())
        for year in POOL
        for answer in ("nej", "ja")
        for _ in range(4 if at < 2 and year == POOL[-1] and answer == "ja" else 8)
    ]
    frame = pd.DataFrame(rows, columns=["kategori", "kommunekode", "anmeldt", "spiritus"]).assign(sag_id=None)
    for attribute in {*ATTRIBUTES} - {"spiritus", "weekday"}:
        frame[attribute] = None
    return District(with_derived(frame))


def test_a_pool_beside_its_years_would_tell_the_year_that_is_held_back() -> None:
    district = two_years_and_a_little()
    pool = published(district)
    shutil.rmtree(home() / "releases")
    years = single_years(district)
    assert not attack(pool, district, "spiritus", 200).recovered
    assert not attack(years, district, "spiritus", 200).recovered
    both = pool | {"breakdown_year": years["breakdown"]}
    assert attack(both, district, "spiritus", 200).recovered


def test_what_was_told_by_single_years_is_never_told_as_a_pool() -> None:
    district = two_years_and_a_little()
    before = single_years(district)
    after = published(district, A_YEAR_LATER)
    assert set(after["breakdown"].query("attribute == 'spiritus'")["years"]) == {1}
    assert not moved_a_little(before, after)
    assert not attack(after, district, "spiritus", 200).recovered


def test_late_reports_are_not_told_of_by_a_pool() -> None:
    before = accidents(3)
    after = with_late_reports(np.random.default_rng([3, 2]), before)
    first, second = published(before), published(after, A_YEAR_LATER)
    assert not moved_a_little(first, second)
    known = told_by(first, second)
    for attribute in sorted(set(first["breakdown"]["attribute"]))[:2]:
        of = block([CATEGORY], POOL, [attribute])
        found = attack_two(of, known, before.incidents, after.incidents, np.random.default_rng(1), 4)
        assert found.tried
        assert not found.recovered, (attribute, found.recovered[:5])
