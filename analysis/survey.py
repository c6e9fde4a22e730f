"""`python -m analysis.survey --municipality M --json`: the page's survey shares, for scripts."""

import json
import sys
from collections.abc import Sequence

from analysis.survey_findings import SurveyFinding, survey_findings
from analysis.survey_picture import survey_sentence
from data.command_line import DanishParser
from data.errors import run_command
from data.municipalities import DISTRICT, area_name

USAGE = """Brug: python -m analysis.survey [--municipality KOMMUNE] [--json]

  Viser, hvad undersøgelserne siger om trygheden ét sted, med usikkerhed og antal svar.
  --municipality   trecifret kode; ellers hele kredsen
  --json           skriv svaret som JSON på standard output"""


def as_json(found: SurveyFinding) -> dict[str, object]:
    """Return a share as the command prints it; null where there is nothing to say."""
    return {
        "survey": found.survey,
        "question": found.question,
        "municipality": found.place,
        "name": found.place_name,
        "years": list(found.years),
        "share": found.share,
        "low": found.interval.low if found.interval else None,
        "high": found.interval.high if found.interval else None,
        "answers": found.answers,
        "sentence": survey_sentence(found),
        "reason": found.note or None,
        "source": found.source,
    }


def main(arguments: Sequence[str]) -> int:
    """Print a place's survey shares."""
    parser = DanishParser(USAGE)
    parser.add_argument("--municipality", default=DISTRICT)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args(arguments)
    area_name(wanted.municipality)
    found = survey_findings(wanted.municipality)
    if wanted.json:
        print(json.dumps([as_json(each) for each in found], ensure_ascii=False, indent=1))
    else:
        print("\n".join(map(survey_sentence, found)), file=sys.stderr)
    return 0


if __name__ == "__main__":
    run_command(main)
