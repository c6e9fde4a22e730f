"""`python -m data.audit --check | --prune`: whether every line is what it was; the old ones cleared away."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.audit.chain import first_fault, newest
from data.audit.note import clear_old
from data.audit.retention import months_kept
from data.audit.store import log_path, log_paths, reading
from data.command_line import DanishParser
from data.errors import UserError, run_command

USAGE = """Brug: python -m data.audit --check [FIL] | --prune

  --check   ser efter, om nogen linje i loggen er ændret eller fjernet; uden FIL i dem, der ligger her
  --prune   fjerner de linjer, der er ældre, end de skal gemmes (KREDSBLIK_LOG_MONTHS, ellers 13 måneder)"""

FAULTY = 1


def main(arguments: Sequence[str]) -> int:
    """Check or clear, and say what was found; return 1 when a line is not what it was."""
    chosen = _chosen(arguments)
    if chosen.prune:
        removed = clear_old() if log_path().exists() else 0
        print(f"{removed} linjer var ældre end {months_kept()} måneder og er fjernet.", file=sys.stderr)
        return 0
    paths = (chosen.file,) if chosen.file else log_paths()
    if not paths:
        raise UserError("Der er ingen log endnu.")
    return max(_check(path) for path in paths)


def _chosen(arguments: Sequence[str]) -> argparse.Namespace:
    parser = DanishParser(USAGE)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--prune", action="store_true")
    parser.add_argument("file", nargs="?", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.check == chosen.prune or (chosen.prune and chosen.file):
        raise UserError(USAGE)
    return chosen


def _check(path: Path) -> int:
    with reading(path) as connection:
        fault, (number, fingerprint) = first_fault(connection), newest(connection)
    if fault is not None:
        print(f"{path}: linje {fault} er ændret eller fjernet.", file=sys.stderr)
        return FAULTY
    print(f"{path}: i orden til og med linje {number}, fingeraftryk {fingerprint}.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    run_command(main)
