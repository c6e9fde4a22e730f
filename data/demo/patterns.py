"""How much of each category the demo has, and when. One entry a category; every number here is invented.

Levels follow docs/demodata.md, which says what each leans on. Residential burglary and accidents with injury
take their numbers from Statistics Denmark; here they only get their shape within the quarter.
"""

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum, auto

from data.demo import shapes
from data.demo.shapes import Shape


class Base(Enum):
    """What a category's number is set against."""

    INHABITANTS = auto()
    SUMMER_HOUSES = auto()
    DISTRICT = auto()  # one number for the whole district, municipality 998
    PUBLISHED = auto()  # Statistics Denmark's own numbers


@dataclass(frozen=True)
class Step:
    """A factor on the level from a day on, until a day where there is one."""

    start: dt.date
    factor: float
    end: dt.date = dt.date.max


@dataclass(frozen=True)
class Pattern:
    """The level of a category and its shape in time.

    `level`: reports a year for each 1,000 of the base (for the district: in all) where the trend is 1.
    `trend`: knots of (year, factor), straight between them. `spread`: standard deviation of the municipalities'
    own levels (log). `dispersion` a: variance of a quarter = mean + a * mean squared. `unknown`: share without
    a municipality, before and from the day of `LCIK`.
    """

    level: float
    base: Base = Base.INHABITANTS
    trend: tuple[tuple[float, float], ...] = ((2016.0, 1.0),)
    steps: tuple[Step, ...] = ()
    months: Shape = shapes.EVEN_MONTHS
    weekdays: Shape = shapes.EVEN_DAYS
    hours: Shape = shapes.WAKING
    spread: float = 0.15
    dispersion: float = 0.015
    unknown: tuple[float, float] = (0.01, 0.01)


LCIK = dt.date(2018, 12, 3)  # the national centre takes all reports of digital fraud (structural_breaks.csv)
_COVID = (dt.date(2020, 3, 12), dt.date(2021, 6, 30))
_BESTIL_BETJENT = dt.date(2018, 12, 1)
_FIAT = dt.date(2022, 1, 1)
_MORE_REPORTS = Step(LCIK, 1.2)
_FEWER_OUT = Step(_COVID[0], 0.75, _COVID[1])
_MORE_ONLINE = Step(_COVID[0], 1.15, _COVID[1])


def _from(day: dt.date) -> Step:
    """Return the step of something that did not exist before the day."""
    return Step(dt.date.min, 0.0, day - dt.timedelta(days=1))


def _rising(*factors: float) -> tuple[tuple[float, float], ...]:
    """Return knots in 2016, 2019, 2022 and 2026."""
    return tuple(zip((2016.0, 2019.0, 2022.0, 2026.0), factors, strict=True))


ORDINARY = Pattern(1.0)

_DIGITAL = Pattern(
    1.0,
    steps=(_MORE_REPORTS, _MORE_ONLINE),
    months=shapes.SHOPPING_YEAR,
    weekdays=shapes.WORKDAYS,
    hours=shapes.OFFICE,
    spread=0.12,
    dispersion=0.02,
    unknown=(0.045, 0.105),
)
_ONLINE_ABUSE = replace(_DIGITAL, months=shapes.EVEN_MONTHS, hours=shapes.WAKING, steps=(_MORE_ONLINE,))
_PUBLIC_SPACE = Pattern(
    1.0,
    steps=(_FEWER_OUT,),
    months=shapes.SUMMER_PEAK,
    weekdays=shapes.WEEKEND,
    hours=shapes.NIGHT_LIFE,
    spread=0.3,
)
_ACCIDENTS = Pattern(
    1.0,
    steps=(Step(_COVID[0], 0.85, _COVID[1]),),
    weekdays=shapes.TRAFFIC_DAYS,
    hours=shapes.COMMUTING,
    dispersion=0.01,
    unknown=(0.0, 0.0),
)
_DISTRICT = Pattern(1.0, base=Base.DISTRICT, dispersion=0.005, unknown=(1.0, 1.0))

PATTERNS: dict[str, Pattern] = {
    "indbrud_beboelse": Pattern(
        0.0,
        base=Base.PUBLISHED,
        months=shapes.WINTER_PEAK,
        weekdays=shapes.HOME_AGAIN,
        hours=shapes.HOMECOMING,
        unknown=(0.0, 0.0),
    ),
    "indbrud_fritidshus": Pattern(
        12.0,
        base=Base.SUMMER_HOUSES,
        trend=_rising(1.4, 1.1, 0.8, 0.8),
        months=shapes.DARK_HALF,
        weekdays=shapes.WEEKEND,
    ),
    "uheld_personskade": replace(_ACCIDENTS, base=Base.PUBLISHED, months=shapes.SUMMER_PEAK),
    "uheld_materiel": replace(_ACCIDENTS, level=0.6),
    "uheld_ekstra": replace(_ACCIDENTS, level=2.6),
    "bestil_betjent": Pattern(
        1.15,
        trend=_rising(1.0, 1.0, 1.1, 1.3),
        steps=(_from(_BESTIL_BETJENT),),
        months=shapes.SUMMER_PEAK,
        spread=0.25,
        unknown=(0.0, 0.0),
    ),
    "faerdselskontrol": Pattern(4.0, hours=shapes.PATROL, dispersion=0.03, unknown=(0.0, 0.0)),
    "fiat_besoeg": replace(
        _DISTRICT, level=240.0, steps=(_from(_FIAT),), weekdays=shapes.WORKDAYS, hours=shapes.OFFICE
    ),
    "databedrageri": replace(_DIGITAL, level=6.2, trend=_rising(0.62, 0.75, 1.0, 1.3)),
    "kontaktbedrageri": replace(_DIGITAL, level=1.3, trend=_rising(0.3, 0.5, 1.0, 2.0)),
    "samhandelsbedrageri": replace(_DIGITAL, level=2.1, trend=_rising(0.7, 0.9, 1.0, 1.2)),
    "identitetsmisbrug": replace(_DIGITAL, level=0.8, trend=_rising(0.7, 0.9, 1.0, 1.2)),
    "muldyr": replace(_DISTRICT, level=170.0, trend=_rising(0.3, 0.6, 1.0, 1.8), hours=shapes.OFFICE),
    "digital_afpresning": replace(_ONLINE_ABUSE, level=0.2, trend=_rising(0.4, 0.6, 1.0, 1.8)),
    "digital_sexkraenkelse": replace(_ONLINE_ABUSE, level=0.45, trend=_rising(0.6, 0.9, 1.0, 1.2)),
    "deling_ulovligt_indhold": replace(_ONLINE_ABUSE, level=0.3, trend=_rising(0.7, 1.0, 1.0, 1.2)),
    "utryghed_offentligt_rum": replace(_PUBLIC_SPACE, level=8.5),
    "narkotikasalg_skole": Pattern(
        0.08, months=shapes.SCHOOL_YEAR, weekdays=shapes.SCHOOL_DAYS, hours=shapes.SCHOOL_HOURS, unknown=(0.0, 0.0)
    ),
    "henvendelse": replace(_PUBLIC_SPACE, level=20.0, hours=shapes.EVENING),
    "vold_naere_relationer": Pattern(
        0.9, trend=_rising(0.8, 0.9, 1.1, 1.3), weekdays=shapes.WEEKEND, hours=shapes.EVENING
    ),
}


def pattern(category: str) -> Pattern:
    """Return the category's pattern; a category that the demo does not know gets an ordinary one, so that it shows."""
    return PATTERNS.get(category, ORDINARY)
