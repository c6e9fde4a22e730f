"""The frame of an answer: everything unknown, until something is known."""

import datetime as dt

from analysis.answers import Situation
from analysis.indicator import Indicator
from analysis.question import Question, SeriesName
from data.municipalities import area_name
from data.periods import Period, danish_date
from data.reference import reference_source
from data.release import Release


def unanswered(release: Release, asked: Indicator, place: str, period: Period, reason: str | None = None) -> Situation:
    """Return an answer in which nothing is known but the question, the source and the reason."""
    return Situation(
        question=Question(
            asked.area.code, place, period, asked.series, asked.category.code if asked.category else None
        ),
        name=area_name(place),
        span=period.name,
        observed=None,
        observed_last_year=None,
        provisional=False,
        rate=None,
        expected=None,
        verdict=None,
        verdict_text=None,
        sentence=None,
        reason=reason,
        forecast=None,
        source=source_of(release, asked),
        release=release.id,
    )


def source_of(release: Release, asked: Indicator) -> str:
    """Return the source line of an indicator: "Danmarks Statistik, STRAF11 (1320)" or the extract and its date."""
    if asked.series is SeriesName.PUBLISHED:
        return f"{reference_source('straf11')} ({', '.join(asked.codes)})"
    return extract_source(release)


def extract_source(release: Release, counted: dt.date | None = None) -> str:
    """Return the source line of the extract and its date: the newest one's, or the day the numbers are from."""
    demo = ". Demodata: syntetiske hændelser" if release.demo else ""
    return f"Politiets udtræk af {danish_date(counted or release.extracted)}{demo}"
