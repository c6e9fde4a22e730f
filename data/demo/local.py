"""What a lokalråd may choose: unease in public, drugs sold at schools, calls, and violence in close relations."""

import numpy as np

from data.demo.columns import Columns, Generator, happens, where_known
from data.demo.columns import lognormal_minutes as lognormal
from data.demo.days import Minutes, known_at_extract
from data.demo.places import hectares_in
from data.demo.reports import District, Reports, cells

_CALLED_AFTER = 15  # minutes, median
_TOLD_AFTER = 20 * 60  # minutes, median: violence at home is often told later
_STILL_GOING_ON = 0.5  # no end of the act is known
_PATROL_AFTER, _PATROL_UNKNOWN = 16, 0.08  # minutes, median


def _started(rng: Generator, minutes: Minutes, median: float) -> Columns:
    start = minutes - lognormal(rng, median, 1.0, len(minutes))
    ended = ~happens(rng, _STILL_GOING_ON, len(minutes))
    return {"gerning_fra": start, "gerning_til": where_known(ended, minutes)}


def public_unease(rng: Generator, district: District, reports: Reports) -> Columns:
    hectare = hectares_in(rng, district.places, district.places.burglary, reports.area)
    return {
        "sag_id": np.arange(len(reports)),
        **_started(rng, reports.minutes, _CALLED_AFTER),
        **cells(rng, district.places, hectare),
    }


def drugs_at_schools(rng: Generator, _: District, reports: Reports) -> Columns:
    """Return the columns of drugs sold at schools. No cell: it would point out the school."""
    known = ~happens(rng, _PATROL_UNKNOWN, len(reports))
    arrival = known_at_extract(reports.minutes + lognormal(rng, _PATROL_AFTER, 0.8, len(reports)))
    return {
        "sag_id": np.arange(len(reports)),
        **_started(rng, reports.minutes, _CALLED_AFTER),
        "foerste_patrulje": where_known(known, arrival),
    }


def violence_at_home(rng: Generator, _: District, reports: Reports) -> Columns:
    """Return the columns of violence in close relations. No cell: it would point out the home."""
    return {"sag_id": np.arange(len(reports)), **_started(rng, reports.minutes, _TOLD_AFTER)}
