"""What the police promise of a category's reports: a guarantee of a visit, or an answer to who asked for an officer.

A promise says how fast. Where it says "at once" it has no number: then no share is kept, and the times themselves are
told instead.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

SECONDS_IN_HOUR = 3600
# Announced for November 2021 (flerårsaftalen 2021-2023); sources differ on the day, so only the month is ever printed.
GUARANTEED_SINCE = dt.date(2021, 11, 1)


class Measured(StrEnum):
    """What is timed from the report on: seconds to the first patrol, days to the answer or to what was asked for."""

    VISIT = "visit"
    REPLY = "reply"
    ACTION = "action"


class Offender(StrEnum):
    """Which reports a promise holds for: at some homes the offender was still there when the report came."""

    THERE = "there"
    GONE = "gone"  # or not said
    EITHER = "either"


@dataclass(frozen=True)
class Promise:
    """One promise; `code` names its share in released tables, `at_most` is in seconds or days, None: "at once".

    `name` stands in headings. `cases` are what is counted, `kept` what became of those that the promise was kept for:
    "besøg", "kom inden for 24 timer"; without a limit it is empty.
    `guarantee`: one of the police's guarantees to victims, in force since November 2021.
    """

    code: str
    name: str
    cases: str
    kept: str
    measured: Measured
    at_most: int | None
    offender: Offender = Offender.EITHER
    guarantee: bool = False


VISIT_WITHIN_A_DAY = Promise(
    "besoeg_24_timer",
    "Besøg inden for 24 timer efter indbrud",
    "besøg",
    "kom inden for 24 timer",
    Measured.VISIT,
    24 * SECONDS_IN_HOUR,
    Offender.GONE,
    guarantee=True,
)
OFFENDER_THERE = Promise(
    "gerningsmand_til_stede",
    "Gerningsmanden er til stede ved indbrud",
    "besøg",
    "",
    Measured.VISIT,
    None,
    Offender.THERE,
    guarantee=True,
)
DRUGS_AT_SCHOOL = Promise(
    "narkotikasalg_skole",
    "Narkotikasalg ved skoler",
    "besøg",
    "",
    Measured.VISIT,
    None,
    guarantee=True,
)
# Bestil en betjent promises both to whoever asks (politi.dk/bestilenbetjent).
ANSWERED = Promise(
    "besvaret_14_dage",
    "Bestil en betjent, besvaret inden for 14 dage",
    "henvendelser",
    "blev besvaret inden for 14 dage",
    Measured.REPLY,
    14,
)
CARRIED_OUT = Promise(
    "udfoert_30_dage",
    "Bestil en betjent, udført inden for 30 dage",
    "henvendelser",
    "blev udført inden for 30 dage",
    Measured.ACTION,
    30,
)
