"""Burglary: how, in what dwelling, when, and how fast the police came."""

import datetime as dt

import numpy as np

from data.demo.columns import Chosen, Columns, Generator, drawn, happens, where_known, with_unknown, yes_or_no
from data.demo.columns import lognormal_minutes as lognormal
from data.demo.days import DAY, Minutes, day_number, known_at_extract
from data.demo.places import hectares_in
from data.demo.repeats import near_repeats
from data.demo.reports import District, Reports, cells
from data.demo.windows import burglary_windows

_GUARANTEE = dt.date(2021, 11, 1)
_LATE_BEFORE, _LATE_SINCE = 0.12, 0.035  # share of visits after more than 24 hours
_VISIT_UNKNOWN, _WANTED_LATER, _OFFENDER_THERE = 0.05, 0.06, 0.03
_METHODS = {
    "vindue": 0.36,
    "doer": 0.22,
    "terrassedoer": 0.25,
    "ulaast": 0.07,
    "tricktyveri": 0.02,
    "andet": 0.04,
    "uoplyst": 0.04,
}
_DWELLINGS = {"villa": 0.6, "raekkehus": 0.14, "etage": 0.18, "landejendom": 0.05, "uoplyst": 0.03}
_SUMMER_HOUSES = {"fritidshus": 0.97, "uoplyst": 0.03}
_ATTEMPTS = 0.16
# Share handed over in 2016 and how much it rises a year.
_ADVICE = {"brochure": (0.5, 0.04), "nabohjaelp": (0.35, 0.04), "raadgivning": (0.25, 0.03)}
_ADVICE_UNKNOWN = 0.03


def _first_patrol(rng: Generator, minutes: Minutes, offender_there: Chosen, wanted_later: Chosen) -> Minutes:
    """Return when the first patrol came: at once to an offender, later by wish, else mostly within 24 hours."""
    number = len(minutes)
    late = np.where(minutes < day_number(_GUARANTEE) * DAY, _LATE_BEFORE, _LATE_SINCE)
    ordinary = lognormal(rng, 5 * 60, 0.8, number).clip(max=DAY - 1)
    delayed = DAY + 1 + lognormal(rng, 8 * 60, 0.8, number)
    after = np.where(happens(rng, late, number) | wanted_later, delayed, ordinary)
    after = np.where(offender_there, lognormal(rng, 11, 0.5, number), after)
    arrival = known_at_extract(minutes + after)
    return where_known(~happens(rng, _VISIT_UNKNOWN, number), arrival)


def _advice(rng: Generator, reports: Reports) -> Columns:
    columns: Columns = {}
    for name, (share, yearly) in _ADVICE.items():
        given = happens(rng, share + yearly * (reports.year - 2016), len(reports))
        columns[name] = where_known(~happens(rng, _ADVICE_UNKNOWN, len(reports)), yes_or_no(name, given))
    return columns


def _guarantee(rng: Generator, minutes: Minutes, offender_there: Chosen) -> Columns:
    """Return what the guarantee asks for; the exception can only be noted since it came."""
    number = len(minutes)
    since = minutes >= day_number(_GUARANTEE) * DAY
    wanted_later = since & ~offender_there & happens(rng, _WANTED_LATER, number)
    there = yes_or_no("gerningsmand_til_stede", offender_there)
    return {
        "gerningsmand_til_stede": np.where(
            offender_there, there, with_unknown(rng, "gerningsmand_til_stede", there, _VISIT_UNKNOWN)
        ),
        "oensket_senere": where_known(since, yes_or_no("oensket_senere", wanted_later)),
        "foerste_patrulje": _first_patrol(rng, minutes, offender_there, wanted_later),
    }


def _how(
    rng: Generator, reports: Reports, minutes: Minutes, offender_there: Chosen, dwellings: dict[str, float]
) -> Columns:
    number = len(reports)
    start, end = burglary_windows(rng, minutes, offender_there)
    return {
        "gerning_fra": start,
        "gerning_til": end,
        "metode": drawn(rng, "metode", number, _METHODS),
        "boligtype": drawn(rng, "boligtype", number, dwellings),
        "forsoeg": yes_or_no("forsoeg", happens(rng, _ATTEMPTS, number)),
    }


def burglaries(rng: Generator, district: District, reports: Reports) -> Columns:
    """Return the columns of burglary in homes, near repeats and the guarantee included."""
    places, number = district.places, len(reports)
    hectare = hectares_in(rng, places, places.burglary, reports.area)
    minutes, hectare, case = near_repeats(rng, places, reports.quarter, reports.area, reports.minutes, hectare)
    offender_there = happens(rng, _OFFENDER_THERE, number)
    return {
        "sag_id": case,
        "anmeldt": minutes,
        **_how(rng, reports, minutes, offender_there, _DWELLINGS),
        **_guarantee(rng, minutes, offender_there),
        **_advice(rng, reports),
        **cells(rng, places, hectare),
    }


def summer_house_burglaries(rng: Generator, district: District, reports: Reports) -> Columns:
    """Return the columns of burglary in summer houses: outside the guarantee and spread over the countryside."""
    places = district.places
    hectare = hectares_in(rng, places, places.road, reports.area)
    return {
        "sag_id": np.arange(len(reports)),
        **_how(rng, reports, reports.minutes, np.zeros(len(reports), dtype=bool), _SUMMER_HOUSES),
        **cells(rng, places, hectare),
    }
