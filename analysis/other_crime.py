"""Kriminalitet i øvrigt: published offences for a municipality beside the district, the region and the country."""

from functools import lru_cache

from analysis.answers import OffenceRow, OtherCrime, Rate
from analysis.breaks import breaks_of_codes
from analysis.denominators import sizes
from analysis.rates import poisson_interval
from data.catalogue import Denominator
from data.municipalities import COUNTRY, DISTRICT, REGION, area_name, municipality_codes
from data.periods import Period, Quarter
from data.reference import offence_codes, reference_source
from data.release import Release

PER_INHABITANTS = 1000
Counts = dict[tuple[str, str, Quarter], int]


@lru_cache(maxsize=256)
def other_crime(release: Release, municipality: str, period: Period) -> OtherCrime:
    """Return every offence group that is loaded, for the place, the district, the region and the country.

    A count is None where a quarter of the period is not published; a rate where the place has no known inhabitants.
    """
    places = tuple(dict.fromkeys((municipality, DISTRICT, REGION, COUNTRY)))
    known = {code for code, _, _ in published_counts(release)}
    rows = tuple(
        _row(release, code.code, code.label_da, places, period) for code in offence_codes() if code.code in known
    )
    return OtherCrime(
        period=period,
        places=tuple(area_name(place) for place in places),
        rows=rows,
        breaks=breaks_of_codes(release, tuple(known)),
        source=reference_source("straf11"),
    )


def _row(release: Release, code: str, name: str, places: tuple[str, ...], period: Period) -> OffenceRow:
    counts = tuple(published_count(release, code, place, period) for place in places)
    return OffenceRow(
        code=code,
        name=name,
        counts=counts,
        counts_last_year=tuple(published_count(release, code, place, period.year_before) for place in places),
        rates=tuple(_rate(release, place, period.year, count) for place, count in zip(places, counts, strict=True)),
    )


def published_count(release: Release, code: str, place: str, period: Period) -> int | None:
    """Return the published count of an offence; None where a quarter of the period is not published."""
    quarters = (period,) if isinstance(period, Quarter) else period.quarters
    counts = published_counts(release)
    if not all((code, place, quarter) in counts for quarter in quarters):
        return None
    return sum(counts[code, place, quarter] for quarter in quarters)


def _rate(release: Release, place: str, year: int, count: int | None) -> Rate | None:
    size = sizes(release, Denominator.INHABITANTS).get((place, year))
    if count is None or size is None:
        return None
    found = poisson_interval(count, size.value / PER_INHABITANTS)
    unit = f"pr. 1.000 {size.unit}"
    return Rate(found.value, found.low, found.high, unit, round(size.value), size.date)


@lru_cache(maxsize=8)
def published_counts(release: Release) -> Counts:
    """Return (offence code, place, quarter) -> published count; the district is the sum of its municipalities."""
    counts = {
        (code, area, Quarter(year, number)): count
        for area, year, number, code, count in release.rows("published_counts")
    }
    own = municipality_codes()
    for code, quarter in {(code, quarter) for code, _, quarter in counts}:
        if all((code, place, quarter) in counts for place in own):
            counts[code, DISTRICT, quarter] = sum(counts[code, place, quarter] for place in own)
    return counts
