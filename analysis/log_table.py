"""The log as people read it."""

import datetime as dt
from collections.abc import Mapping, Sequence

from analysis.choice import place_names
from analysis.danish import NO_BREAK, number
from analysis.tables import Column, Table
from data.audit.entry import Event, LogEntry
from data.audit.retention import months_kept
from data.errors import UserError
from data.periods import danish_date, parse_period
from data.room import WHOSE_ROOM, Room

EVENT_NAMES = {
    Event.SAW: "Så siden",
    Event.PRESENTED: "Viste præsentationen",
    Event.EXPORTED: "Hentede en fil",
    Event.LOADED: "Indlæste et udtræk",
    Event.IMPORTED: "Indlæste referencetal",
    Event.PUBLISHED: "Udgav",
    Event.HANDED_OVER: "Udleverede til kredsrådet",
    Event.BACKED_UP: "Tog en kopi",
    Event.RESTORED: "Gendannede en kopi",
    Event.EDITED: "Skrev i registeret",
    Event.FROZEN: "Frøs en mødepakke",
    Event.SIGNED_IN: "Loggede ind",
    Event.SIGNED_OUT: "Loggede ud",
    Event.REFUSED: "Blev afvist",
    Event.PRUNED: "Loggen blev ryddet",
}
COMMAND_LINE = "kommandolinje"
SOURCE = "Kredsbliks log"
_HEADS = (
    *("Tidspunkt", "Hvem", "Rolle", "Rum", "Hvad", "Side", "Kommune", "Periode", "Udgave"),
    *("Post eller leverance", "Linje"),
)
# On a page the last of them have no room beside the others: the file has all.
_ON_PAGE = 9
_PAGE, _ENTRY = 5, 9
WINDOWS = {"1": "Seneste døgn", "7": "Seneste 7 dage", "30": "Seneste 30 dage", "0": "Alt, der er gemt"}


def began(window: str, now: dt.datetime) -> dt.datetime:
    """Return when a window begins: so many days before now, or before everything."""
    return now - dt.timedelta(days=int(window)) if int(window) else dt.datetime.min.replace(tzinfo=dt.UTC)


def kept_line() -> str:
    """Return how long lines are kept, and that nothing in them was typed by anyone."""
    return (
        f"Hver linje gemmes i {number(months_kept())} måneder og fjernes så af sig selv. Den kan ikke rettes. Den "
        "rummer brugerens id og koder, aldrig noget, som nogen har skrevet."
    )


def log_table(entries: Sequence[LogEntry], titles: Mapping[str, str]) -> Table:
    """Return every column of the lines; `titles` are the pages' names by address."""
    rows = tuple(_row(entry, titles) for entry in entries)
    lines = "1 linje" if len(rows) == 1 else f"{number(len(rows))} linjer"
    return Table(f"Log: {lines}", tuple(map(Column, _HEADS)), rows, SOURCE)


def on_page(table: Table, most: int) -> Table:
    """Return the newest lines and the columns that a page has room for; what has no page stands by its entry."""
    rows = tuple((*row[:_PAGE], row[_PAGE] or row[_ENTRY], *row[_PAGE + 1 : _ON_PAGE]) for row in table.rows[:most])
    return Table(table.title, table.columns[:_ON_PAGE], rows, table.source)


def _row(entry: LogEntry, titles: Mapping[str, str]) -> tuple[str, ...]:
    local, what = entry.moment.astimezone(), entry.what
    return (
        f"{danish_date(local.date())} kl.{NO_BREAK}{local:%H.%M.%S}",
        entry.actor.id,
        entry.actor.role or COMMAND_LINE,
        WHOSE_ROOM[Room(entry.room)],
        EVENT_NAMES[entry.event] + (f" ({what.file.upper()})" if what.file else ""),
        titles.get(what.view, what.view),
        place_names().get(what.municipality, what.municipality),
        _period(what.period),
        f"#{what.release}" if what.release else "",
        what.about,
        str(entry.number),
    )


def _period(code: str) -> str:
    try:
        return parse_period(code).short_name
    except UserError:
        return code
