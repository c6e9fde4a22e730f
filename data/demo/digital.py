"""Digital crime: whom it hits, by which way, the loss, and the case complexes."""

import numpy as np

from data.demo.columns import Columns, Generator, drawn, happens, where_known, with_unknown, yes_or_no
from data.demo.columns import lognormal_minutes as lognormal
from data.demo.complexes import complexes
from data.demo.days import DAY, Minutes
from data.demo.reports import District, Reports
from data.demo.victims import MULE_AGES, PROFILES, Profile

_SEX_UNKNOWN = 0.03
_ATTEMPTS, _LOSS_UNKNOWN = 0.14, 0.18
_ROUND_KRONER = 50
_LARGEST_LOSS = 5_000_000
_NOTICED_AFTER = 2 * DAY  # minutes, median, from the act to the report
_LASTS = 6 * 60
_NO_START, _NO_END = 0.1, 0.3


def _window(rng: Generator, minutes: Minutes) -> Columns:
    """Return when it happened: noticed days later, and often only roughly known."""
    number = len(minutes)
    end = minutes - lognormal(rng, _NOTICED_AFTER, 1.2, number).clip(max=120 * DAY)
    start = end - lognormal(rng, _LASTS, 1.5, number).clip(max=60 * DAY)
    started = ~happens(rng, _NO_START, number)
    return {
        "gerning_fra": where_known(started, start),
        "gerning_til": where_known(started & ~happens(rng, _NO_END, number), end),
    }


def _loss(rng: Generator, profile: Profile, number: int) -> Columns:
    """Return attempts and losses: an attempt loses nothing, and some losses are never told."""
    if not profile.loss:
        return {}
    attempt = happens(rng, _ATTEMPTS, number)
    kroner = rng.lognormal(np.log(profile.loss), profile.loss_sigma, number).clip(max=_LARGEST_LOSS)
    rounded = (np.ceil(kroner / _ROUND_KRONER) * _ROUND_KRONER).astype(np.int32)
    known = attempt | ~happens(rng, _LOSS_UNKNOWN, number)
    return {
        "forsoeg": yes_or_no("forsoeg", attempt),
        "tab_kr": where_known(known, np.where(attempt, np.int32(0), rounded)),
    }


def _victims(rng: Generator, profile: Profile, number: int) -> Columns:
    sexes = drawn(rng, "offer_koen", number, {"k": profile.women, "m": 1 - profile.women})
    return {
        "offer_alder": drawn(rng, "offer_alder", number, profile.ages),
        "offer_koen": with_unknown(rng, "offer_koen", sexes, _SEX_UNKNOWN),
        "kanal": drawn(rng, "kanal", number, profile.channels),
    }


def digital_crimes(rng: Generator, _: District, reports: Reports) -> Columns:
    """Return the columns of digital crime with a victim."""
    number, profile = len(reports), PROFILES[reports.category]
    return {
        "sag_id": complexes(rng, number),
        **_window(rng, reports.minutes),
        **_loss(rng, profile, number),
        **_victims(rng, profile, number),
    }


def money_mules(rng: Generator, _: District, reports: Reports) -> Columns:
    """Return the columns of money mules: the suspect's age, and no victim."""
    return {
        "sag_id": complexes(rng, len(reports)),
        **_window(rng, reports.minutes),
        "mistaenkt_alder": drawn(rng, "mistaenkt_alder", len(reports), MULE_AGES),
    }
