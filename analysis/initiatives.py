"""The register of initiatives as answers: lists, markers on series, what runs in a quarter, who takes part in what."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace

from analysis.answers import Marker, Series
from analysis.indicator import Indicator
from analysis.typed import typed
from data.home import today
from data.municipalities import DISTRICT, area_name, municipality_codes
from data.periods import Quarter
from data.register.initiative import Initiative, Status
from data.register.initiative_rows import INITIATIVE_FORM, InitiativeEntry
from data.register.initiatives import in_order
from data.register.when import When

SOURCE = "Registeret over indsatser"
NOT_KNOWN = "ikke oplyst"


@dataclass(frozen=True)
class QuarterActivity:
    """How many of a place's dated initiatives begin in a quarter, and how many run for some of it."""

    place: str
    name: str
    quarter: Quarter
    begun: int
    running: int


@dataclass(frozen=True)
class Programme:
    """What several places take part in: its name and, by place (code), the initiative there."""

    name: str
    theme: str
    members: dict[str, InitiativeEntry]


def visible_initiatives() -> tuple[InitiativeEntry, ...]:
    """Return what this process's room may see: the district's first, then by municipality; the council never those
    of one municipality alone, which its pack has."""
    return in_order(typed(INITIATIVE_FORM))


def initiatives_of(
    place: str | None = None,
    theme: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> tuple[InitiativeEntry, ...]:
    """Return the initiatives of a municipality (the district's own among them), a theme and a time; None is any.

    An initiative whose start is not known belongs to every time until it has ended.
    """
    return tuple(
        entry
        for entry in visible_initiatives()
        if place in (None, entry.content.place) or entry.content.is_district_wide
        if theme in (None, entry.content.theme)
        if _runs_between(entry.content, since or dt.date.min, until or dt.date.max)
    )


def _runs_between(asked: Initiative, since: dt.date, until: dt.date) -> bool:
    begins = asked.start.first_day if asked.start else dt.date.min
    ends = asked.end.last_day if asked.end else dt.date.max
    return begins <= until and since <= ends


def concerns(asked: Initiative, place: str, indicator: Indicator) -> bool:
    """Return whether the initiative should be seen on the series of this place and indicator.

    A district-wide one concerns every municipality. One without an indicator, or with a part of the headline,
    concerns its area's headline.
    """
    if asked.theme != indicator.area.code or not (asked.is_district_wide or asked.place == place):
        return False
    if indicator.category is not None:
        return asked.indicator == indicator.category.code
    return asked.indicator in (None, indicator.area.code, *indicator.area.headline)


def markers(place: str, indicator: Indicator) -> tuple[Marker, ...]:
    """Return when the initiatives that concern a series begin and end, oldest first; the undated have no marker."""
    concerned = [entry.content for entry in visible_initiatives() if concerns(entry.content, place, indicator)]
    edges = [(asked.start, asked.what) for asked in concerned]
    edges += [(asked.end, f"{asked.what} slutter") for asked in concerned]
    found = [_marker(when, text) for when, text in edges if when is not None]
    return tuple(sorted(found, key=lambda marker: (marker.first, marker.text)))


def _marker(when: When, text: str) -> Marker:
    return Marker(when.first_day, when.last_day, when.name, text)


def with_markers(series: Series, place: str, indicator: Indicator) -> Series:
    """Return the series with the markers of the initiatives that concern it.

    Not part of the series itself: that is kept for as long as its release, and the register changes meanwhile.
    """
    return replace(series, markers=markers(place, indicator))


def initiatives_per_quarter(first: Quarter, last: Quarter) -> tuple[QuarterActivity, ...]:
    """Return the activity of the district and every municipality by quarter; the undated belong to none."""
    every = (entry.content for entry in visible_initiatives())
    dated = [(asked.place, asked, asked.start) for asked in every if asked.start]
    begun = Counter((place, Quarter.of(start.first_day)) for place, _, start in dated)
    quarters = Quarter.span(first, last)
    running = Counter(
        (place, quarter)
        for place, asked, _ in dated
        for quarter in quarters
        if _runs_between(asked, quarter.first_day, quarter.last_day)
    )
    places = (DISTRICT, *municipality_codes())
    return tuple(
        QuarterActivity(place, area_name(place), quarter, begun[place, quarter], running[place, quarter])
        for place in places
        for quarter in quarters
    )


def programmes() -> tuple[Programme, ...]:
    """Return what more than one place takes part in under the same name (Bo trygt, Nabohjælp …), in Danish order."""
    found: dict[tuple[str, str], dict[str, InitiativeEntry]] = {}
    names: dict[tuple[str, str], str] = {}
    for entry in visible_initiatives():
        key = entry.content.natural_key[1:3]
        names.setdefault(key, entry.content.what)
        found.setdefault(key, {}).setdefault(entry.content.place, entry)
    return tuple(Programme(names[key], key[0], members) for key, members in found.items() if len(members) > 1)


def chain_gaps(asked: Initiative) -> tuple[str, ...]:
    """Return what is missing before the initiative can be followed and judged, or contradicts itself, in Danish."""
    gaps = (
        (not asked.owner, "ingen ejer"),
        (asked.start is None, "ingen startdato"),
        (asked.indicator is None, "ingen indikator"),
        (not asked.expected_effect, "ingen forventet effekt"),
        (not asked.comparison and not asked.is_district_wide, "ingen sammenligningskommuner"),
        (asked.status is Status.PLANNED and _has_passed(asked.start), "står som planlagt, men startdatoen er passeret"),
        (asked.status is Status.RUNNING and _has_passed(asked.end), "står som i gang, men slutdatoen er passeret"),
    )
    return tuple(text for is_missing, text in gaps if is_missing)


def _has_passed(when: When | None) -> bool:
    return when is not None and when.last_day < today()
