"""When an extract was made: what is after that day cannot be in it, and a month not over by then is provisional."""

import datetime as dt
import re
from pathlib import Path

from data.coverage import Covers
from data.errors import UserError
from data.home import today
from data.periods import danish_date

_DAY_IN_NAME = re.compile(r"(?<!\d)(20\d\d)(-?)(\d\d)\2(\d\d)(?!\d)")


def extract_date(path: Path, covers: Covers | None, newest_report: dt.date | None) -> dt.date:
    """Return the day the extract was made.

    It is the day that the covers tell; else a day in the file's name that is neither after today nor before the
    newest report (reports after today left out: they are slips of the pen); else the day the file was written, but
    not after today. Raises UserError when the covers tell a day after today.
    """
    if covers and covers.extracted:
        if covers.extracted > today():
            raise UserError(f"{path.name}: udtrækkets dato er {danish_date(covers.extracted)}, som ligger efter i dag.")
        return covers.extracted
    return day_in_name(path.name, newest_report) or min(dt.date.fromtimestamp(path.stat().st_mtime), today())


def day_in_name(name: str, newest_report: dt.date | None) -> dt.date | None:
    """Return the day that the file's name tells; None when it tells none that the extract can have been made on."""
    days = [day for day in _days_in(name) if day <= today() and (newest_report is None or day >= newest_report)]
    return max(days, default=None)


def _days_in(name: str) -> list[dt.date]:
    days = []
    for year, _, month, day in _DAY_IN_NAME.findall(name):
        try:
            days.append(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return days
