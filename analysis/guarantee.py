"""`python -m analysis.guarantee`: one promise of the police, as the page Politigarantier shows it, for scripts."""

import json
import sys
from collections.abc import Sequence

from analysis.promise import promise_answer
from analysis.promise_json import promise_as_json
from analysis.promise_sentences import promise_sentences
from data.catalogue import promises
from data.command_line import DanishParser
from data.errors import run_command
from data.municipalities import DISTRICT, municipality_codes
from data.periods import parse_period
from data.release import open_release

USAGE = f"""Brug: python -m analysis.guarantee --guarantee GARANTI (--municipality KOMMUNE | --all) --period P [--json]

  Viser, hvor ofte politiet holdt en garanti eller en frist.
  --guarantee      {", ".join(promises())}
  --municipality   trecifret kode eller kreds
  --all            alle kommuner og hele kredsen
  --period         fx 2025K4 eller 2025
  --json           skriv svaret som JSON på standard output"""


def main(arguments: Sequence[str]) -> int:
    """Print one answer, or with --all the answers of every municipality and the district."""
    parser = DanishParser(USAGE)
    parser.add_argument("--guarantee", required=True)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--municipality")
    where.add_argument("--all", action="store_true")
    parser.add_argument("--period", required=True)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args(arguments)
    period, release = parse_period(wanted.period), open_release()
    places = (*municipality_codes(), DISTRICT) if wanted.all else (wanted.municipality,)
    found = [promise_answer(release, wanted.guarantee, place, period) for place in places]
    if wanted.json:
        answers = [promise_as_json(answer) for answer in found]
        print(json.dumps(answers if wanted.all else answers[0], ensure_ascii=False, indent=1))
    else:
        print("\n".join(line for answer in found for line in promise_sentences(answer)), file=sys.stderr)
    return 0


if __name__ == "__main__":
    run_command(main)
