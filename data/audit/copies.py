"""A copy of the log that a restore has found: it never takes the place of a log that has gone on."""

import datetime as dt
import shutil
from pathlib import Path

from data.audit.chain import newest, passed_through
from data.audit.store import COUNCIL_FOLDER_NAME, FILE_NAME, FOLDER_NAME, reading
from data.errors import UserError

LOGS = (Path(FOLDER_NAME) / FILE_NAME, Path(COUNCIL_FOLDER_NAME) / FILE_NAME)


def keep_both(copy: Path, present: Path) -> Path | None:
    """Lay the copy beside the file that is here, and return where; None when that is a log with all of it."""
    if _has_all_of(present, copy):
        return None
    beside = present.with_name(f"{present.stem}-fra-kopi-{dt.datetime.now():%Y%m%d-%H%M%S-%f}{present.suffix}")
    shutil.move(copy, beside)
    return beside


def _has_all_of(present: Path, copy: Path) -> bool:
    try:
        with reading(copy) as copied, reading(present) as here:
            return passed_through(here, *newest(copied))
    except UserError:
        return False
