"""An oplægsark in words, bars and a table."""

from functools import lru_cache

from markupsafe import Markup

from analysis.bars import bar_list
from analysis.danish import enumeration, interval, number, percent, sentence
from analysis.headlines import place_phrase, rate_line
from analysis.pictures import PICTURES_KEPT, Picture
from analysis.tables import Cell, Column, Table
from analysis.talk_sheet import Part, TalkSheet, TypeRow
from data.municipalities import DISTRICT, area_name

NOTHING = (
    "Der er ingen aldersfordeling at vise endnu: den kræver et helt, afsluttet år med forurettedes alder i udtrækket."
)
NO_POPULATION = (
    "Tallene er antal og andele: de er ikke sat i forhold til, hvor mange der bor i aldersgruppen, for folketallet "
    "mangler for gruppen."
)
READING = (
    "Hver bjælke er antallet af anmeldelser fra aldersgruppen; procenten er dens andel af de anmeldelser af typen, "
    "hvor alderen er oplyst. Kontaktvej og tab er for alle aldre, for to kendetegn vises aldrig på én gang. Hvad "
    "der ikke vises for kommunen, har en gruppe på under fem."
)


def sheet_title(sheet: TalkSheet) -> str:
    """Return what the group reports most of; where a type may not be told here, only how much of what can be."""
    at, rows = _told(sheet)
    own = _parts(sheet, sheet.place)
    if not rows and not own:
        return f"{sheet.group.name}: ingen tal, der må vises, for {sheet.year.name}"
    row, part = max(own or rows, key=lambda each: each[1].count)
    where = area_name(sheet.place if own else at)
    told = f"{number(part.count)} anmeldelser"
    if len(own or rows) < len(sheet.rows):
        return f"{sheet.group.name}, {where}: {told} af {row.category.name.lower()} i {sheet.year.name}"
    return f"{sheet.group.name}, {where}: mest {row.category.name.lower()} ({told} i {sheet.year.name})"


def sheet_lead(sheet: TalkSheet) -> str:
    """Return what the sheet is, and what cannot be shown of the place."""
    nowhere = [row.category.name.lower() for row in sheet.rows if not row.here and not row.district]
    not_here = [row.category.name.lower() for row in sheet.rows if not row.here and row.district]
    hidden = [
        f"{enumeration(names)} kan ikke vises for aldersgruppen{where}: en gruppe er under fem."
        for names, where in ((nowhere, ""), (not_here, " i kommunen"))
        if names
    ]
    return " ".join([f"Oplægsark om digital kriminalitet mod {sheet.group.described}.", *map(sentence, hidden)])


def sheet_points(sheet: TalkSheet) -> tuple[str, ...]:
    """Return the facts of the talk, one sentence each."""
    return tuple(
        filter(
            None, (_where_most(sheet), _against_inhabitants(sheet), *_channels(sheet), _losses(sheet), *_mules(sheet))
        )
    )


def _told(sheet: TalkSheet) -> tuple[str, list[tuple[TypeRow, Part]]]:
    """Return the place that types are compared in, and its numbers: the sheet's own where all are told, else all."""
    here = _parts(sheet, sheet.place)
    return (sheet.place, here) if len(here) == len(sheet.rows) else (DISTRICT, _parts(sheet, DISTRICT))


def _parts(sheet: TalkSheet, place: str) -> list[tuple[TypeRow, Part]]:
    found = [(row, row.district if place == DISTRICT else row.here) for row in sheet.rows]
    return [(row, part) for row, part in found if part]


def _where_most(sheet: TalkSheet) -> str:
    at, rows = _told(sheet)
    if not rows:
        return ""
    row, part = max(rows, key=lambda each: each[1].share)
    complete = len(rows) == len(sheet.rows)
    most = "Størst andel har gruppen" if complete else "Blandt de typer, der kan vises, har gruppen størst andel"
    return (
        f"{most} af {row.category.name.lower()}: {number(part.count)} af {number(part.of)} "
        f"anmeldelser ({percent(part.share)}) {place_phrase(at)} i {sheet.year.name}."
    )


def _against_inhabitants(sheet: TalkSheet) -> str:
    """Return the largest type here per 1,000 of the group, or that the group's size is not known."""
    at, rows = _told(sheet)
    if not rows:
        return ""
    row, part = max(rows, key=lambda each: each[1].share)
    if part.rate is None:
        return NO_POPULATION
    size = f"I forhold til, hvor mange der bor i aldersgruppen, er det {rate_line(part.rate)} {place_phrase(at)}"
    return f"{size}: anmeldelser af {row.category.name.lower()} med oplyst alder, ikke personer."


def _channels(sheet: TalkSheet) -> list[str]:
    return [
        f"{row.category.name}: kontakten sker oftest via {label.lower()} ({percent(part.share)} af anmeldelserne i "
        "kredsen, alle aldre)."
        for row in _largest_two(sheet)
        if row.channel
        for label, part in [row.channel]
    ]


def _largest_two(sheet: TalkSheet) -> list[TypeRow]:
    _, rows = _told(sheet)
    return [row for row, _ in sorted(rows, key=lambda each: -each[1].count)[:2]]


def _losses(sheet: TalkSheet) -> str:
    told = [
        f"{row.category.name.lower()} {number(row.loss.median)} kr. ({interval(row.loss.low, row.loss.high)})"
        for row in sheet.rows
        if row.loss.median is not None and row.loss.low is not None and row.loss.high is not None
    ]
    return f"Halvdelen af tabene er mindst så store (hele kredsen, alle aldre): {enumeration(told)}." if told else ""


def _mules(sheet: TalkSheet) -> list[str]:
    return [
        f"{category.name}: {number(part.count)} af {number(part.of)} mistænkte med kendt alder er i aldersgruppen "
        f"({percent(part.share)}, hele kredsen)."
        for category, part in sheet.mules
    ]


@lru_cache(maxsize=PICTURES_KEPT)
def sheet_picture(sheet: TalkSheet) -> Picture:
    """Return the group's reports by type as bars, with everything the sheet tells as its table."""
    lists = [_bars(sheet, place) for place in dict.fromkeys((sheet.place, DISTRICT)) if _parts(sheet, place)]
    return Picture(
        figure=Markup('<div class="kb-bars">{}</div>').format(Markup("").join(lists)),
        table=_table(sheet),
        alt=f"Bjælker. {sheet_title(sheet)}. {' '.join(sheet_points(sheet))}",
        reading=READING,
    )


def _bars(sheet: TalkSheet, place: str) -> Markup:
    bars = [
        (row.category.name, float(part.count), number(part.count), percent(part.share))
        for row, part in _parts(sheet, place)
    ]
    return bar_list(f"{sheet.group.name}, {area_name(place)}, {sheet.year.name}: anmeldelser efter type", bars)


def _table(sheet: TalkSheet) -> Table:
    here = area_name(sheet.place)
    own = () if sheet.place == DISTRICT else (Column(f"{here}, antal", 0), Column(f"{here}, andel (%)", 1))
    columns = (
        *(Column("Type"), *own, Column("Hele kredsen, antal", 0), Column("Hele kredsen, andel (%)", 1)),
        *(Column("Hyppigste kontaktvej (kredsen, alle aldre)"), Column("Median af tab (kr., kredsen, alle aldre)", 0)),
    )
    title = f"Oplægsark: {sheet.group.described}, {here}, {sheet.year.name}"
    return Table(title, columns, tuple(_cells(sheet, row) for row in sheet.rows), sheet.source)


def _cells(sheet: TalkSheet, row: TypeRow) -> tuple[Cell, ...]:
    own = () if sheet.place == DISTRICT else _numbers(row.here)
    return (row.category.name, *own, *_numbers(row.district), row.channel[0] if row.channel else None, row.loss.median)


def _numbers(part: Part | None) -> tuple[Cell, Cell]:
    return (part.count, 100 * part.share) if part else (None, None)
