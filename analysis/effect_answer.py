"""What is known of an initiative's effect."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from analysis.effect_power import SmallestFindable
from analysis.effect_windows import Windows
from analysis.effects import Difference, EffectRatio
from analysis.indicator import Indicator
from data.municipalities import area_name
from data.periods import Quarter
from data.register.initiative_rows import InitiativeEntry


class Finding(StrEnum):
    """What can be said. Only `FEWER` and `MORE` say that there is an effect."""

    FEWER = "faerre"
    MORE = "flere"
    NOT_SHOWN = "ikke_paavist"
    UNSETTLED = "uafklaret"
    DESCRIBED = "valgt_bagefter"
    NOT_PARALLEL = "ikke_parallelle"
    TOO_FEW = "for_faa"
    NOT_YET = "kan_endnu_ikke_vurderes"
    NOT_POSSIBLE = "kan_ikke_opgoeres"


@dataclass(frozen=True)
class Group:
    """Municipalities as one: their cases before and after, and how many times the initiative's municipality they are.

    `size` is by the indicator's denominator (dwellings, inhabitants).
    """

    places: tuple[str, ...]
    before: int
    after: int
    size: float = 1.0

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(area_name(place) for place in self.places)

    @property
    def change(self) -> int:
        return self.after - self.before

    @property
    def scaled_change(self) -> float:
        """Return the change as it would be in a place of the initiative's size."""
        return self.change / self.size


@dataclass(frozen=True)
class Track:
    """Cases by quarter in the municipality and, at its size, in the comparison: None where a quarter is not final."""

    quarters: tuple[Quarter, ...]
    treated: tuple[int | None, ...]
    comparison: tuple[float | None, ...]


@dataclass(frozen=True)
class Effect:
    """An initiative against its comparison municipalities; what could not be computed is None.

    `difference`: its change less the comparison's, in cases; `displacement`: the same for the neighbours, at their own
    size; `total`: both together. `ratio`: the change as a ratio to the comparison's. All limits are 95 %, widened by
    `dispersion` where it is above 1.2. `parallel_p`: whether they moved alike before. `smallest`: what could be found.
    `reason` says why there is no finding.
    """

    initiative: InitiativeEntry
    indicator: Indicator | None
    finding: Finding
    source: str
    release: str
    reason: str | None = None
    assessable_from: dt.date | None = None
    windows: Windows | None = None
    track: Track | None = None
    treated: Group | None = None
    comparison: Group | None = None
    neighbours: Group | None = None
    district: Group | None = None
    dispersion: float = 1.0
    smallest: SmallestFindable | None = None
    parallel_p: float | None = None
    difference: Difference | None = None
    displacement: Difference | None = None
    total: Difference | None = None
    ratio: EffectRatio | None = None
