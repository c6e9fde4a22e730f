"""What a reader has chosen, and how it is written in the address, so that a link opens exactly that view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from analysis.grid import grid
from analysis.indicator import indicator
from analysis.question import Question, SeriesName
from data.catalogue import AREAS
from data.municipalities import DISTRICT, DISTRICT_NAME, UNKNOWN, municipalities
from data.periods import Period, Quarter, Year, parse_period
from data.release import Release


class Compare(StrEnum):
    """What a period is set against; the value stands in the address."""

    LAST_YEAR = "sidste_aar"
    THREE_YEARS = "tre_aar"


COMPARE_NAMES = {Compare.LAST_YEAR: "Samme kvartal sidste år", Compare.THREE_YEARS: "Gennemsnit af 3 år"}


@dataclass(frozen=True)
class Choice:
    """What is looked at: a release, a municipality (code or `kreds`), a period, and what it is set against."""

    release: Release
    municipality: str
    period: Period
    compare: Compare

    @property
    def place(self) -> str:
        return place_names()[self.municipality]

    def question(
        self, area: str, category: str | None = None, municipality: str | None = None, period: Period | None = None
    ) -> Question:
        """Return the question that is asked of an area here; what is named replaces what was chosen."""
        where, when = municipality or self.municipality, period or self.period
        return Question(area, where, when, SeriesName.EXTRACT, category)


def place_names() -> dict[str, str]:
    """Return code -> name of what may be chosen: the municipalities in Danish order, then the district."""
    return {member.code: member.name for member in municipalities()} | {DISTRICT: DISTRICT_NAME}


@lru_cache(maxsize=8)
def period_names(release: Release) -> dict[str, str]:
    """Return code -> name of the periods on offer, the newest first; a quarter still open says *foreløbig*."""
    quarters = _quarters(release)
    years = [Year(year) for year in {quarter.year for quarter in quarters} if set(Year(year).quarters) <= set(quarters)]
    periods: list[Period] = sorted([*quarters, *years], key=lambda each: (each.last_day, each.code), reverse=True)
    return {each.code: _period_name(each, release) for each in periods}


def default_choice(release: Release) -> Choice:
    """Return the whole district in the newest closed quarter."""
    closed = [quarter for quarter in _quarters(release) if is_closed(quarter, release)]
    newest = max(closed, default=Quarter.of(release.data_until))
    return Choice(release, DISTRICT, newest, Compare.LAST_YEAR)


def is_closed(period: Period, release: Release) -> bool:
    return period.last_day <= release.data_until


def read_address(address: Mapping[str, str], release: Release) -> tuple[Choice, tuple[str, ...]]:
    """Return the choice that an address names, and a Danish message for each value that it cannot have.

    What is not named, or cannot be had, is the default.
    """
    usual = default_choice(release)
    messages: list[str] = []
    municipality = _asked("kommune", address, list(place_names()), usual.municipality, messages)
    period = _asked("periode", address, list(period_names(release)), usual.period.code, messages)
    compare = _asked("sammenlign", address, [str(each) for each in Compare], str(usual.compare), messages)
    return Choice(release, municipality, parse_period(period), Compare(compare)), tuple(messages)


def address_of(choice: Choice) -> dict[str, str]:
    """Return the address of a choice: `kommune`, `periode`, `sammenlign` and `udgave`."""
    return {
        "kommune": choice.municipality,
        "periode": choice.period.code,
        "sammenlign": str(choice.compare),
        "udgave": choice.release.id,
    }


def _asked(key: str, address: Mapping[str, str], allowed: Sequence[str], usual: str, messages: list[str]) -> str:
    """Return the value asked for when it is allowed; else the usual one, with a message."""
    value = address.get(key, usual)
    if value in allowed:
        return value
    messages.append(_UNKNOWN_PLACE if value == UNKNOWN else _REFUSALS[key])
    return usual


_UNKNOWN_PLACE = (
    "Hændelser uden oplyst kommune har ingen side for sig: de tæller kun med i hele kredsen, som vises her."
)
_REFUSALS = {
    "kommune": "Linket nævner en kommune, som ikke findes her. Siden viser hele kredsen.",
    "periode": "Linket nævner en periode, som ikke findes i denne udgave. Siden viser det nyeste afsluttede kvartal.",
    "sammenlign": "Linket nævner en sammenligning, som ikke findes. Siden sammenligner med samme kvartal sidste år.",
}


def _quarters(release: Release) -> tuple[Quarter, ...]:
    """Return every quarter that some focus area has numbers for, the open one included."""
    grids = [grid(release, indicator(code, None, SeriesName.EXTRACT)) for code in AREAS]
    return tuple(sorted({quarter for found in grids if found for quarter in found.quarters}))


def _period_name(period: Period, release: Release) -> str:
    if isinstance(period, Year):
        return f"Hele {period.name}"
    return period.short_name if is_closed(period, release) else f"{period.short_name} (foreløbig)"
