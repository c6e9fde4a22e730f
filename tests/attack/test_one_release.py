"""One release: every number subtracted from every other, and every hidden count bounded by linear programs."""

import numpy as np
import pytest

from tests.attack.atoms import block
from tests.attack.attack import WIDE, Findings, attack_block, attacked
from tests.attack.conftest import Attacked
from tests.attack.facts import collected
from tests.attack.microdata import YEARS, random_district
from tests.attack.release import released
from tests.attack.weak import Policy, threshold_only, weakly_published, with_complementary

BLOCKS, TARGETS = 14, 16
ALL = 1_000


def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Return how many blocks, and hidden counts in each, are tried."""
    return (ALL, 40) if "full" in request.config.getoption("-m") else (BLOCKS, TARGETS)


def nothing_found(findings: Findings, seed: int) -> None:
    assert not findings.recovered, (seed, findings.recovered[:5])
    assert not findings.narrow, (seed, findings.narrow[:5])
    assert not findings.differences, (seed, findings.differences[:5])
    assert findings.tried, seed


def test_no_hidden_count_is_recovered(attacked_district: Attacked, request: pytest.FixtureRequest) -> None:
    of = attacked_district
    findings = attacked(of.tables, of.district.incidents, of.rng, *size(request))
    nothing_found(findings, of.seed)
    assert min(findings.widths) >= WIDE


def test_no_joint_count_of_age_and_sex_is_narrowed(attacked_district: Attacked, request: pytest.FixtureRequest) -> None:
    of, findings = attacked_district, Findings()
    facts = collected(of.tables)
    for year in YEARS:
        crossed = block(["databedrageri"], year, ["offer_alder", "offer_koen"])
        attack_block(crossed, facts, of.district.incidents, of.rng, size(request)[1], findings)
    nothing_found(findings, of.seed)


def test_something_is_published_all_the_same(attacked_district: Attacked) -> None:
    tables = attacked_district.tables
    for table in ("breakdown", "count_year"):
        assert set(tables[table]["year"]) == set(YEARS)
    assert tables["breakdown"]["municipality"].nunique() > 5


@pytest.mark.parametrize("policy", [threshold_only, with_complementary])
def test_the_same_attack_breaks_a_weak_policy(policy: Policy) -> None:
    district = random_district(np.random.default_rng(2), ("indbrud_beboelse",))
    weak = weakly_published(released(district), district.incidents, policy)
    findings = attacked(weak, district.incidents, np.random.default_rng(2), 5, TARGETS)
    assert findings.recovered
    assert findings.differences
