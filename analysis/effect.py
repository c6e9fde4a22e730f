"""Did an initiative work? Its municipality against those chosen beforehand, on the published release.

`python -m analysis.effect --initiative ID --json` prints what the page shows.
"""

import datetime as dt
import json
import sys
from collections.abc import Sequence
from dataclasses import replace

from analysis.answers import Break
from analysis.breaks import breaks_of
from analysis.effect_answer import Effect, Finding
from analysis.effect_design import Design, design, measured_indicator
from analysis.effect_finding import with_finding
from analysis.effect_groups import dispersion_before, grouped, track, usable_quarters
from analysis.effect_json import effect_as_json
from analysis.effect_sentences import effect_sentences
from analysis.effect_windows import (
    LEAST_BEFORE,
    SEASONS,
    Windows,
    assessable_from,
    matched_windows,
    quarters_after,
    quarters_before,
)
from analysis.initiatives import SOURCE, visible_initiatives
from analysis.question import SeriesName
from analysis.unanswered import source_of
from data.command_line import DanishParser
from data.errors import UserError, run_command
from data.periods import Quarter
from data.register.initiative_rows import InitiativeEntry, unknown_initiative
from data.release import Release, open_release

USAGE = """Brug: python -m analysis.effect --initiative ID [--series udtraek|dst] [--json]

  Viser, hvad tallene siger om en indsats.
  --initiative   indsatsens nummer i registeret
  --series       udtraek (ellers) eller dst
  --json         skriv svaret som JSON på standard output"""

FEW_BEFORE = "Der er for få sammenlignelige kvartaler før indsatsen."
TOO_SHORT = "Indsatsen varede for kort: der er ikke to hele kvartaler, som også findes før."
NOT_DELIVERED = "Tallene efter indsatsens start er ikke leveret for alle de kommuner, der sammenlignes."


def effect(release: Release, entry: InitiativeEntry, series: SeriesName = SeriesName.EXTRACT) -> Effect:
    """Return what is known of the initiative's effect."""
    asked = entry.content
    measured = measured_indicator(asked, series)
    source = SOURCE if measured is None else source_of(release, measured)
    unknown = Effect(entry, measured, Finding.NOT_POSSIBLE, source, release.id)
    designed = design(release, asked, series)
    if isinstance(designed, str):
        return replace(unknown, reason=designed)
    breaks = breaks_of(release, designed.indicator)
    usable = usable_quarters(designed, (asked.place, *asked.comparison, *asked.neighbours), breaks)
    before = quarters_before(usable, designed.start)
    if len(before) < LEAST_BEFORE:
        return replace(unknown, reason=FEW_BEFORE)
    windows = matched_windows(before, quarters_after(usable, designed.start, asked.end))
    spread = dispersion_before(designed, before)
    known = replace(unknown, dispersion=spread, track=track(release, designed, asked))
    if windows is None:
        return _not_yet(release, known, designed, before, breaks)
    counted = grouped(release, known, designed, windows)
    assert counted.treated is not None and counted.comparison is not None
    return with_finding(counted, counted.treated, counted.comparison, windows, designed, before)


def _not_yet(
    release: Release, known: Effect, designed: Design, before: tuple[Quarter, ...], breaks: Sequence[Break]
) -> Effect:
    """Return from when the initiative can be judged, and what could be found with a year like the newest before it."""
    day = assessable_from(before, designed.start, known.initiative.content.end, breaks)
    if day is None:
        return replace(known, reason=TOO_SHORT)
    planned = grouped(release, known, designed, Windows(before[-len(SEASONS) :], (), 0))
    has_passed = day - dt.timedelta(days=1) <= release.data_until
    return replace(
        known,
        finding=Finding.NOT_YET,
        assessable_from=day,
        smallest=planned.smallest,
        reason=NOT_DELIVERED if has_passed else None,
    )


def effect_of(release: Release, identity: str, series: SeriesName = SeriesName.EXTRACT) -> Effect:
    """Return the effect of the initiative with this id. Raises UserError when this room knows none."""
    for entry in visible_initiatives():
        if entry.id == identity:
            return effect(release, entry, series)
    raise unknown_initiative()


def main(arguments: Sequence[str]) -> int:
    """Print what is known of one initiative's effect."""
    parser = DanishParser(USAGE)
    parser.add_argument("--initiative", required=True)
    parser.add_argument("--series", default=SeriesName.EXTRACT.value)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args(arguments)
    if wanted.series not in list(SeriesName):
        raise UserError(f"»{wanted.series}« er ikke en talrække. Skriv {' eller '.join(SeriesName)}.")
    found = effect_of(open_release(), wanted.initiative, SeriesName(wanted.series))
    if wanted.json:
        print(json.dumps(effect_as_json(found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(effect_sentences(found)), file=sys.stderr)
    return 0


if __name__ == "__main__":
    run_command(main)
