"""One question, one typed answer: what is known, what was expected, the verdict, and what is not known and why.

`python -m analysis.situation --area A (--municipality M | --all) --period P --json` prints what the pages show.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from analysis.answers import Situation
from analysis.background import background_of
from analysis.casualty_situation import casualty_situation
from analysis.indicator import Indicator, indicator
from analysis.quarter_situation import counted_quarter, quarter_situation
from analysis.question import Question, SeriesName
from analysis.sentences import sentence
from analysis.situation_json import as_json
from analysis.year_situation import year_situation
from data.command_line import DanishParser
from data.errors import UserError, run_command
from data.municipalities import DISTRICT, area_name, municipality_codes
from data.periods import Period, Quarter, parse_period
from data.release import Release, open_release

USAGE = """Brug: python -m analysis.situation --area OMRÅDE (--municipality KOMMUNE | --all) --period PERIODE [--json]

  Viser, hvad tallene siger om ét område, ét sted og én periode.
  --area           fx indbrud, faerdsel, digital eller en kategori
  --municipality   trecifret kode eller kreds
  --all            alle kommuner og hele kredsen
  --period         fx 2025K4 eller 2025
  --series         udtraek (ellers) eller dst
  --category       en af områdets kategorier
  --json           skriv svaret som JSON på standard output"""

ANSWERS_KEPT = 8192  # every place and period of an indicator or two dozen


def situation(release: Release, question: Question) -> Situation:
    """Return the answer to one question.

    Raises UserError when there is no such area, category or place.
    """
    area_name(question.municipality)
    asked = indicator(question.area, question.category, question.series)
    return _said(release, asked, question.municipality, question.period)


def situations(
    release: Release,
    area: str,
    period: Period,
    series: SeriesName = SeriesName.EXTRACT,
    category: str | None = None,
) -> tuple[Situation, ...]:
    """Return the answers for every municipality in Danish alphabetical order, then for the district."""
    asked = indicator(area, category, series)
    return tuple(_said(release, asked, place, period) for place in (*municipality_codes(), DISTRICT))


@lru_cache(maxsize=ANSWERS_KEPT)
def counted(release: Release, question: Question) -> Situation:
    """Return the count and the year before alone: a table of counts need not wait for verdicts that it does not show.

    Raises UserError when there is no such area, category or place.
    """
    area_name(question.municipality)
    asked = indicator(question.area, question.category, question.series)
    if isinstance(question.period, Quarter) and not asked.counts_casualties:
        return counted_quarter(release, asked, question.municipality, question.period)
    return _answer(release, asked, question.municipality, question.period)


@lru_cache(maxsize=ANSWERS_KEPT)
def _said(release: Release, asked: Indicator, place: str, period: Period) -> Situation:
    """Return a place's answer with its sentence, which knows the district's."""
    answer, district = _answer(release, asked, place, period), _answer(release, asked, DISTRICT, period)
    return replace(answer, sentence=sentence(answer, district, background_of(release, asked, answer)))


@lru_cache(maxsize=ANSWERS_KEPT)
def _answer(release: Release, asked: Indicator, place: str, period: Period) -> Situation:
    if asked.counts_casualties:
        return casualty_situation(release, asked, place, period)
    if isinstance(period, Quarter):
        return quarter_situation(release, asked, place, period)
    return year_situation(release, asked, place, period)


def main(arguments: Sequence[str]) -> int:
    """Print one answer, or with --all the answers of every municipality and the district."""
    parser = DanishParser(USAGE)
    parser.add_argument("--area", required=True)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--municipality")
    where.add_argument("--all", action="store_true")
    parser.add_argument("--period", required=True)
    parser.add_argument("--series", default=SeriesName.EXTRACT.value)
    parser.add_argument("--category")
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args(arguments)
    period, series, release = parse_period(wanted.period), _series(wanted.series), open_release()
    if wanted.all:
        found = situations(release, wanted.area, period, series, wanted.category)
    else:
        found = (situation(release, Question(wanted.area, wanted.municipality, period, series, wanted.category)),)
    if wanted.json:
        answers = [as_json(answer) for answer in found]
        print(json.dumps(answers if wanted.all else answers[0], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_line(answer) for answer in found), file=sys.stderr)
    return 0


def _series(name: str) -> SeriesName:
    try:
        return SeriesName(name)
    except ValueError:
        raise UserError(f"»{name}« er ikke en talrække. Skriv {' eller '.join(SeriesName)}.") from None


def _line(answer: Situation) -> str:
    told = answer.sentence or (f"{answer.observed}" if answer.observed is not None else answer.reason or "–")
    return f"{answer.name}, {answer.span}: {told}"


if __name__ == "__main__":
    run_command(main)
