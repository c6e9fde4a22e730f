"""How long after the act the reports came: what is read of the newest quarter is read before the late ones are in."""

from itertools import groupby
from operator import itemgetter

from analysis.answers import Delay
from data.catalogue import CATEGORIES
from data.periods import Year
from data.release import Release

MONTH_DAYS = 30
NINE_TENTHS = 0.9

Days = list[tuple[int, int]]


def delays(release: Release) -> tuple[Delay, ...]:
    """Return the delay of every category in the newest closed year, in the catalogue's order; none without a time."""
    year = _newest_closed_year(release)
    found = {
        code: [(days, incidents) for _, days, incidents in rows]
        for code, rows in groupby(release.rows("delay_year", year=year.year), key=itemgetter(0))
    }
    return tuple(delay(category.name, year, found[code]) for code, category in CATEGORIES.items() if code in found)


def delay(name: str, period: Year, days: Days) -> Delay:
    """Return the delay from pairs of days and incidents, fewest days first; a quantile is a number that occurs."""
    dated = sum(incidents for _, incidents in days)
    late = sum(incidents for number, incidents in days if number > MONTH_DAYS)
    return Delay(name, period, dated, _within(days, 0.5 * dated), _within(days, NINE_TENTHS * dated), late)


def _within(days: Days, wanted: float) -> int:
    """Return the least number of days within which so many had come."""
    come = 0
    for number, incidents in days:
        come += incidents
        if come >= wanted:
            return number
    raise ValueError("no incidents")


def _newest_closed_year(release: Release) -> Year:
    year = Year(release.data_until.year)
    return year if year.last_day <= release.data_until else Year(year.year - 1)
