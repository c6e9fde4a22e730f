"""The way to the national goal of 2030, and where a place stands on it: three-year sums against a path of our own.

`python -m analysis.goal_2030 --municipality 217 --period 2025 --json` prints what the page shows.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache

from analysis.casualties import YEARS_SUMMED, casualties, final_years, three_year_sum
from analysis.casualty_situation import last_final_year
from analysis.danish import number
from analysis.danish import sentence as written
from analysis.headlines import place_phrase
from analysis.phrases import quantity, years_phrase
from analysis.traffic import PATH_BASE_YEAR, PATH_TARGET_YEAR, path_status, target_path
from data.catalogue import AREAS, Measure
from data.command_line import DanishParser
from data.delivered import State
from data.errors import run_command
from data.municipalities import area_name
from data.periods import Period, parse_period
from data.release import Release, open_release

USAGE = """Brug: python -m analysis.goal_2030 --municipality KOMMUNE --period PERIODE [--json]

  Viser de dræbte og alvorligt tilskadekomne mod vejen til målet for 2030.
  --municipality   trecifret kode eller kreds
  --period         fx 2025K4 eller 2025
  --json           skriv svaret som JSON på standard output"""

BASE_YEARS = (2017, 2018, 2019)
PERSONS = next(area.noun for area in AREAS.values() if area.measure is Measure.SEVERE_CASUALTIES)
CLEAR = 0.05  # the least chance at which a difference is still taken for one (METHODS, 7)
FIRST_SUM = PATH_BASE_YEAR + YEARS_SUMMED - 1  # the first three years that all lie on the path

OUR_OWN = (
    "Målet er nationalt: højst 90 dræbte og 900 alvorligt tilskadekomne i hele landet i 2030, omtrent en halvering "
    "(Færdselssikkerhedskommissionen). Der er ikke offentliggjort et mål for kredsen eller en kommune: vejen her er "
    "vores egen omregning, stedets gennemsnit for 2017–2019 halveret fra 2020 til 2030."
)
NO_BASE = "Vejen mod 2030 kan ikke tegnes: årene 2017–2019 er ikke leveret."


class PathVerdict(StrEnum):
    """Where a three-year sum lies; only what chance alone would seldom give is over or under."""

    OVER = "over_vejen"
    UNDER = "under_vejen"
    NOT_SURE = "ikke_sikker"


@dataclass(frozen=True)
class PathPoint:
    """The three years that end with `year`: what was observed, and what the path has; None where there is none."""

    year: int
    observed: int | None
    path: float | None


@dataclass(frozen=True)
class Goal:
    """A place on its way to 2030. `base`: its yearly mean of 2017-2019. `now` is the newest sum on the path."""

    municipality: str
    name: str
    base: float
    points: tuple[PathPoint, ...]
    now: PathPoint | None
    p: float | None
    verdict: PathVerdict | None


@lru_cache(maxsize=512)
def goal_2030(release: Release, place: str, period: Period) -> Goal | None:
    """Return where a place stands in the last final year up to a period; None where its base years are not final."""
    base = [casualties(release).get((place, year)) for year in BASE_YEARS]
    known = [of.severe for of in base if of is not None and of.state is State.FINAL and of.severe is not None]
    if len(known) < len(BASE_YEARS):
        return None
    mean = sum(known) / len(known)
    sums = {year: three_year_sum(release, place, year) for year in final_years(release)}
    years = sorted({*(year for year, severe in sums.items() if severe is not None), *_path_years()})
    points = tuple(PathPoint(year, sums.get(year), _path(mean, year)) for year in years)
    last = last_final_year(release, period)
    now = next((each for each in points if each.year == last and each.observed is not None and each.path), None)
    p, verdict = _judged(now) if now else (None, None)
    return Goal(place, area_name(place), mean, points, now, p, verdict)


def _path_years() -> range:
    return range(FIRST_SUM, PATH_TARGET_YEAR + 1)


def _path(base: float, last: int) -> float | None:
    """Return the path's sum of three years; None before all three of them lie on it."""
    if last < FIRST_SUM:
        return None
    return sum(target_path(base, year) for year in range(last - YEARS_SUMMED + 1, last + 1))


def _judged(now: PathPoint) -> tuple[float, PathVerdict]:
    status = path_status(now.observed or 0, now.path or 0.0)
    if status.p_upper < CLEAR:
        return status.p_upper, PathVerdict.OVER
    if status.p_lower < CLEAR:
        return status.p_lower, PathVerdict.UNDER
    return min(status.p_upper, status.p_lower), PathVerdict.NOT_SURE


def goal_sentences(goal: Goal | None) -> tuple[str, ...]:
    """Return where the place stands, and whose path it is."""
    if goal is None:
        return (NO_BASE,)
    now = goal.now
    if now is None:
        return (OUR_OWN,)
    when = years_phrase(f"{now.year - YEARS_SUMMED + 1}-{now.year}")
    counted = quantity(now.observed or 0, PERSONS)
    said = f"{counted} {place_phrase(goal.municipality)} {when} mod {number(now.path)} på vejen mod 2030"
    return (f"{written(said)} {_chance_said(goal)}", OUR_OWN)


def _chance_said(goal: Goal) -> str:
    if goal.verdict is PathVerdict.OVER:
        return f"Det er flere end på vejen (p {_chance(goal.p)})."
    if goal.verdict is PathVerdict.UNDER:
        return f"Det er færre end på vejen (p {_chance(goal.p)})."
    return f"Med så små tal kan forskellen være tilfældig (p {_chance(goal.p)})."


def _chance(p: float | None) -> str:
    return "< 0,001" if p is not None and p < 0.001 else f"= {number(p, 3 if p is not None and p < 0.01 else 2)}"


def main(arguments: Sequence[str]) -> int:
    """Print one place's way to 2030."""
    parser = DanishParser(USAGE)
    parser.add_argument("--municipality", required=True)
    parser.add_argument("--period", required=True)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args(arguments)
    area_name(wanted.municipality)
    release = open_release()
    goal = goal_2030(release, wanted.municipality, parse_period(wanted.period))
    if wanted.json:
        told = asdict(goal) if goal else {}
        print(json.dumps({**told, "sentences": goal_sentences(goal), "release": release.id}, ensure_ascii=False))
    else:
        print("\n".join(goal_sentences(goal)), file=sys.stderr)
    return 0


if __name__ == "__main__":
    run_command(main)
