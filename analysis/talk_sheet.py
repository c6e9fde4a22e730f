"""Oplægsark: what hits one age group, from the breakdowns that may be told. No two attributes are ever crossed."""

from dataclasses import dataclass
from functools import lru_cache

from analysis.answers import Breakdown, Rate
from analysis.character import breakdown_year, breakdowns
from analysis.group_rates import together
from analysis.indicator import indicator
from analysis.losses import Loss, loss_of
from analysis.question import Question, SeriesName
from analysis.target_groups import TARGET_GROUPS, TargetGroup
from data.attributes import ATTRIBUTES
from data.catalogue import AREAS, CATEGORIES, Area, Category
from data.municipalities import DISTRICT
from data.periods import Period, Year
from data.release import Release

VICTIM_AGE, SUSPECT_AGE, CHANNEL = "offer_alder", "mistaenkt_alder", "kanal"


# The focus area whose victims have an age: talks are about what hits them.
TALK_AREA = next(
    area for area in AREAS.values() if any(VICTIM_AGE in CATEGORIES[code].breakdowns for code in area.headline)
)


@dataclass(frozen=True)
class Part:
    """How many of the reports with a known age are about the group; `rate`: per 1,000 inhabitants of that age."""

    count: int
    of: int
    rate: Rate | None = None

    @property
    def share(self) -> float:
        return self.count / self.of


@dataclass(frozen=True)
class TypeRow:
    """One type of crime: the group's part here and in the district, and of all ages the most used channel and the loss.

    None where it may not be told, or was not delivered.
    """

    category: Category
    here: Part | None
    district: Part | None
    channel: tuple[str, Part] | None
    loss: Loss


@dataclass(frozen=True)
class TalkSheet:
    """All that is told of one age group in one closed year; `mules`: its part of the suspects in the district."""

    group: TargetGroup
    place: str
    year: Year
    rows: tuple[TypeRow, ...]
    mules: tuple[tuple[Category, Part], ...]
    source: str


@lru_cache(maxsize=128)
def talk_sheet(release: Release, area: Area, place: str, period: Period, group: str) -> TalkSheet | None:
    """Return the sheet of the newest closed year up to the period; None where no breakdown is told.

    place: code.
    """
    year = breakdown_year(release, indicator(area.code, None, SeriesName.EXTRACT), period)
    if year is None:
        return None
    chosen = TARGET_GROUPS[group]
    broken_down = [code for code in area.headline if VICTIM_AGE in CATEGORIES[code].breakdowns]
    rows = tuple(_row(release, area, code, place, year, chosen) for code in broken_down)
    suspects = [code for code in area.beside if SUSPECT_AGE in CATEGORIES[code].breakdowns]
    mules = [(CATEGORIES[code], _part(_found(release, area, code, DISTRICT, year, SUSPECT_AGE), SUSPECT_AGE, chosen))
             for code in suspects]  # fmt: skip
    source = _found(release, area, broken_down[0], DISTRICT, year, VICTIM_AGE)
    told = tuple((category, part) for category, part in mules if part)
    return TalkSheet(chosen, place, year, rows, told, source.source if source else "")


def _row(release: Release, area: Area, code: str, place: str, year: Year, group: TargetGroup) -> TypeRow:
    here, district = (
        _part(_found(release, area, code, where, year, VICTIM_AGE), VICTIM_AGE, group) for where in (place, DISTRICT)
    )
    channel = _largest(_found(release, area, code, DISTRICT, year, CHANNEL))
    return TypeRow(CATEGORIES[code], here, district, channel, loss_of(release, code, DISTRICT, year.year))


def _found(release: Release, area: Area, code: str, place: str, year: Year, attribute: str) -> Breakdown | None:
    every = breakdowns(release, Question(area.code, place, year, SeriesName.EXTRACT, code))
    return next((each for each in every if each.attribute == attribute), None)


def _part(breakdown: Breakdown | None, attribute: str, group: TargetGroup) -> Part | None:
    """Return the group's part; None where the groups that are told do not add up to it."""
    if breakdown is None or breakdown.groups is None:
        return None
    values = {each.label: set(each.values) for grouping in ATTRIBUTES[attribute].ladder for each in grouping}
    inside = [(label, count) for label, count in breakdown.groups if values[label] <= group.ages]
    if {value for label, _ in inside for value in values[label]} != group.ages:
        return None
    mine = {label for label, _ in inside}
    rates = [rate for (label, _), rate in zip(breakdown.groups, breakdown.rates, strict=False) if label in mine]
    counted = sum(count for _, count in inside)
    return Part(counted, sum(count for _, count in breakdown.groups), together(counted, rates))


def _largest(breakdown: Breakdown | None) -> tuple[str, Part] | None:
    if breakdown is None or not breakdown.groups:
        return None
    label, count = max(breakdown.groups, key=lambda each: each[1])
    return label, Part(count, sum(number for _, number in breakdown.groups))
