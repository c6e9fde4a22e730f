"""What a count is set against: the same quarter a year before, or the mean of the three years before."""

from dataclasses import dataclass

from analysis.answers import Break, Series
from analysis.choice import Compare
from data.periods import Period, Quarter

YEARS_IN_MEAN = 3


@dataclass(frozen=True)
class Comparison:
    """The value a count is set against, in words and number; `value` is None when it cannot be had, see `reason`.

    `caution` says what the comparison runs across without being refused for it.
    """

    label: str
    periods: tuple[Period, ...]
    value: float | None
    reason: str | None = None
    caution: str | None = None


def comparison(series: Series, period: Period, compare: Compare) -> Comparison:
    """Return what the series' count in this period is set against; a break between them refuses it."""
    years = 1 if compare is Compare.LAST_YEAR else YEARS_IN_MEAN
    periods = _same_period_before(period, years)
    label = _label(period, years)
    crossed = _crossed(series.breaks, periods[-1], period, "break")
    if crossed:
        return Comparison(label, periods, None, f"Kan ikke sammenlignes: {crossed.text}")
    counts = [point.count for point in series.points if point.period in periods and point.count is not None]
    if len(counts) < years:
        return Comparison(label, periods, None, "Der er ikke tal for hele sammenligningen.")
    unusual = _crossed(series.breaks, periods[-1], period, "exclude")
    return Comparison(label, periods, sum(counts) / years, None, unusual.text if unusual else None)


def _same_period_before(period: Period, years: int) -> tuple[Period, ...]:
    """Return the same period of the years before, the newest first."""
    found = [period.year_before]
    while len(found) < years:
        found.append(found[-1].year_before)
    return tuple(found)


def _label(period: Period, years: int) -> str:
    quarter = isinstance(period, Quarter)
    if years == 1:
        return "samme kvartal året før" if quarter else "året før"
    return "gennemsnit af samme kvartal i de 3 år før" if quarter else "gennemsnit af de 3 år før"


def _crossed(breaks: tuple[Break, ...], first: Period, last: Period, effect: str) -> Break | None:
    """Return the newest break with this effect that lies between the start of `first` and the end of `last`."""
    between = [
        mark
        for mark in breaks
        if mark.effect == effect and mark.start <= last.last_day and (mark.end or mark.start) > first.first_day
    ]
    return max(between, key=lambda mark: mark.start, default=None)
