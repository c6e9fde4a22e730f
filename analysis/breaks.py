"""Where a series changed meaning."""

from functools import lru_cache

from analysis.answers import Break
from analysis.indicator import Indicator
from data.release import Release

EVERY_SERIES = "*"


def breaks_of(release: Release, indicator: Indicator) -> tuple[Break, ...]:
    """Return the breaks that touch the indicator, oldest first: by offence code, by area, or every series.

    A break of an offence code touches the extract's category with that code as well: both count the same reports.
    """
    return breaks_of_codes(release, (*indicator.codes, indicator.area.breaks))


@lru_cache(maxsize=256)
def breaks_of_codes(release: Release, affected: tuple[str, ...]) -> tuple[Break, ...]:
    """Return the breaks that touch any of these offence codes or areas, or every series; oldest first."""
    touched = {EVERY_SERIES, *affected} - {""}
    return tuple(
        Break(first_day, last_day, effect, text)
        for first_day, last_day, affects, effect, text, _ in release.rows("structural_break")
        if touched & set(affects.split(";"))
    )
