"""The smallest change that a comparison of before and after could find: said before anyone looks at the result."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

from analysis.arrays import Flags, Floats
from analysis.change import LEVEL, POWER

# How far the estimate must lie from nothing, in standard errors, to be found four times in five.
_REACH = float(norm.ppf(1 - LEVEL / 2) + norm.ppf(POWER))
_MOST_TIMES = 50


@dataclass(frozen=True)
class SmallestFindable:
    """In cases after against before: so many fewer, or more. `fewer` is None when not even none at all would do."""

    before: int
    fewer: int | None
    more: int | None


def smallest_findable(
    treated_before: float, control_before: float, size: float, dispersion: float = 1.0
) -> SmallestFindable:
    """Return the smallest change of the treated area that both the difference and the ratio find (power 80 %, 5 %).

    Normal approximation of both estimates: |effect| = (1.96 + 0.84) x its standard error under that effect, the
    control being unchanged; `size` is how many times larger the control is.
    """
    steps = np.arange(1, max(2, int(treated_before) * _MOST_TIMES + 200), dtype=float)
    fewer = steps[steps <= treated_before]
    return SmallestFindable(
        round(treated_before),
        _first(fewer, _is_found(treated_before, treated_before - fewer, control_before, size, dispersion)),
        _first(steps, _is_found(treated_before, treated_before + steps, control_before, size, dispersion)),
    )


def _is_found(before: float, after: Floats, control: float, size: float, dispersion: float) -> Flags:
    change = np.abs(after - before)
    found: Flags = change >= _REACH * np.sqrt(dispersion * (before + after + 2 * control / size**2))
    if control <= 0 or before <= 0:
        return found
    # With none left after there is no ratio, and the difference alone decides.
    some = np.maximum(after, 1.0)
    error = np.sqrt(dispersion * (1 / before + 1 / some + 2 / control))
    by_ratio: Flags = np.abs(np.log(some / before)) >= _REACH * error
    by_both: Flags = found & ((after == 0) | by_ratio)
    return by_both


def _first(changes: Floats, found: Flags) -> int | None:
    return int(changes[found][0]) if found.any() else None
