"""Two releases: what came between them is a number as well."""

import shutil

import numpy as np
import pytest

from data.home import home
from tests.attack.attack import Findings, Released, blocks
from tests.attack.facts import collected
from tests.attack.microdata import District, random_district, with_late_reports, with_second_delivery
from tests.attack.release import NEXT_QUARTER, released
from tests.attack.two_releases import attack_two, moved_a_little, told_by

TARGETS = 8


def found_in(first: Released, second: Released, before: District, after: District) -> Findings:
    """Return what two releases give away, wherever anything came between them."""
    rng, known, findings = np.random.default_rng(1), told_by(first, second), Findings()
    for of in blocks(collected(first)):
        if not np.array_equal(of.truth(before.incidents), of.truth(after.incidents)):
            more = attack_two(of, known, before.incidents, after.incidents, rng, TARGETS)
            findings.recovered += more.recovered
            findings.tried += more.tried
    return findings


def late(seed: int) -> tuple[District, District]:
    before = random_district(np.random.default_rng(seed))
    return before, with_late_reports(np.random.default_rng([seed, 2]), before)


# With seed 12 a table that moved by none or by five gave three cases away.
FULL = [pytest.param(seed, marks=pytest.mark.full) for seed in range(100, 110)]


@pytest.mark.parametrize("seed", [12, *FULL])
def test_late_reports_are_not_told_of(seed: int) -> None:
    before, after = late(seed)
    first, second = released(before), released(after, extracted=NEXT_QUARTER)
    findings = found_in(first, second, before, after)
    assert findings.tried
    assert not findings.recovered, (seed, findings.recovered[:5])
    assert not moved_a_little(first, second)


def test_they_are_told_of_when_nobody_remembers_the_first_release() -> None:
    before, after = late(1)
    first = released(before)
    shutil.rmtree(home() / "releases")
    second = released(after, extracted=NEXT_QUARTER)
    assert moved_a_little(first, second)
    assert found_in(first, second, before, after).recovered


def test_a_year_that_comes_a_second_time_is_told_again_and_tells_of_nobody() -> None:
    before = random_district(np.random.default_rng(5))
    after = with_second_delivery(before, "utryghed_offentligt_rum")
    first, second = released(before), released(after, extracted=NEXT_QUARTER)
    counted = second["protected_year"].query("category == 'utryghed_offentligt_rum'")["counted"]
    assert set(counted.dt.date) == {NEXT_QUARTER}
    assert not found_in(first, second, before, after).recovered
    assert not moved_a_little(first, second)
