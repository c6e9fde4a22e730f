"""Where a file that somebody uploads lies while it is read: its rows may be personal data, so it never stays."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.home import home

_PREFIX = ".upload-"


@contextmanager
def upload_folder() -> Iterator[Path]:
    """Yield a folder of the home that is gone afterwards: the rows leave the user's own disk neither here nor there."""
    home().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home(), prefix=_PREFIX) as folder:
        yield Path(folder)


def clear_left_uploads() -> None:
    """Remove what a server that was killed while it read an upload has left behind."""
    for folder in home().glob(f"{_PREFIX}*"):
        shutil.rmtree(folder, ignore_errors=True)
