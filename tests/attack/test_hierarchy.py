"""Sums over categories: no number of a category that is held back can be reckoned from an area and its other parts."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from data.catalogue import AREAS, CATEGORIES
from data.municipalities import municipality_codes
from tests.attack.atoms import Block, block, values_of
from tests.attack.attack import Findings, Released, attack_block
from tests.attack.conftest import Attacked
from tests.attack.facts import collected
from tests.attack.microdata import ATTACKED, YEARS, District, random_district, with_derived
from tests.attack.release import released
from tests.attack.test_one_release import nothing_found

TARGETS = 24
AREA = next(area for area in AREAS.values() if len(area.headline) > 1)
SENSITIVE = [code for code in AREA.beside if CATEGORIES[code].sensitive and code in ATTACKED]


def found_in(tables: Released, of: Block, district: District) -> Findings:
    findings = Findings()
    attack_block(of, collected(tables), district.incidents, np.random.default_rng(1), TARGETS, findings)
    return findings


def test_no_category_is_the_difference_of_others(attacked_district: Attacked) -> None:
    for year in YEARS:
        whole = block(ATTACKED, year)
        nothing_found(found_in(attacked_district.tables, whole, attacked_district.district), attacked_district.seed)


def test_a_total_with_the_sensitive_ones_in_it_would_tell_them() -> None:
    """An area's number of reports, everything on its page in it, beside the parts that are public."""
    categories = ["utryghed_offentligt_rum", "narkotikasalg_skole"]
    district = random_district(np.random.default_rng(3), tuple(categories))
    tables = released(district)
    counted = district.incidents.groupby(["kommunekode", "year"]).size().rename("count").reset_index()
    page = counted.rename(columns={"kommunekode": "municipality"}).assign(page="utryghed")
    whole = block([*categories, "henvendelse"], YEARS[0])
    assert not found_in(tables, whole, district).recovered
    assert found_in(tables | {"page_year": page}, whole, district).recovered


@pytest.fixture
def fraud() -> District:
    """Four kinds of fraud in every municipality: eight women and eight men of each, but in one place three men."""
    rows = []
    for place in municipality_codes():
        for kind, code in enumerate(AREA.headline):
            men = 3 if (place, kind) == (municipality_codes()[0], 0) else 8
            rows += [(code, place, sex) for sex in ["k"] * 8 + ["m"] * men]
    frame = pd.DataFrame(rows, columns=["kategori", "kommunekode", "offer_koen"]).assign(sag_id=None)
    frame["anmeldt"] = pd.Timestamp(YEARS[0], 5, 5) + pd.to_timedelta(frame.index.to_numpy(), unit="s")
    for attribute in {name for code in AREA.headline for name in CATEGORIES[code].breakdowns} - {"offer_koen"}:
        frame[attribute] = None
    return District(with_derived(frame))


def test_an_area_broken_down_beside_its_parts_would_tell_the_part_that_is_held_back(fraud: District) -> None:
    tables = released(fraud)
    whole = block(AREA.headline, YEARS[0], ["offer_koen"])
    assert not found_in(tables, whole, fraud).recovered
    assert found_in(tables | {"breakdown_area": broken_down(fraud.incidents, AREA.headline)}, whole, fraud).recovered


def broken_down(incidents: pd.DataFrame, headline: Sequence[str]) -> pd.DataFrame:
    """Return the area by sex: every group of every municipality is far over five."""
    of = incidents[incidents["kategori"].isin(headline)]
    counted = of.assign(value=values_of("offer_koen", of)).groupby(["kommunekode", "year", "value"]).size()
    table = counted.rename("count").reset_index().rename(columns={"kommunekode": "municipality"})
    return table.assign(area=AREA.code, attribute="offer_koen", level=0)
