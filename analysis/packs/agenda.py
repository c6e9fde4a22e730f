"""The pack as a paper: an agenda item for each section, with its texts and the numbers that a reader needs on paper."""

import re
from dataclasses import dataclass, replace

from analysis.danish import number
from analysis.marks import notes
from analysis.packs.area_sections import lowered
from analysis.packs.content import BarsContent, Pack, PanelsContent, Section, SeriesContent
from analysis.packs.facts import document_title, footer_line, marks
from analysis.packs.verdicts import verdict_words
from analysis.tables import Table, written
from data.municipalities import POLICE_DISTRICT

NEWEST_ROWS = 5  # of a series: the chosen quarter and the four before it
_NOTE = re.compile(r"(?:note|og) (\d+)")  # as the remarks of a series write it


@dataclass(frozen=True)
class Item:
    """One item of the agenda. `series`: its curve, where the paper can draw it; `notes`: what the table refers to."""

    heading: str
    message: str
    verdict: str
    tone: str
    lines: tuple[str, ...]
    caveat: str
    source: str
    table: Table | None
    series: SeriesContent | None
    notes: tuple[str, ...]
    alt: str

    @property
    def facts(self) -> str:
        """Return what to be careful with and where the numbers come from, in one paragraph."""
        return " ".join(filter(None, (self.caveat, f"Kilde: {self.source}." if self.source else "")))


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
    # Many small curves are the slides' alone: on paper the municipalities stand in a table.
    items = tuple(_item(each) for each in pack.sections if not isinstance(each.content, PanelsContent))
    return Agenda(
        pack.title, pack.subtitle, POLICE_DISTRICT, document_title(pack), marks(pack), items, footer_line(pack)
    )


def _item(section: Section) -> Item:
    series = section.content if isinstance(section.content, SeriesContent) else None
    table = _short(section)
    return Item(
        heading=section.kicker,
        message=section.title.shown,
        verdict=verdict_words(section.verdict),
        tone=section.tone,
        lines=(*(text.shown for text in section.body), *_distributions(section)),
        caveat=section.notes.caveats[0] if section.notes.caveats else "",
        source=section.notes.source,
        table=table,
        series=series,
        notes=_notes(series, table),
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


def _short(section: Section) -> Table | None:
    """Return the table as it stands on paper: the newest rows of a series; bars are told in lines."""
    if section.content is None or isinstance(section.content, BarsContent):
        return None
    table = section.content.table
    return _newest(table) if isinstance(section.content, SeriesContent) else table


def _newest(table: Table) -> Table:
    """Return the first rows; without the remarks, its last column, where these have none."""
    rows = table.rows[:NEWEST_ROWS]
    if any(row[-1] for row in rows):
        return replace(table, rows=rows)
    return replace(table, columns=table.columns[:-1], rows=tuple(row[:-1] for row in rows))


def _notes(series: SeriesContent | None, table: Table | None) -> tuple[str, ...]:
    """Return the notes that the table's remarks refer to, each with its number."""
    if series is None or table is None:
        return ()
    told = {int(found) for row in table.rows for found in _NOTE.findall(str(row[-1]))}
    return tuple(f"Note {at}: {text}" for at, text in enumerate(notes(series.series), start=1) if at in told)


def cells(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the rows as people read them."""
    return tuple(
        tuple(written(cell, column) for cell, column in zip(row, table.columns, strict=True)) for row in table.rows
    )
