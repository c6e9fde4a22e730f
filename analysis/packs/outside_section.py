"""What has changed in the district, and that the rest has not: every place and area against its own range."""

from collections.abc import Mapping, Sequence

from analysis.answers import Situation
from analysis.choice import Choice
from analysis.packs.content import Notes, Section, TableContent, Text
from analysis.packs.links import OVERVIEW, link
from analysis.packs.overview_sections import (
    NO_RANKING,
    UNUSUAL_BY_CHANCE,
    VERDICT_COLUMNS,
    is_outside,
    judged_cells,
    plan_areas,
    sources_of,
)
from analysis.signal import Verdict
from analysis.situation import situations
from analysis.tables import Column, Table
from data.catalogue import AREAS, Area

NOTHING_CHANGED = "Kommunerne og hele kredsen er talt med, hver mod sin egen historie."
NOT_JUDGED = "Kan ikke vurderes"


def outside_section(choice: Choice) -> Section:
    """Return which places are outside their range in which area; where none is, how many were judged in each."""
    by_area = {area: situations(choice.release, area.code, choice.period) for area in plan_areas()}
    answers = [each for found in by_area.values() for each in found]
    outside = [each for each in answers if is_outside(each)]
    return Section(
        key="aendret",
        kicker=f"Hele kredsen · Hvad har ændret sig · {choice.period.name}",
        title=Text(
            "aendret.budskab", _message(len(outside), sum(each.verdict == Verdict.EXPECTED for each in answers))
        ),
        body=(Text("aendret.tekst1", UNUSUAL_BY_CHANCE if outside else NOTHING_CHANGED),),
        content=TableContent(_outside(outside, choice) if outside else _unchanged(by_area, choice)),
        notes=Notes(
            say=tuple(each.sentence for each in outside if each.sentence) or (NO_RANKING,),
            caveats=tuple(area.caveat for area in by_area),
            source=sources_of(answers),
            link=link(OVERVIEW, choice),
        ),
    )


def _message(outside: int, inside: int) -> str:
    if outside:
        return f"{outside} af {outside + inside} tal er uden for det ventede, resten er inden for."
    return "Alle vurderede tal er inden for det forventede." if inside else "Ingen tal kan vurderes endnu."


def _outside(outside: Sequence[Situation], choice: Choice) -> Table:
    columns = (Column("Sted"), Column("Indsatsområde"), *VERDICT_COLUMNS)
    rows = tuple((each.name, AREAS[each.question.area].menu, *judged_cells(each)) for each in outside)
    return Table(f"Uden for det ventede, {choice.period.name}", columns, rows, sources_of(outside))


def _unchanged(by_area: Mapping[Area, Sequence[Situation]], choice: Choice) -> Table:
    """Return, for each area, how many places were judged, and how many could not be."""
    columns = (Column("Indsatsområde"), Column("Periode"), Column("Inden for det forventede", 0), Column(NOT_JUDGED, 0))
    rows = tuple(
        (
            area.menu,
            found[0].span.replace("-", "–"),
            sum(each.verdict == Verdict.EXPECTED for each in found),
            sum(each.verdict != Verdict.EXPECTED for each in found),
        )
        for area, found in by_area.items()
    )
    every = [each for found in by_area.values() for each in found]
    return Table(f"Inden for det forventede, {choice.period.name}", columns, rows, sources_of(every))
