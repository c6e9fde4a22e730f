"""The register of initiatives as tables: what there is, what is missing, who takes part, how many a quarter."""

from collections.abc import Sequence

from analysis.initiatives import NOT_KNOWN, SOURCE, chain_gaps, initiatives_per_quarter, programmes, visible_initiatives
from analysis.tables import Column, Table
from data.catalogue import AREAS, CATEGORIES
from data.municipalities import DISTRICT, area_name, municipality_codes
from data.periods import Quarter
from data.register.initiative import Initiative
from data.register.initiative_rows import InitiativeEntry

COMPLETE = "fuldstændig"
QUARTERS_SHOWN = 4
UNDATED = "ja"  # takes part; since when is not known


def initiatives_table(entries: Sequence[InitiativeEntry], title: str = "Indsatser") -> Table:
    """Return the initiatives: place, theme, what, owner, from, to, expected effect, status and source."""
    heads = ("Sted", "Indsatsområde", "Indsats", "Ejer", "Fra", "Til", "Forventet effekt", "Status", "Kilde")
    rows = tuple(
        (
            asked.place_name,
            asked.theme_name,
            asked.what,
            asked.owner or NOT_KNOWN,
            _from(asked),
            asked.end.name if asked.end else "",
            asked.expected_effect,
            str(asked.status),
            asked.source,
        )
        for asked in (entry.content for entry in entries)
    )
    return Table(title, tuple(map(Column, heads)), rows, SOURCE)


def chain_table(entries: Sequence[InitiativeEntry], title: str) -> Table:
    """Return whether each initiative can be followed from action to indicator to evaluation, or what is missing."""
    rows = tuple(
        (asked.place_name, asked.what, _indicator(asked), ", ".join(chain_gaps(asked)) or COMPLETE)
        for asked in (entry.content for entry in entries)
    )
    heads = ("Sted", "Indsats", "Indikator", "Mangler, før den kan følges og vurderes")
    return Table(title, tuple(map(Column, heads)), rows, SOURCE)


def partnership_table() -> Table:
    """Return who takes part in what: a row for each municipality, a column for each programme several share.

    A cell says since when, or only that it takes part where that is not known.
    """
    found = programmes()
    rows = tuple(
        (area_name(place), *(_since(each.members.get(place)) for each in found)) for place in municipality_codes()
    )
    columns = (Column("Kommune"), *(Column(each.name) for each in found))
    return Table("Partnerskaber og forsøg", columns, rows, SOURCE)


def quarter_table(last: Quarter, place: str) -> Table:
    """Return how many initiatives began, and how many ran, in each of the last quarters: a place's and the district's.

    The undated of the same places are in the table's title: they belong to no quarter.
    """
    quarters = Quarter.span(last.plus(1 - QUARTERS_SHOWN), last)
    activity = initiatives_per_quarter(quarters[0], last)
    places = dict.fromkeys((place, DISTRICT))
    undated = sum(entry.content.place in places and not entry.content.start for entry in visible_initiatives())
    found = {(each.place, each.quarter): each for each in activity}
    rows = tuple(
        (area_name(code), quarter.short_name, found[code, quarter].begun, found[code, quarter].running)
        for code in places
        for quarter in quarters
    )
    columns = (Column("Sted"), Column("Kvartal"), Column("Begyndt", 0), Column("I gang", 0))
    title = f"Indsatser pr. kvartal ({undated} uden kendt startdato er ikke med)"
    return Table(title, columns, rows, SOURCE)


def _indicator(asked: Initiative) -> str:
    code = asked.indicator
    found = AREAS.get(code or "") or CATEGORIES.get(code or "")
    return found.name if found else code or NOT_KNOWN


def _from(asked: Initiative) -> str:
    return asked.start.name if asked.start else NOT_KNOWN


def _since(entry: InitiativeEntry | None) -> str:
    if entry is None:
        return ""
    asked = entry.content
    since = f"siden {asked.start.name}" if asked.start else UNDATED
    return f"{since}, afsluttet" if asked.end else since
