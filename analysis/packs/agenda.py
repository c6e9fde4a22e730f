"""The pack as a paper: an agenda item for each section, with its texts and the numbers that a reader needs on paper."""

from dataclasses import dataclass, replace

from analysis.danish import number
from analysis.packs.area_sections import lowered
from analysis.packs.content import BarsContent, Pack, PanelsContent, Section, SeriesContent
from analysis.packs.facts import document_title, footer_line, marks
from analysis.signal import Verdict
from analysis.tables import Table, written
from analysis.verdict_texts import VERDICT_ICONS, VERDICT_TEXTS
from data.municipalities import POLICE_DISTRICT

NEWEST_ROWS = 5  # of a series: the chosen quarter and the four before it
GUEST = "Plads til gæstens egne sider."


@dataclass(frozen=True)
class Item:
    """One item of the agenda. `series` is the section's curve, where the paper can draw it."""

    heading: str
    message: str
    verdict: str
    tone: str
    lines: tuple[str, ...]
    caveat: str
    source: str
    table: Table | None
    series: SeriesContent | None
    alt: str


@dataclass(frozen=True)
class Agenda:
    """A paper's title, marks, items and footer."""

    title: str
    subtitle: str
    district: str
    document_title: str
    marks: tuple[str, ...]
    items: tuple[Item, ...]
    footer: str


def agenda(pack: Pack) -> Agenda:
    """Return the paper of a pack."""
    items = tuple(map(_item, pack.sections))
    return Agenda(
        pack.title, pack.subtitle, POLICE_DISTRICT, document_title(pack), marks(pack), items, footer_line(pack)
    )


def _item(section: Section) -> Item:
    verdict = Verdict(section.verdict) if section.verdict else None
    series = section.content if isinstance(section.content, SeriesContent) else None
    return Item(
        heading=section.kicker,
        message=section.title.shown,
        verdict=f"{VERDICT_ICONS[verdict]} {VERDICT_TEXTS[verdict]}" if verdict else "",
        tone=section.tone,
        lines=(*(text.shown for text in section.body), *_distributions(section), *_guest(section)),
        caveat=section.notes.caveats[0] if section.notes.caveats else "",
        source=section.notes.source,
        table=_short(section),
        series=series,
        alt=f"{section.title.shown} {section.kicker}.",
    )


def _distributions(section: Section) -> tuple[str, ...]:
    """Return each distribution as one line: on paper there is no room for its bars."""
    if not isinstance(section.content, BarsContent):
        return ()
    return tuple(
        f"{found.title}: {', '.join(f'{lowered(name)} {number(count)}' for name, count in found.groups or ())}."
        for found in section.content.breakdowns
    )


def _guest(section: Section) -> tuple[str, ...]:
    return (GUEST,) if section.room_for_guest else ()


def _short(section: Section) -> Table | None:
    """Return the table as it stands on paper: the newest rows of a series; bars and many curves are the slides'."""
    if section.content is None or isinstance(section.content, PanelsContent | BarsContent):
        return None
    table = section.content.table
    return replace(table, rows=table.rows[:NEWEST_ROWS]) if isinstance(section.content, SeriesContent) else table


def cells(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the rows as people read them."""
    return tuple(
        tuple(written(cell, column) for cell, column in zip(row, table.columns, strict=True)) for row in table.rows
    )
