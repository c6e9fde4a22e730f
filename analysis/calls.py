"""Calls to the police: every category of the catalogue that is one, as a series of its own and never called crime."""

from dataclasses import dataclass
from typing import cast

from analysis.answers import Series, Situation
from analysis.choice import Choice
from analysis.comparison import Comparison, comparison
from analysis.indicator import indicator
from analysis.question import SeriesName
from analysis.series import quarterly_series
from analysis.situation import situation
from data.catalogue import CATEGORIES, Category, Kind

NOT_CRIME = (
    "En henvendelse er en, der ringer eller skriver til politiet. Den er ikke en anmeldelse og ikke kriminalitet. "
    "Flere henvendelser kan betyde mere utryghed, men også at flere ved, hvor de skal ringe hen."
)


@dataclass(frozen=True)
class Calls:
    """One kind of call: the answer for the chosen place and period, what it is set against, and its quarters."""

    category: Category
    answer: Situation
    against: Comparison
    series: Series


def calls(choice: Choice) -> tuple[Calls, ...]:
    """Return each kind of call that may be shown by quarter."""
    return tuple(_calls(each, choice) for each in CATEGORIES.values() if each.kind is Kind.CALL and each.quarterly)


def _calls(category: Category, choice: Choice) -> Calls:
    asked = indicator(category.code, None, SeriesName.EXTRACT)
    question = choice.question(asked.area.code, category.code)
    answer = situation(choice.release, question)
    # A category that may be shown by quarter has a quarterly series.
    series = cast(Series, quarterly_series(choice.release, question))
    return Calls(category, answer, comparison(choice.release, question, choice.compare), series)
