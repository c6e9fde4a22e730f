"""Write the demo extract: `python -m data.demo [--seed N] [--rows N] [--out DIR]`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from babel.numbers import format_decimal

from data.command_line import DanishParser
from data.demo.district import demo_district
from data.demo.files import write_demo
from data.errors import UserError, run_command
from data.home import home
from data.machine_errors import why

DEFAULT_SEED = 2026
_USAGE = f"""Brug: python -m data.demo [--seed N] [--rows N] [--out MAPPE]

Skriver et syntetisk udtræk for politikredsen: ingen af hændelserne er sket.
  --seed N     vælger en anden tilfældig kreds (0 eller derover; ellers {DEFAULT_SEED})
  --rows N     skalerer til N hændelser; de offentliggjorte totaler gælder så ikke
  --out MAPPE  hvor filerne lægges (ellers KREDSBLIK_HOME/demo)
"""
_SHOW_PROGRESS_FROM = 1_000_000  # rows: shorter runs are over before anyone asks


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = DanishParser(_USAGE)
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    parser.add_argument("--rows", type=int)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args(words)
    if arguments.seed < 0:
        raise UserError("--seed skal være et helt tal, 0 eller derover.")
    if arguments.rows is not None and arguments.rows < 1:
        raise UserError("--rows skal være et helt tal, 1 eller derover.")
    return arguments


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _number(number: int) -> str:
    return format_decimal(number, locale="da")


def main(words: Sequence[str]) -> int:
    """Write the demo and say in Danish what was written; return the exit status."""
    arguments = _arguments(words)
    long_run = (arguments.rows or 0) >= _SHOW_PROGRESS_FROM

    def progress(rows: int) -> None:
        if long_run:
            _say(f"  {_number(rows)} af {_number(arguments.rows)} hændelser skrevet")

    folder = (arguments.out or home() / "demo").absolute()
    try:
        written = write_demo(demo_district(arguments.seed, arguments.rows), folder, progress)
    except OSError as error:
        raise UserError(f"Demoen kunne ikke skrives i {folder}: {why(error)}. Vælg en anden mappe med --out.") from None
    _say("Demodata: syntetiske hændelser")
    for path, rows in written.items():
        _say(f"  {path}" if rows is None else f"  {path} ({_number(rows)} rækker)")
    if arguments.rows is not None:
        _say("Skaleret: tallene stemmer ikke med de offentliggjorte totaler. Brug kun filen til at måle med.")
    return 0


if __name__ == "__main__":
    run_command(main)
