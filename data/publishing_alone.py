"""One publish at a time: the newest incidents win, and whatever lies half built is a killed publish's."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from data.errors import UserError
from data.home import home
from data.releases import CURRENT, releases_folder

# A folder that is being built, and the file that is about to replace CURRENT. No release's name begins with a point.
BUILDING = ".building"
BESIDE = ".new"
_LOCK = ".publish.lock"
# A publish of a district takes a few seconds.
_WAIT_SECONDS = 5.0


@contextmanager
def publishing_alone() -> Iterator[None]:
    """Hold the lock on publishing; what an earlier publish left half built is gone.

    The lock is SQLite's on an empty file: it holds between processes and threads, and ends with a killed process.
    Raises UserError when another publish holds it, or the folder cannot be written to.
    """
    home().mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(home() / _LOCK, timeout=_WAIT_SECONDS, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            _clear_away()
            yield
    except sqlite3.OperationalError as error:
        raise UserError(
            "En anden udgivelse er i gang. Prøv igen, når den er færdig."
            if "locked" in str(error)
            else f"Der kan ikke skrives i {home()}. Intet er ændret."
        ) from None


def _clear_away() -> None:
    for building in releases_folder().glob(f"{BUILDING}*"):
        shutil.rmtree(building, ignore_errors=True)
    for beside in releases_folder().glob(f"{CURRENT}.*"):
        beside.unlink(missing_ok=True)
