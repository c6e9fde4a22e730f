"""Money: what one victim's loss can be reckoned to be by another who knows his own."""

import numpy as np
import pandas as pd
import pytest

from data.disclosure import REST
from data.money import PROTECTION
from data.municipalities import DISTRICT
from tests.attack.attack import Released, Rng
from tests.attack.microdata import PLACES, District, random_district
from tests.attack.release import released

CATEGORY = "databedrageri"
THOUSAND, HUNDRED_THOUSAND = 1_000, 100_000


def losing_district(rng: Rng) -> District:
    """Return frauds with losses as they are: most of them small, a few that are more than all others together."""
    incidents = random_district(rng, (CATEGORY,)).incidents
    lost = np.round(rng.lognormal(11, 2, len(incidents)), 0)
    known = rng.random(len(incidents)) > 0.1
    lost = np.where(rng.random(len(incidents)) < 0.15, 0, lost)
    return District(incidents.assign(tab_kr=pd.array(np.where(known, lost, np.nan), dtype="Int64")))


def victims(district: District, places: set[str], year: int) -> np.ndarray:
    """Return the losses over 0 in some places and a year, the largest first."""
    of = district.incidents
    inside = of["kommunekode"].isin(places) & (of["year"] == year) & (of["tab_kr"] > 0).fillna(False)
    return np.sort(of.loc[inside, "tab_kr"].to_numpy(np.float64))[::-1]


def exposed(release: Released, district: District) -> list[str]:
    """Return the sums, and the differences of sums, from which the second victim can reckon the first one's loss."""
    found = []
    for year, rows in release["money_year"].dropna(subset="total").groupby("year"):
        sums = rows.set_index("municipality")["total"].astype(float)
        shown = set(sums.index) - {REST, DISTRICT}
        inside = {place: {place} for place in shown} | {DISTRICT: set(PLACES), REST: set(PLACES) - shown}
        told = {str(place): (inside[place], float(sums[place]), HUNDRED_THOUSAND / 2) for place in sums.index}
        if DISTRICT in told:
            left = sums[DISTRICT] - sums[list(shown)].sum()
            told["the rest"] = (inside[REST], left, (len(shown) + 1) * HUNDRED_THOUSAND / 2)
        for name, (places, total, rounding) in told.items():
            losses = victims(district, places, year)
            if len(losses) > 1 and total + rounding - losses[1] < (1 + PROTECTION) * losses[0]:
                found.append(f"{year} {name}")
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_victim_can_reckon_anothers_loss(seed: int) -> None:
    district = losing_district(np.random.default_rng(seed))
    release = released(district)
    assert not exposed(release, district)


def test_by_count_alone_they_could() -> None:
    found = []
    for seed in range(1, 4):
        district = losing_district(np.random.default_rng(seed))
        rows = [
            (place, year, float(HUNDRED_THOUSAND * round(losses.sum() / HUNDRED_THOUSAND)))
            for place in PLACES
            for year in (2024, 2025)
            if len(losses := victims(district, {place}, year)) >= 10
        ]
        found += exposed({"money_year": pd.DataFrame(rows, columns=["municipality", "year", "total"])}, district)
    assert found


def test_no_loss_is_told_and_no_median_of_a_few() -> None:
    district = losing_district(np.random.default_rng(4))
    money = released(district)["money_year"]
    assert len(money)
    assert set(money.columns) == {"municipality", "year", "category", "median", "low", "high", "count", "total"}
    for column, unit in (("median", THOUSAND), ("low", THOUSAND), ("high", THOUSAND), ("total", HUNDRED_THOUSAND)):
        assert (money[column].dropna() % unit == 0).all()
    medians = money.dropna(subset="median")
    assert REST not in set(medians["municipality"])
    for place, year in medians[["municipality", "year"]].itertuples(index=False):
        assert len(victims(district, set(PLACES) if place == DISTRICT else {place}, year)) >= 10
