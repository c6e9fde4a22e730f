"""A whole year beside the year before: years are not judged, so the two counts are tested against each other."""

from functools import cache

import numpy as np

from analysis.answers import Situation
from analysis.change import Change, smallest_findable_rise
from analysis.danish import interval, number, sentence
from analysis.judged import LEAST_A_YEAR
from analysis.last_year import Background, change_of, refused
from analysis.phrases import alone, asked_about, difference, joined, what, year_before
from analysis.reasons import TOO_FEW

# Cases a year at which the smallest findable rise is summed exactly, which is slow; between them it lies on a line
# in logarithms to within a twentieth.
SIZES = (1, 2, 5, 10, 25, 50, 100, 200, 400)


def year_total(answer: Situation, count: int, background: Background) -> str:
    """Return the year's count, the year before, the difference, and whether chance can explain it."""
    before = answer.observed_last_year
    if before is None:
        return sentence(what(answer, count))
    if told := refused(answer, background):
        return joined(sentence(what(answer, count)), told)
    if count == before == 0:
        return sentence(f"{what(answer, count)}, heller ikke {year_before(answer)}")
    noun = asked_about(answer).noun
    beside = f"{what(answer, count)} mod {alone(before, noun)} {year_before(answer)}"
    if count + before < 2 * LEAST_A_YEAR:
        return joined(sentence(beside), TOO_FEW)
    return joined(sentence(f"{beside}: {difference(count, before, noun)}"), _tested(answer, count, before, background))


def findable_difference(before: int, dispersion: float) -> int:
    """Return the smallest rise, in cases, that a comparison of two years finds four times in five, to two digits.

    Counts that vary more than chance carry as much as `before / dispersion` cases that do not.
    """
    cases = max(before, 1) / max(dispersion, 1.0)
    sizes, rises = _findable_rises()
    # Beyond the ends: a few more cases whatever their number, and the root of the number.
    beyond = -1.0 if cases < sizes[0] else -0.5
    nearest = min(max(cases, sizes[0]), sizes[-1])
    rise = float(np.exp(np.interp(np.log(nearest), np.log(sizes), np.log(rises)))) * (cases / nearest) ** beyond
    return round(float(f"{max(before, 1) * rise:.2g}"))


@cache
def _findable_rises() -> tuple[tuple[int, ...], tuple[float, ...]]:
    return SIZES, tuple(smallest_findable_rise(size) for size in SIZES)


def _tested(answer: Situation, count: int, before: int, background: Background) -> str:
    known = background.dispersion
    change = change_of(answer, count, before, known or 1.0)
    if count == before:
        return ""
    if _may_be_chance(change):
        findable = number(findable_difference(before, known or 1.0))
        return (
            f"Forskellen er ikke større, end tilfældige udsving kan forklare{_times(change) if known else ''}. "
            f"En sammenligning af to år kan først vise en forskel på {'omkring' if known else 'mindst'} {findable}."
        )
    # Without the dispersion, or against nothing, the interval may be too narrow to call the difference established.
    if known is None or before == 0:
        return ""
    return f"Forskellen er større, end tilfældige udsving kan forklare{_times(change)}."


def _may_be_chance(change: Change) -> bool:
    return (change.low is None or change.low <= 1) and (change.high is None or change.high >= 1)


def _times(change: Change) -> str:
    """Return ` (0,9–1,4 gange)`, with a decimal more where a limit would else be written as 1."""
    if change.low is None or change.high is None:
        return ""
    decimals = 2 if 1.0 in (round(change.low, 1), round(change.high, 1)) else 1
    return f" ({interval(change.low, change.high, decimals)} gange)"
