"""Which series an area's page draws: quarters, whole years, or three-year sums."""

from analysis.answers import Point, Series
from analysis.breaks import breaks_of
from analysis.choice import Choice, period_names
from analysis.indicator import Indicator, indicator
from analysis.question import SeriesName
from analysis.series import quarterly_series, severe_casualties_series, three_year_series
from analysis.situation import situation
from analysis.unanswered import source_of
from data.catalogue import Area, Measure
from data.periods import Year, parse_period


def series_beside(area: Area, choice: Choice) -> tuple[Series, ...]:
    """Return what else is drawn of the headline: for a three-year sum, the single years it is made of."""
    if area.measure is not Measure.SEVERE_CASUALTIES:
        return ()
    return (severe_casualties_series(choice.release, area.code, choice.municipality),)


def area_series(area: Area, choice: Choice, municipality: str) -> Series:
    """Return the series of an area's headline number for one place; its points are of the chosen period's kind."""
    asked = indicator(area.code, None, SeriesName.EXTRACT)
    if asked.counts_casualties:
        return three_year_series(choice.release, area.code, municipality)
    quarters = quarterly_series(choice.release, choice.question(area.code, municipality=municipality))
    if quarters is None or isinstance(choice.period, Year):
        return _yearly_series(asked, choice, municipality)
    return quarters


def _yearly_series(asked: Indicator, choice: Choice, municipality: str) -> Series:
    """Return the whole years on offer, oldest first; a year that may not be shown is missing."""
    periods = [parse_period(code) for code in period_names(choice.release)]
    answers = [
        situation(choice.release, choice.question(asked.area.code, municipality=municipality, period=year))
        for year in sorted(period for period in periods if isinstance(period, Year))
    ]
    return Series(
        title=f"{asked.name} pr. år",
        place=answers[0].name,
        points=tuple(Point(answer.question.period, answer.observed, answer.provisional) for answer in answers),
        breaks=breaks_of(choice.release, asked),
        source=source_of(choice.release, asked),
    )
