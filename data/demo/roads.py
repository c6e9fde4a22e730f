"""Road sections with and without the local speed limit trial, and which accidents lie on them.

Real: which municipalities take part, that the trial is from 2022 and goes from 50 to 40 km/t. Invented: the sections,
their traffic, the days on which their limit changed and the effect of it.
"""

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.demo.columns import Codes, Generator, happens
from data.demo.counts import generator
from data.demo.days import DAY, MISSING, Floats, Minutes, day_number
from data.demo.shipped import speed_trial_areas
from data.municipalities import municipality_codes

_ON_TRIAL, _COMPARISON, _ELSEWHERE = 6, 4, 8  # sections in a municipality
_BEFORE, _AFTER = 50, 40  # km/t
_FIRST_CHANGE, _LAST_CHANGE = dt.date(2022, 5, 1), dt.date(2023, 4, 30)
_SHARE_ON_SECTIONS = 0.45
_LEFT_AFTER_TRIAL = 0.85  # the effect: this share of a section's accidents is left at 40 km/t
_MORE_TRAFFIC_MORE_ACCIDENTS = 0.7  # power of the traffic


@dataclass(frozen=True)
class Sections:
    """Road sections, ordered by municipality: km, vehicles a day, km/t, and the day of a new limit (empty: none)."""

    area: Codes
    length_km: Floats
    adt: NDArray[np.int32]
    limit_after: NDArray[np.int32]
    start: NDArray[np.int32]
    limit_before: int = _BEFORE


def district_sections(seed: int) -> Sections:
    rng = generator(seed, "roads")
    areas, on_trial = [], []
    for area, code in enumerate(municipality_codes()):
        mix = (_ON_TRIAL, _COMPARISON) if code in speed_trial_areas() else (0, _ELSEWHERE)
        areas += [area] * sum(mix)
        on_trial += [True] * mix[0] + [False] * mix[1]
    number, trial = len(areas), np.array(on_trial)
    start = rng.integers(day_number(_FIRST_CHANGE), day_number(_LAST_CHANGE) + 1, number)
    return Sections(
        area=np.array(areas, dtype=np.int8),
        length_km=np.round(rng.uniform(0.4, 2.8, number), 2),
        adt=(rng.lognormal(np.log(4000), 0.6, number) // 50 * 50).astype(np.int32),
        limit_after=np.where(trial, _AFTER, _BEFORE).astype(np.int32),
        start=np.where(trial, start, MISSING).astype(np.int32),
    )


def changed(sections: Sections, section: NDArray[np.int32], minutes: Minutes) -> NDArray[np.bool_]:
    """Return whether the section's new limit was in force."""
    start = sections.start[section]
    return np.asarray((section != MISSING) & (start != MISSING) & (minutes // DAY >= start), dtype=np.bool_)


def section_of(rng: Generator, sections: Sections, area: Codes, minutes: Minutes) -> NDArray[np.int32]:
    """Return the section that each accident lies on, empty for the most: other roads of the municipality."""
    weights = sections.length_km * sections.adt**_MORE_TRAFFIC_MORE_ACCIDENTS
    edges = np.concatenate([[0.0], np.cumsum(weights)])
    start, end = (edges[np.searchsorted(sections.area, area, side)] for side in ("left", "right"))
    target = start + rng.random(len(area)) * (end - start)
    drawn = (np.searchsorted(edges, target, side="right") - 1).clip(max=len(weights) - 1)
    kept = np.where(changed(sections, drawn.astype(np.int32), minutes), _LEFT_AFTER_TRIAL, 1.0)
    on_section = happens(rng, _SHARE_ON_SECTIONS * kept, len(area))
    return np.where(on_section, drawn, MISSING).astype(np.int32)


def limit_of(sections: Sections, section: NDArray[np.int32], minutes: Minutes) -> NDArray[np.int32]:
    """Return the speed limit (km/t) on the section at the time; empty where the accident is on no section."""
    limit = np.where(changed(sections, section, minutes), sections.limit_after[section], sections.limit_before)
    return np.where(section == MISSING, MISSING, limit).astype(np.int32)


def section_names(sections: Sections) -> tuple[str, ...]:
    return tuple(f"demo-vej-{number:03d}" for number in range(1, len(sections.area) + 1))
