"""Persons killed and injured in traffic, and three-year sums of the killed and seriously injured."""

from dataclasses import dataclass
from functools import lru_cache

from data.delivered import State
from data.municipalities import DISTRICT
from data.release import Release

YEARS_SUMMED = 3


@dataclass(frozen=True)
class Casualties:
    """Persons of one place and year; None where not delivered."""

    killed: int | None
    serious: int | None
    slight: int | None
    state: State

    @property
    def severe(self) -> int | None:
        return None if self.killed is None or self.serious is None else self.killed + self.serious


@lru_cache(maxsize=16)
def casualties(release: Release) -> dict[tuple[str, int], Casualties]:
    """Return (place, year) -> persons."""
    return {
        (place, year): Casualties(killed, serious, slight, State(state))
        for place, year, killed, serious, slight, state in release.rows("casualties_year")
    }


def final_years(release: Release) -> tuple[int, ...]:
    """Return the years whose numbers are final for the whole district, oldest first."""
    return tuple(
        year for (place, year), of in casualties(release).items() if place == DISTRICT and of.state is State.FINAL
    )


def three_year_sum(release: Release, place: str, last: int) -> int | None:
    """Return killed and seriously injured in the three years that end with `last`; None unless all three are final."""
    found = [casualties(release).get((place, year)) for year in range(last - YEARS_SUMMED + 1, last + 1)]
    severe = [of.severe for of in found if of is not None and of.state is State.FINAL and of.severe is not None]
    return sum(severe) if len(severe) == YEARS_SUMMED else None
