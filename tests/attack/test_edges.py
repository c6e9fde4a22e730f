"""Districts made to tempt the gate: a rest of one, a group of none, a municipality of nothing, a rest that is one."""

import numpy as np
import pandas as pd
import pytest

from data.disclosure import REST
from data.municipalities import municipality_codes
from tests.attack.attack import Findings, attacked
from tests.attack.microdata import YEARS, District, with_derived
from tests.attack.release import released

CATEGORY = "utryghed_offentligt_rum"
FIRST, SECOND, THIRD, *OTHERS = municipality_codes()
WEEKEND = [pd.Timestamp(YEARS[0], 1, 6) + pd.Timedelta(days=7 * week) for week in range(52)]
WORKDAY = [pd.Timestamp(YEARS[0], 1, 2) + pd.Timedelta(days=7 * week) for week in range(52)]


def weekly(**days: tuple[int, int]) -> District:
    """Return so many reports on workdays and at weekends, at noon: 20 and 20 in every municipality but those given."""
    rows = [
        (CATEGORY, place, day + pd.Timedelta(hours=12, minutes=at % 60), None)
        for place in municipality_codes()
        for dates, number in zip((WORKDAY, WEEKEND), days.get(f"m{place}", (20, 20)), strict=True)
        for at, day in enumerate((dates * 2)[:number])
    ]
    return District(with_derived(pd.DataFrame(rows, columns=["kategori", "kommunekode", "anmeldt", "sag_id"])))


EDGES = {
    "a rest of one": {f"m{FIRST}": (20, 4)},
    "a group of none": {f"m{FIRST}": (20, 0)},
    "nothing at all": {f"m{FIRST}": (0, 0)},
    "nothing at all in one and little in another": {f"m{FIRST}": (0, 0), f"m{SECOND}": (20, 3)},
    # The rest of these two would be 40 and 5: the four of the first would be told to within the second's one.
    "a rest that is nearly one": {f"m{FIRST}": (40, 4), f"m{SECOND}": (0, 1)},
    "three that are little": {f"m{FIRST}": (9, 1), f"m{SECOND}": (7, 2), f"m{THIRD}": (30, 2)},
}


@pytest.mark.parametrize("name", EDGES)
def test_no_edge_gives_a_count_away(name: str) -> None:
    district = weekly(**EDGES[name])
    tables = released(district)
    findings: Findings = attacked(tables, district.incidents, np.random.default_rng(1), 1000, 1000)
    assert not findings.recovered
    assert not findings.narrow
    assert not findings.differences
    of = tables["breakdown"].query("attribute == 'weekday'")
    places = set(of["municipality"])
    assert FIRST not in places
    assert REST in places
    assert len(set(municipality_codes()) - places) >= 2  # a rest of exactly one is refused
    assert places & set(OTHERS)
