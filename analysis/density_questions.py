"""What may be asked of places: the categories that have them, the seasons, and the years."""

from functools import lru_cache

from analysis.near_repeats import Season
from data.catalogue import CATEGORIES
from data.periods import Period
from data.release import Release

SEASON_NAMES = {
    Season.ALL.value: "Hele året",
    Season.DARK.value: "Oktober til marts",
    Season.LIGHT.value: "April til september",
}
TABLES = {"act_point", "cell_year", "cell_dwellings"}


def located_categories() -> dict[str, str]:
    """Return code -> name of the categories whose places are kept."""
    return {category.code: category.name for category in CATEGORIES.values() if category.mapped}


@lru_cache(maxsize=64)
def located_year(release: Release, category: str, period: Period) -> int | None:
    """Return the newest year with places, no later than the period's and over; None where there is none."""
    if not release.internal or not {name for (name,) in release.rows("internal_names")} >= TABLES:
        return None
    over = period.year if release.data_until >= period.last_day.replace(month=12, day=31) else period.year - 1
    years = [year for (year,) in release.rows("point_years", category=category)]
    return next((year for year in years if year <= over), None)
