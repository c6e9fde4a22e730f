"""The numbers behind an initiative's effect: which quarters may be used, and each group's cases before and after."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis.answers import Break
from analysis.arrays import Floats
from analysis.change import DISPERSED
from analysis.denominators import sizes
from analysis.dispersion import yearly_dispersion
from analysis.effect_answer import Effect, Group, Track
from analysis.effect_design import Design
from analysis.effect_power import smallest_findable
from analysis.effect_windows import Windows
from analysis.usable import usable_periods
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Quarter
from data.register.initiative import Initiative
from data.release import Release


def usable_quarters(designed: Design, places: Sequence[str], breaks: Sequence[Break]) -> tuple[Quarter, ...]:
    """Return the quarters that are final in every place and may be compared with each other."""
    counts = designed.counts
    final = np.isfinite(counts.final_counts(tuple(places))).all(axis=0) & usable_periods(counts.quarters, breaks)
    return tuple(quarter for quarter, may in zip(counts.quarters, final, strict=True) if may)


def counts_of(designed: Design, places: Sequence[str], quarters: Sequence[Quarter]) -> Floats:
    """Return final counts, places x quarters, NaN where a quarter is not final."""
    columns = [designed.counts.quarters.index(quarter) for quarter in quarters]
    found: Floats = designed.counts.final_counts(tuple(places))[:, columns]
    return found


def dispersion_before(designed: Design, before: Sequence[Quarter]) -> float:
    """Return the dispersion before the initiative, pooled over the municipalities that have every quarter.

    Round each municipality's share of each quarter's total, which takes out the season and what all have in common.
    1 where it is too small to widen anything.
    """
    final = counts_of(designed, municipality_codes(), before)
    spread = yearly_dispersion(final[np.isfinite(final).all(axis=1)])
    return spread if spread > DISPERSED else 1.0


def grouped(release: Release, known: Effect, designed: Design, windows: Windows) -> Effect:
    """Return the answer with every group's cases, and the smallest change that could be found."""
    asked = known.initiative.content

    def group(places: tuple[str, ...]) -> Group:
        before, after = (int(counts_of(designed, places, side).sum()) for side in (windows.before, windows.after))
        return Group(places, before, after, _size(release, designed, places, asked, windows))

    treated, comparison = group((asked.place,)), group(asked.comparison)
    whole = np.isfinite(counts_of(designed, municipality_codes(), (*windows.before, *windows.after))).all()
    return replace(
        known,
        windows=windows,
        treated=treated,
        comparison=comparison,
        neighbours=group(asked.neighbours) if asked.neighbours else None,
        district=replace(group(municipality_codes()), places=(DISTRICT,)) if whole else None,
        smallest=smallest_findable(treated.before, comparison.before, comparison.size, known.dispersion),
    )


def _size(release: Release, designed: Design, places: tuple[str, ...], asked: Initiative, windows: Windows) -> float:
    """Return how many times the initiative's municipality the places are.

    By the denominator over the quarters compared; by their number where that is missing.
    """
    known = sizes(release, designed.indicator.area.denominator)
    years = {quarter.year for quarter in (*windows.before, *windows.after)}

    def total(group: tuple[str, ...]) -> float | None:
        found = [known[place, year].value for place in group for year in years if (place, year) in known]
        return sum(found) if len(found) == len(group) * len(years) else None

    one, together = total((asked.place,)), total(places)
    return together / one if one and together else float(len(places))


def track(release: Release, designed: Design, asked: Initiative) -> Track:
    """Return both series over all quarters, for the picture of how they moved before and after."""
    quarters = designed.counts.quarters
    size = _size(release, designed, asked.comparison, asked, Windows(quarters[-1:], (), 0))
    (treated,) = counts_of(designed, (asked.place,), quarters)
    comparison = counts_of(designed, asked.comparison, quarters).sum(axis=0) / size
    return Track(
        quarters,
        tuple(None if np.isnan(count) else int(count) for count in treated),
        tuple(None if np.isnan(count) else float(count) for count in comparison),
    )
