"""Where a user's own data lives, and which day it is."""

import datetime as dt
import os
from pathlib import Path

from data.errors import UserError

PROJECT_REFERENCE = Path(__file__).parent / "reference"


def home() -> Path:
    """Return the folder that holds everything a user's own data makes (`KREDSBLIK_HOME`)."""
    return Path(os.environ.get("KREDSBLIK_HOME") or Path(__file__).parent / "local").absolute()


def today() -> dt.date:
    """Return today's date; `KREDSBLIK_TODAY` replaces it in tests and reproductions.

    Raises UserError when `KREDSBLIK_TODAY` is not an ISO date.
    """
    text = os.environ.get("KREDSBLIK_TODAY")
    if not text:
        return dt.date.today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UserError(f"KREDSBLIK_TODAY er »{text}«, som ikke er en dato. Skriv den som 2026-01-12.") from None
