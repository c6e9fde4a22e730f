"""How hard people were hurt: persons by year and severity, and the share of the hurt that was killed or badly hurt."""

from dataclasses import dataclass

from analysis.casualties import YEARS_SUMMED, Casualties, casualties
from analysis.casualty_situation import last_final_year
from analysis.danish import number
from analysis.phrases import years_phrase
from analysis.promise_sentences import share_with_interval
from analysis.proportions import wilson
from analysis.rates import Interval
from analysis.tables import Column, Table
from analysis.unanswered import extract_source
from data.delivered import State
from data.municipalities import area_name
from data.periods import Period
from data.release import Release

YEARS_LISTED = 5
ALONE = "Ét dødsfald mere eller mindre siger ikke noget om udviklingen. Dræbte alene bliver derfor kun talt op."


@dataclass(frozen=True)
class Severity:
    """Of the `hurt` in three final years that end with `last`, `severe` were killed or seriously injured."""

    last: int
    severe: int
    hurt: int
    share: Interval


def severity(release: Release, place: str, period: Period) -> Severity | None:
    """Return the share over the last three final years up to a period; None where they are not all there."""
    last = last_final_year(release, period)
    if last is None:
        return None
    found = [_final(release, place, year) for year in range(last - YEARS_SUMMED + 1, last + 1)]
    known = [of for of in found if of is not None and of.severe is not None and of.slight is not None]
    severe = sum(of.severe or 0 for of in known)
    hurt = severe + sum(of.slight or 0 for of in known)
    share = wilson(severe, hurt)
    return Severity(last, severe, hurt, share) if share and len(known) == YEARS_SUMMED else None


def _final(release: Release, place: str, year: int) -> Casualties | None:
    found = casualties(release).get((place, year))
    return found if found is not None and found.state is State.FINAL else None


def severity_sentence(found: Severity) -> str:
    """Return how many of the hurt were killed or seriously injured, with the share's interval."""
    when = years_phrase(f"{found.last - YEARS_SUMMED + 1}-{found.last}")
    return (
        f"Af {number(found.hurt)} politiregistrerede dræbte og tilskadekomne {when} blev {number(found.severe)} dræbt "
        f"eller alvorligt tilskadekommen ({share_with_interval(found.share)})."
    )


def casualties_table(release: Release, place: str, period: Period) -> Table:
    """Return persons killed, seriously and slightly injured in the last five years, the newest first."""
    years = sorted(
        (
            (year, of)
            for (where, year), of in casualties(release).items()
            if where == place and of.state is not State.MISSING and year <= period.year
        ),
        key=lambda each: each[0],
        reverse=True,
    )[:YEARS_LISTED]
    return Table(
        f"Politiregistrerede dræbte og tilskadekomne, {area_name(place)}",
        (Column("År"), Column("Dræbte", 0), Column("Alvorligt", 0), Column("Lettere", 0)),
        tuple((_year_said(year, of), of.killed, of.serious, of.slight) for year, of in years),
        extract_source(release),
    )


def _year_said(year: int, of: Casualties) -> str:
    return f"{year} (foreløbigt)" if of.state is State.PROVISIONAL else str(year)
