"""Near repeats: some burglaries follow another one nearby, within 200 m and 14 days."""

import numpy as np
from numpy.typing import NDArray

from data.demo.columns import Chosen, Codes, Generator, happens
from data.demo.days import DAY, MISSING, Minutes, days_of, not_after_extract
from data.demo.places import Numbers32, Places, moved
from data.periods import Quarter

_SHARE = 0.12  # of the burglaries that follow another one
_SAME_CASE = 0.35  # of those that the police join to the first one's case
_LAST_DAY = 12  # with the hours' jitter within 14 days
_JITTER = 120  # minutes, standard deviation
# Steps in hectares whose centres lie within 200 m of each other.
_NEARBY = np.array([(n, e) for n in range(-2, 3) for e in range(-2, 3) if n * n + e * e <= 4], dtype=np.int32)


def _first_ones(rng: Generator, area: Codes, follower: Chosen, hectare: Numbers32) -> NDArray[np.int64]:
    """Return for each row one that is no follower in the same municipality; -1 where there is none. Ordered by area."""
    first = np.flatnonzero(~follower & (hectare != MISSING))
    if not len(first):
        return np.full(len(area), MISSING)
    start, end = (np.searchsorted(area[first], area, side) for side in ("left", "right"))
    chosen = start + (rng.random(len(area)) * (end - start)).astype(np.int64)
    return np.where(end > start, first[chosen.clip(max=len(first) - 1)], MISSING)


def near_repeats(
    rng: Generator, places: Places, quarter: Quarter, area: Codes, minutes: Minutes, hectare: Numbers32
) -> tuple[Minutes, Numbers32, NDArray[np.int64]]:
    """Return times, hectares and cases in which some rows follow another one; no row leaves its quarter or area."""
    number = len(area)
    follower = happens(rng, _SHARE, number) & (hectare != MISSING)
    first = _first_ones(rng, area, follower, hectare)
    follower &= first != MISSING
    later = rng.integers(1, _LAST_DAY + 1, number) * DAY + rng.normal(0, _JITTER, number)
    days = days_of(quarter)
    ends = days.stop * DAY
    after = minutes[first] + later
    when = np.where(after < ends, after, np.maximum(minutes[first] - later, days.start * DAY)).astype(np.int32)
    step = _NEARBY[rng.integers(0, len(_NEARBY), number)]
    near = moved(places, hectare[first], step[:, 0], step[:, 1])
    joined = follower & happens(rng, _SAME_CASE, number)
    return (
        np.where(follower, not_after_extract(when), minutes),
        np.where(follower, near, hectare),
        np.where(joined, first, np.arange(number)),
    )
