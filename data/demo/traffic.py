"""Accidents: who was hurt, how, on which road, and whether the figures are final. Shares are invented."""

import numpy as np
from numpy.typing import NDArray

from data.demo.columns import Codes, Columns, Generator, code, drawn, happens, with_unknown, yes_or_no
from data.demo.columns import lognormal_minutes as lognormal
from data.demo.counts import INJURY
from data.demo.days import DAY, EXTRACTED, MISSING, Minutes, days_of
from data.demo.places import hectares_in
from data.demo.reports import District, Reports, cells
from data.demo.roads import limit_of, section_of

# Final annual figures come at the end of May of the next year (Vejdirektoratet).
_FIRST_PROVISIONAL_YEAR = EXTRACTED.year - 1
_KILLED, _SERIOUS = 0.03, 0.5  # shares of the persons hurt
_REPORTED_AFTER = 25  # minutes, median
_NIGHT_HOURS = (22, 23, 0, 1, 2, 3, 4, 5)
_ALCOHOL_BY_NIGHT, _ALCOHOL_BY_DAY, _ALCOHOL_UNKNOWN = 0.28, 0.06, 0.15
_DRUGS, _DRUGS_UNKNOWN = 0.03, 0.3
_TRANSPORT_HURT = {
    "bil": 0.36,
    "varebil": 0.03,
    "lastbil": 0.01,
    "bus": 0.01,
    "mc": 0.11,
    "knallert": 0.08,
    "cykel": 0.28,
    "fodgaenger": 0.1,
    "andet": 0.01,
    "uoplyst": 0.01,
}
_TRANSPORT_DAMAGE = {**_TRANSPORT_HURT, "bil": 2.2, "varebil": 0.25, "lastbil": 0.12, "uoplyst": 0.1}
_SITUATIONS = {
    "0": 0.22,
    "100": 0.12,
    "200": 0.09,
    "300": 0.1,
    "400": 0.14,
    "500": 0.13,
    "600": 0.09,
    "700": 0.03,
    "900": 0.04,
    "999": 0.04,
}
_LIMITS = {
    "30": 0.03,
    "40": 0.04,
    "50": 0.5,
    "60": 0.1,
    "70": 0.04,
    "80": 0.2,
    "110": 0.03,
    "130": 0.02,
    "uoplyst": 0.04,
}


def _persons(rng: Generator, reports: Reports) -> NDArray[np.int64]:
    """Return persons hurt in each accident: one, and those beyond that dealt out within the municipality."""
    accidents = np.bincount(reports.area, minlength=len(reports.persons))
    more = np.repeat(np.arange(len(accidents)), np.array(reports.persons) - accidents)
    start = np.cumsum(accidents) - accidents
    chosen = start[more] + (rng.random(len(more)) * accidents[more]).astype(np.int64)
    return 1 + np.bincount(chosen, minlength=len(reports))


def _severity(rng: Generator, persons: NDArray[np.int64]) -> Columns:
    killed = rng.binomial(persons, _KILLED)
    serious = rng.binomial(persons - killed, _SERIOUS)
    return {
        "draebte": killed.astype(np.int32),
        "alvorligt": serious.astype(np.int32),
        "let": (persons - killed - serious).astype(np.int32),
    }


def _influence(rng: Generator, minutes: Minutes) -> Columns:
    """Return alcohol and drugs: more by night, and often not found out."""
    number = len(minutes)
    by_night = np.isin(minutes % DAY // 60, _NIGHT_HOURS)
    alcohol = happens(rng, np.where(by_night, _ALCOHOL_BY_NIGHT, _ALCOHOL_BY_DAY), number)
    drugs = happens(rng, _DRUGS, number)
    return {
        "spiritus": with_unknown(rng, "spiritus", yes_or_no("spiritus", alcohol), _ALCOHOL_UNKNOWN),
        "narkotika": with_unknown(rng, "narkotika", yes_or_no("narkotika", drugs), _DRUGS_UNKNOWN),
    }


def _road(rng: Generator, district: District, reports: Reports) -> Columns:
    """Return the section and its limit; elsewhere the limit is drawn."""
    section = section_of(rng, district.sections, reports.area, reports.minutes)
    known = limit_of(district.sections, section, reports.minutes)
    limits = drawn(rng, "hastighedsgraense", len(reports), _LIMITS)
    for limit in np.unique(known[known != MISSING]):
        limits = np.where(known == limit, code("hastighedsgraense", str(limit)), limits)
    return {"vejstraekning": section, "hastighedsgraense": limits}


def _situations(rng: Generator, transport: Codes) -> Codes:
    situations = drawn(rng, "uheldssituation", len(transport), _SITUATIONS)
    on_foot = transport == code("transport", "fodgaenger")
    return np.where(on_foot, code("uheldssituation", "800"), situations)


def accidents(rng: Generator, district: District, reports: Reports) -> Columns:
    """Return the columns of accidents; only those with injury have persons, the others have none."""
    hurt = reports.category == INJURY
    persons = _persons(rng, reports) if hurt else np.zeros(len(reports), dtype=np.int64)
    transport = drawn(rng, "transport", len(reports), _TRANSPORT_HURT if hurt else _TRANSPORT_DAMAGE)
    status = "foreloebig" if reports.year >= _FIRST_PROVISIONAL_YEAR else "endelig"
    hectare = hectares_in(rng, district.places, district.places.road, reports.area)
    # An accident lies in the quarter of its report, so that years by accident and by report agree.
    happened = reports.minutes - lognormal(rng, _REPORTED_AFTER, 0.8, len(reports))
    happened = np.maximum(happened, np.int32(days_of(reports.quarter).start * DAY))
    return {
        "gerning_fra": happened,
        "gerning_til": happened,
        **_severity(rng, persons),
        "transport": transport,
        **_influence(rng, reports.minutes),
        **_road(rng, district, reports),
        "uheldssituation": _situations(rng, transport),
        "status": np.full(len(reports), code("status", status)),
        **cells(rng, district.places, hectare),
    }
