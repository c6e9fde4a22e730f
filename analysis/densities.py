"""`python -m analysis.densities`: near repeats and hot cells, as the analysts' page shows them, for scripts."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from analysis.density_pictures import accuracy_text, near_repeat_texts, near_repeat_title
from analysis.density_questions import located_categories, located_year
from analysis.hot_cells import Densities, densities
from analysis.near_repeats import Repeats, Season, repeats
from data.command_line import DanishParser
from data.errors import UserError, run_command
from data.municipalities import DISTRICT, area_name, municipality
from data.periods import parse_period
from data.release import open_release

USAGE = f"""Brug: python -m analysis.densities --municipality KOMMUNE --period P [--category K] [--season S] [--json]

  Viser nærgentagelser og tætheder for politiets analytikere. Findes ikke i kredsrådets rum.
  --municipality   trecifret kode eller kreds
  --period         fx 2025K4 eller 2025; der svares for det nyeste afsluttede år til og med perioden
  --category       {", ".join(located_categories())}
  --season         {", ".join(Season)}
  --json           skriv svaret som JSON på standard output"""
NO_PLACES = "Der er ingen steder at vurdere: de findes kun i analytikernes rum, og kun når udtrækket har celle_100m."


def main(arguments: Sequence[str]) -> int:
    """Print one place's near repeats and the district's hot cells: as JSON, or in words."""
    parser = DanishParser(USAGE)
    parser.add_argument("--municipality", required=True)
    parser.add_argument("--period", required=True)
    parser.add_argument("--category", default=next(iter(located_categories())), choices=list(located_categories()))
    parser.add_argument("--season", default=Season.ALL.value, choices=[str(season) for season in Season])
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args(arguments)
    if wanted.municipality != DISTRICT:
        municipality(wanted.municipality)
    release = open_release()
    year = located_year(release, wanted.category, parse_period(wanted.period))
    if year is None:
        raise UserError(NO_PLACES)
    found = repeats(release, wanted.category, wanted.municipality, year, Season(wanted.season))
    close = densities(release, wanted.category, year)
    if wanted.json:
        print(json.dumps({"release": release.id, "year": year} | _as_json(found, close), ensure_ascii=False, indent=1))
        return 0
    title = near_repeat_title(found, area_name(wanted.municipality), str(year))
    accuracy = [accuracy_text(close.accuracy)] if close else []
    print("\n".join([title, *near_repeat_texts(found), *accuracy]), file=sys.stderr)
    return 0


def _as_json(found: Repeats, close: Densities | None) -> dict[str, Any]:
    """Return counts of pairs and of cells: never a cell of 100 m."""
    test = found.test
    near = None if test is None else {
        "pairs": test.pairs, "same_cell": found.same_cell, "expected": test.expected, "ratio": test.ratio,
        "p": test.p_permuted,
    }  # fmt: skip
    return {
        "points": found.points,
        "near_repeats": near,
        "repeats": [{"incidents": times, "cells": cells} for times, cells in found.cells],
        "densities": None if close is None else {
            "first": close.first, "last": close.last, "raised": [asdict(each) for each in close.raised],
            "accuracy": asdict(close.accuracy) if close.accuracy else None,
        },
    }  # fmt: skip


if __name__ == "__main__":
    run_command(main)
