"""Sections about several areas or all municipalities: what happened, beside the others, who is outside."""

from collections.abc import Sequence

from analysis.answers import Situation
from analysis.choice import Choice
from analysis.danish import interval
from analysis.headlines import MORE, comparison_title
from analysis.local_areas import shown_areas
from analysis.overview_texts import overview_headline, overview_subline
from analysis.packs.content import Notes, Section, TableContent, Text
from analysis.packs.links import COMPARISON, OVERVIEW, link
from analysis.phrases import FEWER
from analysis.public_period import public_answer
from analysis.signal import Verdict
from analysis.situation import situations
from analysis.tables import Cell, Column, Table
from analysis.verdict_texts import VERDICT_ICONS
from data.catalogue import AREAS, Area
from data.municipalities import DISTRICT

PROVISIONAL = "Foreløbigt tal"
UNUSUAL_BY_CHANCE = "Blandt mange tal kan et enkelt falde udenfor ved en tilfældighed."
NO_RANKING = "Kommuner er forskellige: hver ses mod sin egen historie."


def plan_areas() -> tuple[Area, ...]:
    """Return the plan's areas in the order of the catalogue."""
    return tuple(area for area in AREAS.values() if area.plan)


def area_answers(choice: Choice, municipality: str) -> tuple[Situation, ...]:
    """Return a place's answers for the plan's areas and the ones that the choice's lokalråd has chosen."""
    areas = shown_areas(choice.release, choice.municipality)
    return tuple(public_answer(area, choice, municipality) for area in areas)


def overview_section(choice: Choice) -> Section:
    """Return the place's areas with count, range and verdict, a row for each."""
    answers, district = area_answers(choice, choice.municipality), area_answers(choice, DISTRICT)
    columns = (Column("Indsatsområde"), Column("Periode"), *_VERDICT_COLUMNS)
    rows = tuple(
        (AREAS[each.question.area].menu, each.span.replace("-", "–"), *_judged_cells(each)) for each in answers
    )
    table = Table(f"Indsatsområderne, {choice.place}, {choice.period.name}", columns, rows, sources_of(answers))
    subline = overview_subline(answers, district)
    return Section(
        key="overblik",
        kicker=f"{choice.place} · Overblik · {choice.period.name}",
        title=Text("overblik.budskab", f"{overview_headline(answers)}."),
        body=(Text("overblik.tekst1", subline),) if subline else (),
        content=TableContent(table),
        notes=Notes(
            say=tuple(each.sentence for each in answers if each.sentence),
            caveats=(*(AREAS[each.question.area].caveat for each in answers), UNUSUAL_BY_CHANCE),
            source=table.source,
            link=link(OVERVIEW, choice),
        ),
    )


def municipalities_section(area: Area, choice: Choice) -> Section:
    """Return one area in every municipality and the district, in alphabetical order, each with its verdict."""
    answers = situations(choice.release, area.code, choice.period)
    rows = tuple((each.name, *_judged_cells(each)) for each in answers)
    title = f"{area.name}, {answers[0].span.replace('-', '–')}"
    table = Table(title, (Column("Kommune"), *_VERDICT_COLUMNS), rows, answers[0].source)
    key = f"{area.code}.kommuner"
    return Section(
        key=key,
        kicker=f"Kommunerne · {title}",
        title=Text(f"{key}.budskab", f"{comparison_title(area, answers)}."),
        body=(),
        content=TableContent(table),
        notes=Notes(
            say=tuple(each.sentence for each in answers if each.sentence and _is_outside(each)) or (NO_RANKING,),
            caveats=(area.caveat, NO_RANKING, UNUSUAL_BY_CHANCE),
            source=table.source,
            link=link(COMPARISON, choice, omraade=area.code),
        ),
    )


def outside_section(choice: Choice) -> Section:
    """Return which municipalities are outside their range in which area: what changed, and that the rest did not."""
    answers = [each for area in plan_areas() for each in situations(choice.release, area.code, choice.period)]
    outside = [each for each in answers if _is_outside(each)]
    judged = [each for each in answers if each.expected]
    rows = tuple((each.name, AREAS[each.question.area].menu, *_judged_cells(each)) for each in outside)
    columns = (Column("Sted"), Column("Indsatsområde"), *_VERDICT_COLUMNS)
    table = Table(f"Uden for det ventede, {choice.period.name}", columns, rows, sources_of(answers))
    message = f"{len(outside)} af {len(judged)} tal er uden for det ventede, resten er inden for."
    return Section(
        key="aendret",
        kicker=f"Hele kredsen · Hvad har ændret sig · {choice.period.name}",
        title=Text("aendret.budskab", message if outside else "Alle vurderede tal er inden for det forventede."),
        body=(Text("aendret.tekst1", UNUSUAL_BY_CHANCE),),
        content=TableContent(table) if rows else None,
        notes=Notes(
            say=tuple(each.sentence for each in outside if each.sentence) or (NO_RANKING,),
            caveats=tuple(area.caveat for area in plan_areas()),
            source=table.source,
            link=link(OVERVIEW, choice),
        ),
    )


_VERDICT_COLUMNS = (Column("Antal", 0), Column("Ventet"), Column("Året før", 0), Column("Vurdering"))


def _judged_cells(each: Situation) -> tuple[Cell, ...]:
    expected = interval(each.expected.low, each.expected.high) if each.expected else None
    if each.provisional:
        return (each.observed, expected, each.observed_last_year, PROVISIONAL)
    verdict = f"{VERDICT_ICONS[Verdict(each.verdict)]} {each.verdict_text}" if each.verdict else each.reason
    return (each.observed, expected, each.observed_last_year, verdict)


def _is_outside(each: Situation) -> bool:
    return each.verdict in (*MORE, *FEWER)


def sources_of(answers: Sequence[Situation]) -> str:
    return " · ".join(dict.fromkeys(each.source for each in answers))
