"""Three-year sums of killed and seriously injured, judged: every municipality and the district."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.answers import Expected
from analysis.casualties import YEARS_SUMMED, casualties, three_year_sum
from analysis.dispersion import yearly_dispersion
from analysis.judged import LEAST_A_YEAR
from analysis.multiplicity import adjusted_p, two_sided
from analysis.signal import Verdict, verdict_of
from analysis.traffic import ThreeYears, three_year_verdict
from data.municipalities import DISTRICT, municipality_codes
from data.release import Release


@dataclass(frozen=True)
class JudgedSum:
    """The three-year sum of one place: its verdict, its expected range, and the three years before it."""

    severe: int
    severe_before: int | None
    verdict: Verdict
    expected: Expected | None


@lru_cache(maxsize=256)
def judged_sums(release: Release, last: int) -> dict[str, JudgedSum]:
    """Return the three-year sums that end with `last`, by place; a place whose years are not all final is not there.

    Expected is the sum of the three years before, moved as the rest of the district moved; for the district, as it
    was. The municipalities are one family. Killed alone never gets a verdict.
    """
    now, before = _sums(release, last), _sums(release, last - YEARS_SUMMED)
    both = [place for place in municipality_codes() if place in now and place in before]
    spread = _dispersion(release, both, last)
    tested = [place for place in both if before[place] >= LEAST_A_YEAR * YEARS_SUMMED]
    compared = {place: _against_the_rest(place, both, now, before, spread) for place in tested}
    found = {place: result for place, result in compared.items() if result is not None}
    q = adjusted_p(np.array([_two_sided(result) for result in found.values()]))
    told = dict(zip(found, map(float, q), strict=True))
    sums = {
        place: _judged(now[place], before.get(place), found.get(place), told.get(place), len(found))
        for place in municipality_codes()
        if place in now
    }
    return sums | _district(now, before, spread)


def _sums(release: Release, last: int) -> dict[str, int]:
    found = {place: three_year_sum(release, place, last) for place in (*municipality_codes(), DISTRICT)}
    return {place: severe for place, severe in found.items() if severe is not None}


def _dispersion(release: Release, places: list[str], last: int) -> float:
    """Return the dispersion of yearly persons, pooled over the municipalities and both three-year spans."""
    years = range(last - 2 * YEARS_SUMMED + 1, last + 1)
    known = casualties(release)
    severe = np.array([[known[place, year].severe or 0 for year in years] for place in places], dtype=np.float64)
    return yearly_dispersion(severe) if places else 1.0


def _against_the_rest(
    place: str, places: list[str], now: dict[str, int], before: dict[str, int], spread: float
) -> ThreeYears | None:
    rest = [other for other in places if other != place]
    rest_now, rest_before = sum(now[other] for other in rest), sum(before[other] for other in rest)
    return three_year_verdict(now[place], before[place], rest_now, rest_before, spread)


def _two_sided(found: ThreeYears) -> float:
    return float(two_sided(np.array(found.p_up), np.array(found.p_down)))


def _judged(severe: int, before: int | None, found: ThreeYears | None, q: float | None, family: int) -> JudgedSum:
    if before is None:
        return JudgedSum(severe, None, Verdict.NOT_COMPARABLE, None)
    if found is None or q is None:
        return JudgedSum(severe, before, Verdict.TOO_FEW, None)
    expected = Expected(found.expected, found.low, found.high, found.p_up, found.p_down, q, family)
    return JudgedSum(severe, before, verdict_of(found.p_up, found.p_down, q), expected)


def _district(now: dict[str, int], before: dict[str, int], spread: float) -> dict[str, JudgedSum]:
    """Return the district's own verdict, a family of one: against its own three years before, as there is no rest."""
    if DISTRICT not in now:
        return {}
    if DISTRICT not in before:
        return {DISTRICT: JudgedSum(now[DISTRICT], None, Verdict.NOT_COMPARABLE, None)}
    found = three_year_verdict(now[DISTRICT], before[DISTRICT], 1, 1, spread)
    if found is None or before[DISTRICT] < LEAST_A_YEAR * YEARS_SUMMED:
        return {DISTRICT: JudgedSum(now[DISTRICT], before[DISTRICT], Verdict.TOO_FEW, None)}
    expected = Expected(found.expected, found.low, found.high, found.p_up, found.p_down, None, 1)
    verdict = verdict_of(found.p_up, found.p_down, _two_sided(found))
    return {DISTRICT: JudgedSum(now[DISTRICT], before[DISTRICT], verdict, expected)}
