"""One question, one typed answer: what is known, what was expected, the verdict, and what is not known and why."""

from functools import lru_cache

from analysis.answers import Situation
from analysis.casualty_situation import casualty_situation
from analysis.indicator import Indicator, indicator
from analysis.quarter_situation import quarter_situation
from analysis.question import Question, SeriesName
from analysis.year_situation import year_situation
from data.municipalities import DISTRICT, area_name, municipality_codes
from data.periods import Period, Quarter
from data.release import Release

ANSWERS_KEPT = 1024


def situation(release: Release, question: Question) -> Situation:
    """Return the answer to one question.

    Raises UserError when there is no such area, category or place.
    """
    area_name(question.municipality)
    asked = indicator(question.area, question.category, question.series)
    for answer in _answers(release, asked, question.period):
        if answer.question.municipality == question.municipality:
            return answer
    return _answer(release, asked, question.municipality, question.period)


def situations(
    release: Release,
    area: str,
    period: Period,
    series: SeriesName = SeriesName.EXTRACT,
    category: str | None = None,
) -> tuple[Situation, ...]:
    """Return the answers for every municipality in Danish alphabetical order, then for the district."""
    return _answers(release, indicator(area, category, series), period)


@lru_cache(maxsize=ANSWERS_KEPT)
def _answers(release: Release, asked: Indicator, period: Period) -> tuple[Situation, ...]:
    return tuple(_answer(release, asked, place, period) for place in (*municipality_codes(), DISTRICT))


def _answer(release: Release, asked: Indicator, place: str, period: Period) -> Situation:
    if asked.counts_casualties:
        return casualty_situation(release, asked, place, period)
    if isinstance(period, Quarter):
        return quarter_situation(release, asked, place, period)
    return year_situation(release, asked, place, period)
