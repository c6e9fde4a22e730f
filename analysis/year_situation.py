"""The answer for a whole year: the count, the year before and the rate. Years are not judged."""

from dataclasses import replace
from functools import lru_cache

from analysis import reasons
from analysis.answers import Situation
from analysis.denominators import rate
from analysis.grid import Grid, grid
from analysis.indicator import Indicator
from analysis.question import SeriesName
from analysis.unanswered import unanswered
from data.municipalities import DISTRICT
from data.periods import Year
from data.release import Release


def year_situation(release: Release, asked: Indicator, place: str, year: Year) -> Situation:
    """Return what is known of one place in one calendar year; a year with an open quarter is provisional."""
    counts = grid(release, asked)
    if counts is None and asked.series is SeriesName.PUBLISHED:
        return unanswered(release, asked, place, year, reasons.NO_TWIN)
    if counts is None:
        return _protected(release, asked, place, year)
    observed = _sum(counts, place, year)
    if observed is None:
        return unanswered(release, asked, place, year, reasons.not_delivered(place, year))
    final = all(counts.is_final(place, quarter) for quarter in year.quarters)
    return replace(
        unanswered(release, asked, place, year, reasons.YEARS_NOT_JUDGED),
        observed=observed,
        observed_last_year=_final_sum(counts, place, year.year_before),
        provisional=not final,
        rate=rate(release, asked, place, year.year, observed) if final else None,
    )


def _sum(counts: Grid, place: str, year: Year) -> int | None:
    """Return the sum of the year's quarters, None when one is missing (an open quarter is there, as far as it goes)."""
    quarters = [counts.count(place, quarter) for quarter in year.quarters]
    known = [count for count in quarters if count is not None]
    return sum(known) if len(known) == len(quarters) else None


def _final_sum(counts: Grid, place: str, year: Year) -> int | None:
    return _sum(counts, place, year) if all(counts.is_final(place, quarter) for quarter in year.quarters) else None


def _protected(release: Release, asked: Indicator, place: str, year: Year) -> Situation:
    """Return the yearly number of categories outside the quarterly grid, where every one of them may be shown."""
    observed = _protected_count(release, asked, place, year.year)
    if observed is None:
        closed = year.last_day <= release.data_until
        return unanswered(release, asked, place, year, reasons.held_back(place, year) if closed else reasons.ONLY_YEARS)
    return replace(
        unanswered(release, asked, place, year, reasons.YEARS_NOT_JUDGED),
        observed=observed,
        observed_last_year=_protected_count(release, asked, place, year.year - 1),
        rate=rate(release, asked, place, year.year, observed),
    )


def _protected_count(release: Release, asked: Indicator, place: str, year: int) -> int | None:
    """Return a protected yearly count; the district is every shown municipality and the rest together."""
    shown = [protected_years(release, code) for code in asked.categories]
    if place == DISTRICT:
        found = [sum(count for (_, of), count in counts.items() if of == year) or None for counts in shown]
    else:
        found = [counts.get((place, year)) for counts in shown]
    known = [count for count in found if count is not None]
    return sum(known) if len(known) == len(found) else None


@lru_cache(maxsize=64)
def protected_years(release: Release, category: str) -> dict[tuple[str, int], int]:
    """Return (municipality or `oevrige`, year) -> count of a category outside the quarterly grid."""
    return {(place, year): count for place, year, count in release.rows("count_year", category=category)}
