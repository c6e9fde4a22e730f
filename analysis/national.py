"""The whole country beside an area's own number: Statistics Denmark's published count, where there is one."""

from typing import Any

from analysis.danish import number
from analysis.other_crime import published_count, published_counts
from data.catalogue import Area
from data.municipalities import COUNTRY
from data.periods import Period
from data.reference import offence_codes, reference_source
from data.release import Release


def national_counts(release: Release, area: Area, period: Period) -> dict[str, Any] | None:
    """Return `code, count, count_last_year` of the whole country; None for an area without a national count.

    A count is None where it is not imported, or not published for a quarter of the period.
    """
    if not area.national:
        return None
    now, before = (published_count(release, area.national, COUNTRY, when) for when in (period, period.year_before))
    return {"code": area.national, "count": now, "count_last_year": before}


def national_line(release: Release, area: Area, period: Period) -> str:
    """Return the country's count in the period and a year before, or why there is none; empty where none belongs."""
    found = national_counts(release, area, period)
    if found is None:
        return ""
    label = next(code.label_da for code in offence_codes() if code.code == area.national)
    what = f"Hele landet, {label[:1].lower()}{label[1:]} ({reference_source('straf11')})"
    if found["count"] is None:
        return f"{what}: {_why_none(release, area, period)}"
    told = f"{what}: {number(found['count'])} i {period.short_name}"
    if found["count_last_year"] is not None:
        told += f", {number(found['count_last_year'])} i {period.year_before.short_name}"
    return f"{told}. {area.national_is}".strip()


def _why_none(release: Release, area: Area, period: Period) -> str:
    if any(code == area.national for code, _, _ in published_counts(release)):
        return f"ikke offentliggjort for {period.short_name}."
    return "ikke indlæst."
