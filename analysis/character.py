"""Karakter: how an area's incidents are distributed, one attribute at a time, for the latest closed year or years."""

import datetime as dt
from functools import lru_cache

from analysis import reasons
from analysis.answers import Breakdown
from analysis.grid import grid
from analysis.group_rates import group_rates, rates_note
from analysis.indicator import Indicator, indicator
from analysis.question import Question, SeriesName
from analysis.unanswered import extract_source, source_of
from data.attributes import ATTRIBUTES, UNKNOWN_VALUE
from data.catalogue import CATEGORIES
from data.disclosure import REST
from data.issued import Status
from data.municipalities import DISTRICT, area_name
from data.periods import Period, Quarter, Year, Years
from data.release import Release

Span = tuple[int, int]  # the last year, and how many years up to it are counted as one
Cells = dict[tuple[str, str], tuple[int, dict[str, int]]]


def breakdowns(release: Release, question: Question) -> tuple[Breakdown, ...]:
    """Return the distributions of what is asked: by type in the period itself, by attribute in closed years.

    Breakdowns come from the extract. The year is the period's own when it is closed, else the one before; of years that
    are counted as one, the newest that end no later than the period's year.
    """
    asked = indicator(question.area, question.category, SeriesName.EXTRACT)
    span = _newest(release, asked, question.period)
    types = (_types(release, asked, question),) if len(asked.categories) > 1 else ()
    if span is None:
        return types
    return types + tuple(
        _breakdown(release, category, attribute, question.municipality, span, single=len(asked.categories) == 1)
        for category in asked.categories
        for attribute in CATEGORIES[category].breakdowns
    )


def breakdown_year(release: Release, asked: Indicator, period: Period) -> Year | None:
    """Return the newest year with any breakdown of what is asked, no later than the period's year."""
    span = _newest(release, asked, period)
    return Year(span[0]) if span else None


def _newest(release: Release, asked: Indicator, period: Period) -> Span | None:
    return max((span for span in _spans(release, asked.categories) if span[0] <= period.year), default=None)


@lru_cache(maxsize=256)
def _spans(release: Release, categories: tuple[str, ...]) -> tuple[Span, ...]:
    return tuple((year, years) for year, years in release.rows("breakdown_years", categories=list(categories)))


def _period(span: Span) -> Year | Years:
    last, years = span
    return Year(last) if years == 1 else Years(last - years + 1, last)


def _years(span: Span) -> range:
    last, years = span
    return range(last - years + 1, last + 1)


def _types(release: Release, asked: Indicator, question: Question) -> Breakdown:
    counts = {code: _count(release, asked, code, question.municipality, question.period) for code in asked.categories}
    known = {code: count for code, count in counts.items() if count is not None}
    complete = len(known) == len(counts)
    return Breakdown(
        attribute="type",
        title="Type",
        place=area_name(question.municipality),
        period=question.period,
        groups=tuple((CATEGORIES[code].name, count) for code, count in known.items()) if complete else None,
        unknown=None,
        reason=None if complete else reasons.not_delivered(question.municipality, question.period),
        source=source_of(release, asked),
    )


def _count(release: Release, asked: Indicator, category: str, place: str, period: Period) -> int | None:
    counts = grid(release, indicator(asked.area.code, category, SeriesName.EXTRACT))
    if counts is None:
        return None
    quarters = (period,) if isinstance(period, Quarter) else period.quarters
    found = [counts.count(place, quarter) for quarter in quarters]
    known = [count for count in found if count is not None]
    return sum(known) if len(known) == len(found) else None


def _breakdown(release: Release, category: str, attribute: str, place: str, span: Span, single: bool) -> Breakdown:
    level, cells = _cells(release, category, span).get((attribute, place), (0, {}))
    delivered, counted = _status(release, category, span).get(attribute, (False, release.extracted))
    told, period = ATTRIBUTES[attribute], _period(span)
    why_not = reasons.breakdown_held_back if delivered else reasons.breakdown_not_delivered
    groups = tuple((group.label, cells[group.code]) for group in told.ladder[level]) if cells else None
    rates = group_rates(release, attribute, told.ladder[level], place, _years(span), cells) if cells else ()
    return Breakdown(
        attribute=attribute,
        title=told.name if single else f"{CATEGORIES[category].name}: {told.name[0].lower()}{told.name[1:]}",
        place=area_name(place),
        period=period,
        groups=groups,
        unknown=cells.get(UNKNOWN_VALUE) if cells else None,
        reason=None if groups else why_not(told.name, place, period),
        source=extract_source(release, counted),
        unknown_is=told.unknown,
        note=told.note or rates_note(told, told.ladder[level], rates),
        rates=rates,
        held_back=delivered and groups is None,
    )


@lru_cache(maxsize=512)
def _status(release: Release, category: str, span: Span) -> dict[str, tuple[bool, dt.date]]:
    """Return attribute -> whether it was delivered, and the day of the extract that its numbers are from.

    What has been told of a closed year stands: the day can be earlier than the release's.
    """
    rows = release.rows("breakdown_status", category=category, year=span[0], years=span[1])
    return {attribute: (status != Status.NOT_DELIVERED, counted) for attribute, status, counted in rows}


@lru_cache(maxsize=512)
def _cells(release: Release, category: str, span: Span) -> Cells:
    """Return (attribute, place) -> ladder level and group counts; the district is everything shown."""
    found: Cells = {}
    rows = release.rows("breakdown", category=category, year=span[0], years=span[1])
    for place, attribute, level, value, count in rows:
        if place not in (REST, DISTRICT):
            found.setdefault((attribute, place), (level, {}))[1][value] = count
        _, district = found.setdefault((attribute, DISTRICT), (level, {}))
        district[value] = district.get(value, 0) + count
    return found
