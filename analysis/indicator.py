"""What is counted: an area's headline or one of its categories, in one series."""

from dataclasses import dataclass

from analysis.question import SeriesName
from data.catalogue import AREAS, CATEGORIES, Area, Category, Measure, Noun, area, category
from data.errors import UserError


@dataclass(frozen=True)
class Indicator:
    """One number that can be followed over time. `category` is None for the area's headline."""

    area: Area
    category: Category | None
    series: SeriesName

    @property
    def categories(self) -> tuple[str, ...]:
        """Return the categories of the extract that are summed."""
        return (self.category.code,) if self.category else self.area.headline

    @property
    def codes(self) -> tuple[str, ...]:
        """Return Statistics Denmark's offence codes that are summed; empty where there is no published twin."""
        if self.category:
            return (self.category.dst,) if self.category.dst else ()
        return self.area.dst

    @property
    def noun(self) -> Noun:
        return self.category.noun if self.category else self.area.noun

    @property
    def name(self) -> str:
        return self.category.name if self.category else self.area.counted or self.area.name

    @property
    def counts_casualties(self) -> bool:
        return self.category is None and self.area.measure is Measure.SEVERE_CASUALTIES

    @property
    def quarterly(self) -> bool:
        """Return whether the indicator may be shown by quarter (rules P1 and P1b)."""
        return all(CATEGORIES[code].quarterly for code in self.categories)


def indicator(area_code: str, category_code: str | None, series: SeriesName) -> Indicator:
    """Return the indicator of an area, or of a category named instead of an area or beside it.

    Raises UserError when there is no such area or category, or the category belongs to another area.
    """
    if area_code in CATEGORIES and area_code not in AREAS:
        if category_code not in (None, area_code):
            raise UserError(f"»{area_code}« og »{category_code}« er to forskellige kategorier. Vælg den ene.")
        return Indicator(_area_of(area_code), category(area_code), series)
    chosen = area(area_code)
    if category_code is None:
        return Indicator(chosen, None, series)
    if category(category_code).code not in _members(chosen):
        raise UserError(f"»{category_code}« hører ikke til »{area_code}«. Brug en af: {', '.join(_members(chosen))}.")
    return Indicator(chosen, category(category_code), series)


def headline_of(chosen: Area) -> Indicator:
    """Return an area's headline number, counted in the extract."""
    return Indicator(chosen, None, SeriesName.EXTRACT)


def _members(chosen: Area) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*chosen.headline, *chosen.beside, *chosen.activity)))


def _area_of(category_code: str) -> Area:
    return next(candidate for candidate in AREAS.values() if category_code in _members(candidate))
