"""`python -m data.register import | export | backup | restore`: what people typed, in and out of the register."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from data.audit.entry import Event, What
from data.audit.note import note, told_and_noted
from data.command_line import DanishParser
from data.errors import UserError, run_command
from data.machine_errors import why
from data.machine_user import user_name
from data.register.backup import back_up, restore
from data.register.forms import FORMS
from data.register.importing import import_sheet
from data.register.sheet import csv_of

_USAGE = """Brug: python -m data.register KOMMANDO FIL
  import FIL [--kind HVAD] [--by NAVN] [--json]   indlæser fra CSV; alle rækker eller ingen
  export FIL [--kind HVAD]          skriver alle poster som CSV, der kan rettes og importeres igen
  backup FIL                        skriver en kopi af hele registeret, også mens andre arbejder i det
  restore FIL                       sætter en kopi i registerets sted; det gamle bliver liggende ved siden af
  --kind HVAD   indsatser (ellers), moeder, spoergsmaal, aktiviteter eller tryghed
  --by NAVN     hvem der retter (ellers brugernavnet)
  --json        skriv også på standard output som JSON, hvad der skete"""


_PLURALS = {
    "indsatser": "indsatser",
    "moeder": "møder",
    "spoergsmaal": "spørgsmål",
    "aktiviteter": "aktiviteter",
    "tryghed": "andele",
}


def main(words: Sequence[str]) -> int:
    """Do one thing with the register, and say what was done."""
    parser = DanishParser(_USAGE)
    parser.add_argument("command", choices=("import", "export", "backup", "restore"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--kind", choices=tuple(FORMS), default=next(iter(FORMS)))
    parser.add_argument("--by")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(words)
    told, done = _done(chosen)
    print(told, file=sys.stderr)
    if chosen.json:
        print(json.dumps(done, ensure_ascii=False, indent=1))
    return 0


def _done(chosen: argparse.Namespace) -> tuple[str, dict[str, object]]:
    """Do what was chosen, and return what to tell a person and a program."""
    path: Path = chosen.file
    form, listed = FORMS[chosen.kind]
    if chosen.command == "import":
        result = import_sheet(form, path, chosen.by or user_name())
        told = f"{path.name}: {result.added} tilføjet, {result.corrected} rettet, {result.unchanged} uændret."
        return told, asdict(result)
    if chosen.command == "export":
        entries = listed()
        note(Event.EXPORTED, What(about=chosen.kind, file="csv"))
        _write(path, csv_of(form, entries))
        return f"{len(entries)} {_PLURALS[chosen.kind]} er skrevet til {path}.", {"entries": len(entries)}
    register = What(about="register")
    if chosen.command == "backup":
        told = f"Registeret er kopieret til {back_up(path)}."
        return told_and_noted(told, Event.BACKED_UP, register), {"backup": str(path.absolute())}
    kept = restore(path)
    beside = f" Det gamle ligger i {kept}." if kept else ""
    told = f"Registeret er gendannet fra {path}.{beside}"
    return told_and_noted(told, Event.RESTORED, register), {"kept": str(kept) if kept else None}


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise UserError(f"{path} kan ikke skrives: {why(error)}.") from error


if __name__ == "__main__":
    run_command(main)
