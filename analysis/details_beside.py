"""What else a page tells beside an area's number, as JSON: the country, the hurt, what has no municipality."""

from dataclasses import asdict
from typing import Any

from analysis.casualties import casualties
from analysis.local_areas import choosers
from analysis.national import national_counts
from analysis.question import Question
from analysis.severity import severity
from analysis.situation import situation
from data.catalogue import AREAS, Measure
from data.municipalities import UNKNOWN
from data.periods import Period
from data.release import Release


def details_beside(release: Release, code: str, place: str, period: Period) -> dict[str, Any]:
    """Return `national`, `without_municipality`, `chosen_in`, `casualties` and `severity` of an area.

    null: does not belong to the area, was not delivered or may not be shown.
    """
    area = AREAS[code]
    hurt = area.measure is Measure.SEVERE_CASUALTIES
    found = severity(release, place, period) if hurt else None
    return {
        "national": national_counts(release, area, period),
        "without_municipality": situation(release, Question(code, UNKNOWN, period)).observed,
        "chosen_in": None if area.plan else list(choosers(release, area)),
        "casualties": _casualties(release, place, period) if hurt else None,
        "severity": asdict(found) if found else None,
    }


def _casualties(release: Release, place: str, period: Period) -> list[dict[str, Any]]:
    """Return persons killed, seriously and slightly injured in each year up to the period's, oldest first."""
    return [
        {"year": year, "killed": of.killed, "serious": of.serious, "slight": of.slight, "state": of.state.value}
        for (where, year), of in sorted(casualties(release).items())
        if where == place and year <= period.year
    ]
