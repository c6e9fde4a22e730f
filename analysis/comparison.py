"""What a count is set against: the same quarter a year before, or the mean of the three years before."""

from dataclasses import dataclass, replace

from analysis.answers import Break
from analysis.breaks import breaks_of
from analysis.casualties import YEARS_SUMMED, three_year_sum
from analysis.casualty_situation import last_final_year
from analysis.choice import Compare
from analysis.indicator import indicator
from analysis.phrases import years_phrase
from analysis.question import Question
from analysis.situation import situation
from data.periods import Period, Quarter, Year
from data.release import Release

YEARS_IN_MEAN = 3
NOTHING_BEFORE = "Der er ikke tal at sammenligne med."


@dataclass(frozen=True)
class Comparison:
    """What a count is set against, in words and number; `value` is None when it cannot be had, and `reason` says why.

    `caution` names an unusual time that the comparison touches without being refused for it.
    """

    label: str
    periods: tuple[Period, ...]
    value: float | None
    reason: str | None = None
    caution: str | None = None


def comparison(release: Release, question: Question, compare: Compare) -> Comparison:
    """Return what the question's count is set against; a break in between refuses it."""
    asked = indicator(question.area, question.category, question.series)
    if asked.counts_casualties:
        return _sum_before(release, question)
    years = 1 if compare is Compare.LAST_YEAR else YEARS_IN_MEAN
    periods = _same_period_before(question.period, years)
    answers = [situation(release, replace(question, period=period)) for period in periods]
    label = _label(question.period, years)
    breaks = breaks_of(release, asked)
    crossed = _crossed(breaks, periods[-1], question.period, "break")
    if crossed:
        return Comparison(label, periods, None, f"Kan ikke sammenlignes over et databrud. {crossed.text}")
    counts = [answer.observed for answer in answers if answer.observed is not None and not answer.provisional]
    if len(counts) < years:
        return Comparison(label, periods, None, answers[-1].reason or NOTHING_BEFORE)
    unusual = _crossed(breaks, periods[-1], question.period, "exclude")
    return Comparison(label, periods, sum(counts) / years, None, unusual.text if unusual else None)


def _sum_before(release: Release, question: Question) -> Comparison:
    """Return the three-year sum that ends a year earlier; a mean of overlapping sums would say nothing."""
    last = last_final_year(release, question.period)
    if last is None:
        return Comparison("", (), None, situation(release, question).reason)
    before = three_year_sum(release, question.municipality, last - 1)
    label = years_phrase(f"{last - YEARS_SUMMED}-{last - 1}")
    return Comparison(label, (Year(last - 1),), before, None if before is not None else NOTHING_BEFORE)


def _same_period_before(period: Period, years: int) -> tuple[Period, ...]:
    """Return the same period of the years before, the newest first."""
    found = [period.year_before]
    while len(found) < years:
        found.append(found[-1].year_before)
    return tuple(found)


def _label(period: Period, years: int) -> str:
    quarter = isinstance(period, Quarter)
    if years == 1:
        return "i samme kvartal året før" if quarter else "året før"
    return "i gennemsnit i samme kvartal de 3 år før" if quarter else "i gennemsnit de 3 år før"


def _crossed(breaks: tuple[Break, ...], first: Period, last: Period, effect: str) -> Break | None:
    """Return the newest break with this effect that lies between the start of `first` and the end of `last`."""
    between = [
        mark
        for mark in breaks
        if mark.effect == effect and mark.start <= last.last_day and (mark.end or mark.start) > first.first_day
    ]
    return max(between, key=lambda mark: mark.start, default=None)
