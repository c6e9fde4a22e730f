"""What counts are set against, and rates with their exact interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.answers import Rate
from analysis.danish import number
from analysis.indicator import Indicator
from analysis.rates import poisson_interval
from data.release import Release


@dataclass(frozen=True)
class Size:
    """A denominator: its value, the day(s) it is of (ISO; an interval where it is a mean of two), its Danish unit."""

    value: float
    date: str
    unit: str


@lru_cache(maxsize=16)
def sizes(release: Release, kind: str) -> dict[tuple[str, int], Size]:
    """Return (place, year) -> denominator of this kind."""
    return {
        (place, year): Size(value, date, unit)
        for place, year, value, date, unit in release.rows("denominator", kind=kind)
    }


def rate(release: Release, indicator: Indicator, place: str, year: int, count: int, years: int = 1) -> Rate | None:
    """Return the count per 1,000 (or what the area uses) with Garwood's exact 95 % interval; None without denominator.

    `years`: how many years' denominators the count rests on, ending with `year`; a quarter's rate is "in the
    quarter" and is not made yearly.
    """
    found = [sizes(release, indicator.area.denominator).get((place, year - back)) for back in range(years)]
    known = [size for size in found if size is not None]
    if len(known) < years:
        return None
    return rate_against(count, known, indicator.area.per)


def rate_against(count: int, latest_first: Sequence[Size], per: int) -> Rate:
    """Return the count per so many of the sizes together, with Garwood's exact 95 % interval."""
    total = sum(size.value for size in latest_first)
    interval = poisson_interval(count, total / per)
    unit = f"pr. {number(per)} {latest_first[0].unit}"
    return Rate(interval.value, interval.low, interval.high, unit, round(total), _dates(latest_first))


def _dates(latest_first: Sequence[Size]) -> str:
    """Return the day, or the first and the last day, that the denominators are of."""
    first, last = latest_first[-1].date.split("/")[0], latest_first[0].date.split("/")[-1]
    return first if first == last else f"{first}/{last}"
