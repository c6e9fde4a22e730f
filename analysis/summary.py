"""What stands at the top of an area's page: the answer's number, and what is said of it."""

from dataclasses import replace

from analysis.answers import Situation
from analysis.background import background_of
from analysis.indicator import indicator
from analysis.short_texts import headline, subline
from analysis.situation import situation
from data.municipalities import DISTRICT
from data.release import Release


def summary(release: Release, answer: Situation) -> tuple[str, str]:
    """Return the headline and the line below it."""
    question = answer.question
    district = situation(release, replace(question, municipality=DISTRICT))
    asked = indicator(question.area, question.category, question.series)
    return headline(answer), subline(answer, district, background_of(release, asked, answer))
