"""An initiative: what is done, where, by whom, from when, and what it should change."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from data.municipalities import DISTRICT
from data.register.placed import Placed
from data.register.when import When


class Status(StrEnum):
    PLANNED = "planlagt"
    RUNNING = "i gang"
    ENDED = "afsluttet"


class Visibility(StrEnum):
    """Who may see it: the whole council, the municipality it is about and the police, or the police alone."""

    COUNCIL = "kredsraad"
    MUNICIPALITY = "kommune"
    POLICE = "politi"


@dataclass(frozen=True)
class Initiative(Placed):
    """One initiative of a municipality (code) or the whole district (`kreds`).

    `start` and `end` are as exact as they are known, None where they are not. `indicator`: the focus area or category
    that it should change. `comparison` are the municipalities that it is set against, `neighbours` those to which
    crime could move, both chosen on `chosen_on`, before anyone had looked.
    """

    place: str
    theme: str
    what: str
    owner: str = ""
    start: When | None = None
    end: When | None = None
    status: Status = Status.RUNNING
    indicator: str | None = None
    expected_effect: str = ""
    comparison: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    chosen_on: dt.date | None = None
    visibility: Visibility = Visibility.COUNCIL
    source: str = ""
    note: str = ""

    @property
    def is_district_wide(self) -> bool:
        return self.place == DISTRICT

    @property
    def natural_key(self) -> tuple[str, str, str, str]:
        """Return what makes two rows the same initiative: place, theme, what (whatever its case) and start."""
        return self.place, self.theme, " ".join(self.what.casefold().split()), self.start.code if self.start else ""
