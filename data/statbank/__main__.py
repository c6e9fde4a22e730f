"""`python -m data.statbank FILE… [--json]`: figures from Statistics Denmark, over what the project ships."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from data.audit.entry import Event, What
from data.audit.note import make_sure_it_can_be_noted, told_and_noted
from data.command_line import DanishParser
from data.errors import run_command
from data.statbank.importing import import_files
from data.statbank.report import as_json, as_text

_USAGE = """Brug: python -m data.statbank FIL … [--json]
  Importerer tal hentet fra Danmarks Statistik (STRAF11, STRAF22, FOLK1A, FAM55N, BOL101 og UHELDK1):
  CSV og BULK fra API'et, CSV og Excel fra Statistikbankens sider. Alle filer importeres, eller ingen.
  --json   skriv også på standard output som JSON, hvad der skete"""


def main(words: Sequence[str]) -> int:
    """Import the files, all or none, and say what changed."""
    parser = DanishParser(_USAGE)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(words)
    make_sure_it_can_be_noted()
    done = import_files(chosen.files)
    print(told_and_noted(as_text(done), Event.IMPORTED, What(about="danmarks-statistik")), file=sys.stderr)
    if chosen.json:
        print(json.dumps(as_json(done), ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    run_command(main)
