"""What the police do beside an outcome, as kept or not kept: never mixed with the outcome itself."""

from dataclasses import dataclass
from functools import lru_cache

from analysis.answers import Breakdown
from analysis.character import breakdowns
from analysis.choice import Choice
from analysis.promise import promise_answer
from analysis.promise_answer import PromiseAnswer
from data.catalogue import CATEGORIES, Area, Category

NOT_RISK = (
    "Henvendelser viser, hvor borgere oplever trafikken som utryg, ikke hvor risikoen er størst. Mere kontrol giver "
    "flere sigtelser; derfor står politiets aktivitet for sig."
)


@dataclass(frozen=True)
class Activity:
    """One thing the police do: how soon, and what it was about."""

    category: Category
    promises: tuple[PromiseAnswer, ...]
    topics: tuple[Breakdown, ...]


@lru_cache(maxsize=256)
def activities(area: Area, choice: Choice) -> tuple[Activity, ...]:
    """Return the area's activities that something is promised of, in the catalogue's order."""
    return tuple(_activity(area, CATEGORIES[code], choice) for code in area.activity if CATEGORIES[code].promises)


def _activity(area: Area, category: Category, choice: Choice) -> Activity:
    kept = tuple(
        promise_answer(choice.release, each.code, choice.municipality, choice.period) for each in category.promises
    )
    return Activity(category, kept, breakdowns(choice.release, choice.question(area.code, category.code)))
