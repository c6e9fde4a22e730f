"""Which period a number is shown for when the chosen one is too fine for it."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.answers import Situation
from analysis.choice import Choice, is_closed
from analysis.reasons import ONLY_YEARS
from analysis.situation import situation
from data.catalogue import CATEGORIES, Area
from data.periods import Period, Quarter, Year


def public_period(categories: Sequence[str], choice: Choice) -> Period:
    """Return the chosen period; where a category is shown for whole years only, the newest closed year up to it."""
    if not isinstance(choice.period, Quarter) or all(CATEGORIES[code].quarterly for code in categories):
        return choice.period
    year = Year(choice.period.year)
    return year if is_closed(year, choice.release) else year.year_before


def period_note(chosen: Choice, shown: Choice) -> str:
    """Return why another period than the chosen one is shown; empty when it is not."""
    return "" if chosen == shown else ONLY_YEARS


def public_choice(area: Area, choice: Choice) -> Choice:
    """Return the choice with the period that the area's headline is shown for."""
    return replace(choice, period=public_period(area.headline, choice))


def public_answer(area: Area, choice: Choice, municipality: str) -> Situation:
    """Return a place's answer for the area, in the period that it is shown for."""
    asked = public_choice(area, choice)
    return situation(asked.release, asked.question(area.code, municipality=municipality))
