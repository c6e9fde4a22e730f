"""Where the machine's own Chrome, Edge or Chromium is; standard library only, set-up asks before packages are there."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

COMMAND_NAMES = (
    "chromium",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
    "chromium-browser",
)
MAC_PROGRAMS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
)
WINDOWS_PROGRAMS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
    r"Chromium\Application\chrome.exe",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def installed_chromium() -> Path | None:
    """Return the browser to test with: `KREDSBLIK_BROWSER`, else the first one found, else None."""
    chosen = os.environ.get("KREDSBLIK_BROWSER")
    if chosen:
        return Path(chosen) if Path(chosen).is_file() else None
    return next((path for path in candidates() if path.is_file()), None)


def candidates() -> Iterator[Path]:
    """Yield the places where this system keeps such a browser, best first."""
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / program for program in MAC_PROGRAMS)
    if sys.platform == "win32":
        for folder in filter(None, map(os.environ.get, WINDOWS_FOLDERS)):
            yield from (Path(folder) / program for program in WINDOWS_PROGRAMS)
    yield from (Path(found) for found in map(shutil.which, COMMAND_NAMES) if found)
