"""Karakter in the order of an area's page: types first, then each type's own distributions."""

from functools import lru_cache

from analysis.answers import Breakdown
from analysis.character import breakdowns
from analysis.choice import Choice
from data.catalogue import CATEGORIES, Area
from data.municipalities import DISTRICT


@lru_cache(maxsize=256)
def character_groups(area: Area, choice: Choice) -> tuple[tuple[str, tuple[Breakdown, ...]], ...]:
    """Return titles and the breakdowns that belong together: of one category, or the area's on its categories.

    What stands beside the headline comes last; a category of the district is told of the district.
    """
    beside = tuple(code for code in area.beside if code not in area.headline and CATEGORIES[code].breakdowns)
    groups = [(CATEGORIES[code].name, _breakdowns(area, choice, code)) for code in (*area.headline, *beside)]
    if len(area.headline) > 1:
        groups.insert(0, (area.menu, breakdowns(choice.release, choice.question(area.code))[:1]))
    return tuple((f"{name}, {found[0].place}, {found[0].period.name}", found) for name, found in groups if found)


def _breakdowns(area: Area, choice: Choice, code: str) -> tuple[Breakdown, ...]:
    place = DISTRICT if CATEGORIES[code].district_only else None
    return breakdowns(choice.release, choice.question(area.code, code, place))
