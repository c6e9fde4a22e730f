"""How long a line is kept, and the one way that old lines go.

Directive (EU) 2016/680, article 25, which retshåndhævelsesloven (lov nr. 410 af 27. april 2017) carries out, asks that
consultation and disclosure are logged, and names no time. Thirteen months are the four meetings of a year, and the
month in which the last of them is looked back on. The district's own rules decide: KREDSBLIK_LOG_MONTHS.
"""

import datetime as dt
import os
import sqlite3

from data.errors import UserError
from data.periods import Month

USUAL_MONTHS = 13
# The shortest is also in schema.sql: a line that is younger is removed by nobody.
SHORTEST, LONGEST = 6, 60

_OLD = (
    "SELECT number, hash FROM entries "
    "WHERE number < coalesce((SELECT min(number) FROM entries WHERE moment >= $since), number + 1) "
    "ORDER BY number DESC LIMIT 1"
)


def months_kept() -> int:
    """Return for how many months a line is kept. Raises UserError when KREDSBLIK_LOG_MONTHS is no such number."""
    text = os.environ.get("KREDSBLIK_LOG_MONTHS") or str(USUAL_MONTHS)
    if not text.isdecimal() or not SHORTEST <= int(text) <= LONGEST:
        raise UserError(
            f"KREDSBLIK_LOG_MONTHS er »{text}«. Skriv, hvor mange måneder loggen gemmes: {SHORTEST} til {LONGEST}."
        )
    return int(text)


def kept_since(now: dt.datetime, months: int) -> dt.datetime:
    """Return the moment before which lines are old: the same day and time so many months ago, or that month's last."""
    month = Month.of(now.date()).plus(-months)
    return now.replace(year=month.year, month=month.number, day=min(now.day, month.last_day.day))


def clear(connection: sqlite3.Connection, now: dt.datetime) -> int:
    """Remove the lines that are old, from the first on, and return how many; the chain then begins after them."""
    since = written(kept_since(now, months_kept()))
    found = connection.execute(_OLD, {"since": since}).fetchone()
    if found is None:
        return 0
    connection.execute("INSERT INTO cleared (through, hash, cleared_at) VALUES (?, ?, ?)", [*found, written(now)])
    return connection.execute("DELETE FROM entries WHERE number <= ?", [found[0]]).rowcount


def written(moment: dt.datetime) -> str:
    """Return a moment as it stands in the log: UTC, so that texts sort as moments do."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")
