"""Which LibreOffice the tests open the packs' files with: other eyes than those of the library that wrote them."""

import os
import shutil
from pathlib import Path

COMMAND_NAMES = ("soffice", "libreoffice")
PROGRAMS = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path(os.environ.get("PROGRAMFILES", "C:/Program Files")) / "LibreOffice" / "program" / "soffice.exe",
)


def installed_office() -> Path | None:
    """Return the LibreOffice to test with: `KREDSBLIK_OFFICE`, else the first one found, else None."""
    chosen = os.environ.get("KREDSBLIK_OFFICE")
    if chosen:
        return Path(chosen) if Path(chosen).is_file() else None
    found = [Path(path) for path in map(shutil.which, COMMAND_NAMES) if path]
    return next((path for path in (*found, *PROGRAMS) if path.is_file()), None)
