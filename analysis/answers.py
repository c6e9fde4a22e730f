"""What the counts say: the typed answers that figures, sentences and pages are made from.

Missing is None and means "may not be shown or was not delivered"; 0 means none.
"""

import datetime as dt
from dataclasses import dataclass

from analysis.question import Question
from data.attributes import UNKNOWN_VALUE
from data.periods import Period, Quarter, Years


@dataclass(frozen=True)
class Rate:
    """Count per unit of the denominator with the exact 95 % interval; `date`: the day(s) the denominator is of."""

    value: float
    low: float
    high: float
    unit: str
    denominator: int
    date: str


@dataclass(frozen=True)
class Expected:
    """The expected level: mean, 99 % range, tail probabilities; q is None for the district (a family of one)."""

    mean: float
    low: int
    high: int
    p_up: float
    p_down: float
    q: float | None
    family: int


@dataclass(frozen=True)
class Forecast:
    """Intervals for the quarter after the last closed one, if the level goes on."""

    period: Quarter
    low80: int
    high80: int
    low95: int
    high95: int


@dataclass(frozen=True)
class Situation:
    """All that is known about one question; `reason` says in Danish why something is None.

    `name` is the place's; `span` is what the count covers in words: "4. kvartal 2025", or "2022-2024" for a
    three-year sum.
    """

    question: Question
    name: str
    span: str
    observed: int | None
    observed_last_year: int | None
    provisional: bool
    rate: Rate | None
    expected: Expected | None
    verdict: str | None
    verdict_text: str | None
    sentence: str | None
    reason: str | None
    forecast: Forecast | None
    source: str
    release: str


@dataclass(frozen=True)
class Break:
    """Where a series changed meaning: `effect` is break, exclude or mark; `end` is None for a point in time."""

    start: dt.date
    end: dt.date | None
    effect: str
    text: str


@dataclass(frozen=True)
class Marker:
    """When an initiative begins or ends: between `first` and `last`, one day where it is known; `when` in words."""

    first: dt.date
    last: dt.date
    when: str
    text: str


@dataclass(frozen=True)
class Point:
    """One period of a series; low and high are the 99 % expected range where there is one."""

    period: Period
    count: int | None
    provisional: bool = False
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Series:
    """Counts over time for one place, oldest first, with what may not be compared across and the initiatives."""

    title: str
    place: str
    points: tuple[Point, ...]
    breaks: tuple[Break, ...]
    source: str
    forecast: Forecast | None = None
    markers: tuple[Marker, ...] = ()


@dataclass(frozen=True)
class Breakdown:
    """One attribute's distribution in a closed year, or in several as one; `groups` is None when it is not shown.

    `reason` says why it is not, `held_back` that it is for the rule of five in every group. `unknown` cases have no
    group: `unknown_is` says why not. `note` says how the groups are counted, where it matters. `rates`: of each group,
    against the inhabitants of it; empty where none is known.
    """

    attribute: str
    title: str
    place: str
    period: Period | Years
    groups: tuple[tuple[str, int], ...] | None
    unknown: int | None
    reason: str | None
    source: str
    unknown_is: str = UNKNOWN_VALUE
    note: str = ""
    rates: tuple[Rate | None, ...] = ()
    held_back: bool = False


@dataclass(frozen=True)
class OffenceRow:
    """One offence group of STRAF11; the tuples stand in the order of `OtherCrime.places`."""

    code: str
    name: str
    counts: tuple[int | None, ...]
    counts_last_year: tuple[int | None, ...]
    rates: tuple[Rate | None, ...]


@dataclass(frozen=True)
class OtherCrime:
    """Published crime in one period; `places` are the names of the municipality, district, region and country."""

    period: Period
    places: tuple[str, ...]
    rows: tuple[OffenceRow, ...]
    breaks: tuple[Break, ...]
    source: str


@dataclass(frozen=True)
class Delivery:
    """One loaded file."""

    number: int
    file_name: str
    extracted: dt.date
    loaded_at: dt.datetime
    accepted: int
    refused: int
    is_demo: bool


@dataclass(frozen=True)
class CoverageCell:
    """How many of the `of` municipality-months of a category and year were delivered, and how many of them are open."""

    year: int
    delivered: int
    provisional: int
    of: int


@dataclass(frozen=True)
class CoverageRow:
    """What was delivered of one category, a cell for each year, oldest first."""

    category: str
    name: str
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True)
class Balance:
    """The municipalities together, the incidents of unknown municipality, and the district; what is missing is None."""

    name: str
    period: Period
    municipalities: int | None
    unknown: int | None
    district: int | None


@dataclass(frozen=True)
class Agreement:
    """The extract's count beside Statistics Denmark's for the same offence, place and period."""

    name: str
    place: str
    period: Period
    extract: int | None
    published: int | None


@dataclass(frozen=True)
class Delay:
    """How many days after the act the reports of a category came in a closed year.

    `dated`: the reports whose act has a time. Half of them came within `median_days`, nine of ten within
    `nine_tenths_days`; `after_a_month` came more than 30 days later.
    """

    name: str
    period: Period
    dated: int
    median_days: int
    nine_tenths_days: int
    after_a_month: int


@dataclass(frozen=True)
class Quality:
    """What the analyst must know of a release: deliveries (newest first), coverage, delay, and reconciliations."""

    deliveries: tuple[Delivery, ...]
    coverage: tuple[CoverageRow, ...]
    delays: tuple[Delay, ...]
    balances: tuple[Balance, ...]
    agreements: tuple[Agreement, ...]
