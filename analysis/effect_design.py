"""How an initiative is to be measured, before anyone looks: by what, where, and every reason why it cannot be."""

from dataclasses import dataclass

from analysis import reasons
from analysis.danish import enumeration
from analysis.grid import Grid, grid
from analysis.indicator import Indicator, indicator
from analysis.initiatives import visible_initiatives
from analysis.question import SeriesName
from data.catalogue import AREAS, CATEGORIES, Kind
from data.municipalities import area_name
from data.register.initiative import Initiative
from data.register.when import When
from data.release import Release

NO_INDICATOR = "Indsatsen har ingen indikator, der kan måles."
ACTIVITY = "Indikatoren er det, politiet gør, ikke det, der skal ændres. Vælg et udfald som indikator."
WHOLE_DISTRICT = "Indsatsen gælder hele kredsen, så der er ingen kommuner at sammenligne med."
NO_START = "Indsatsens start er ikke oplyst."
NO_COMPARISON = "Der er ikke valgt sammenligningskommuner. Vælg mindst to, før nogen ser på tallene."


@dataclass(frozen=True)
class Design:
    """What is measured (an outcome by quarter), where, and from when."""

    indicator: Indicator
    counts: Grid
    start: When


def measured_indicator(asked: Initiative, series: SeriesName) -> Indicator | None:
    """Return the outcome that the initiative should change; None when it names none.

    Where the headline is persons over three years, accidents by quarter are tested: one accident is one event.
    """
    code = asked.indicator or (asked.theme if asked.theme in AREAS else None)
    if code is None:
        return None
    found = indicator(code, None, series)
    return indicator(found.area.headline[0], None, series) if found.counts_casualties else found


def design(release: Release, asked: Initiative, series: SeriesName) -> Design | str:
    """Return how the initiative is measured, or in Danish why it cannot be."""
    measured = measured_indicator(asked, series)
    if measured is None:
        return NO_INDICATOR
    if any(CATEGORIES[code].kind is Kind.ACTIVITY for code in measured.categories):
        return ACTIVITY
    if any(CATEGORIES[code].district_only for code in measured.categories):
        return reasons.ONLY_DISTRICT
    if asked.is_district_wide:
        return WHOLE_DISTRICT
    if asked.start is None:
        return NO_START
    if not asked.comparison:
        return NO_COMPARISON
    if contaminated := _with_the_same(asked):
        return f"{enumeration(contaminated)} har selv den samme indsats og kan ikke være sammenligning."
    counts = grid(release, measured)
    if counts is None:
        return reasons.NO_TWIN if measured.series is SeriesName.PUBLISHED else reasons.ONLY_YEARS
    return Design(measured, counts, asked.start)


def _with_the_same(asked: Initiative) -> tuple[str, ...]:
    """Return the names of the comparison municipalities that the register says do the same thing."""
    doing = {entry.content.place for entry in visible_initiatives() if _is_the_same(entry.content, asked)}
    return tuple(area_name(place) for place in asked.comparison if place in doing)


def _is_the_same(other: Initiative, asked: Initiative) -> bool:
    if other.natural_key[1:3] != asked.natural_key[1:3]:
        return False
    # One that had ended before this one began leaves the place free to be compared with.
    return other.end is None or asked.start is None or other.end.last_day >= asked.start.first_day
