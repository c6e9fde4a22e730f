"""`python -m data.fetch_questions FOLDER`: questions from the council's meeting, onto the analysts' list.

The way back of `data.hand_over`: the council's process leaves a question in its own home and opens no register.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from data.command_line import DanishParser
from data.errors import UserError, run_command
from data.machine_errors import in_danish
from data.register.inbox import collect_questions

USAGE = """Brug: python -m data.fetch_questions MAPPE

  Henter de spørgsmål, der er noteret i kredsrådets rum, fra dets mappe til analytikernes liste. Et spørgsmål, der er
  hentet, ligger der ikke mere."""


def fetch_questions(council_home: Path) -> int:
    """Take the questions that wait in the council's home into the register, and return how many there were.

    Raises UserError when the folder is missing or cannot be read or written.
    """
    if not council_home.is_dir():
        raise UserError(f"{council_home} findes ikke. Angiv kredsrådets mappe.")
    with in_danish():
        return collect_questions(council_home)


def main(arguments: Sequence[str]) -> int:
    """Fetch, and say how many questions came."""
    parser = DanishParser(USAGE)
    parser.add_argument("folder", type=Path)
    fetched = fetch_questions(parser.parse_args(arguments).folder)
    told = {0: "Ingen nye spørgsmål.", 1: "Ét spørgsmål er hentet."}.get(fetched, f"{fetched} spørgsmål er hentet.")
    print(told, file=sys.stderr)
    return 0


if __name__ == "__main__":
    run_command(main)
