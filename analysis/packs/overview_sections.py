"""Sections about several areas or all municipalities: what happened, and beside the others."""

from collections.abc import Sequence

from analysis.answers import Situation
from analysis.choice import Choice
from analysis.danish import interval
from analysis.headlines import MORE, comparison_title
from analysis.local_areas import shown_areas
from analysis.overview_texts import overview_headline, overview_subline
from analysis.packs.content import Notes, Section, TableContent, Text
from analysis.packs.links import COMPARISON, OVERVIEW, link
from analysis.phrases import FEWER, when
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
    columns = (Column("Indsatsområde"), Column("Periode"), *VERDICT_COLUMNS)
    rows = tuple((AREAS[each.question.area].menu, each.span.replace("-", "–"), *judged_cells(each)) for each in answers)
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
    table = _municipalities(area, answers)
    judged = any(map(is_judged, answers))
    key = f"{area.code}.kommuner"
    return Section(
        key=key,
        kicker=f"Kommunerne · {table.title}",
        title=Text(f"{key}.budskab", _message(area, answers)),
        body=() if judged else (Text(f"{key}.tekst1", answers[-1].reason or NO_RANKING),),
        content=TableContent(table),
        notes=Notes(
            say=tuple(each.sentence for each in answers if each.sentence and is_outside(each)) or (NO_RANKING,),
            caveats=(area.caveat, NO_RANKING, *((UNUSUAL_BY_CHANCE,) if judged else ())),
            source=table.source,
            link=link(COMPARISON, choice, omraade=area.code),
        ),
    )


def _municipalities(area: Area, answers: Sequence[Situation]) -> Table:
    """Return a row for each place; where none is judged, its counts alone."""
    judged = any(each.verdict or each.provisional for each in answers)
    columns = VERDICT_COLUMNS if judged else COUNT_COLUMNS
    rows = tuple(
        (each.name, *(judged_cells(each) if judged else (each.observed, each.observed_last_year))) for each in answers
    )
    title = f"{area.name}, {answers[0].span.replace('-', '–')}"
    return Table(title, (Column("Kommune"), *columns), rows, answers[0].source)


def _message(area: Area, answers: Sequence[Situation]) -> str:
    if any(map(is_judged, answers)):
        return f"{comparison_title(area, answers)}."
    return f"Antallet i hver kommune {when(answers[0])}, uden vurdering."


COUNT_COLUMNS = (Column("Antal", 0), Column("Året før", 0))
VERDICT_COLUMNS = (Column("Antal", 0), Column("Ventet"), Column("Året før", 0), Column("Vurdering"))


def judged_cells(each: Situation) -> tuple[Cell, ...]:
    """Return an answer's cells of VERDICT_COLUMNS."""
    expected = interval(each.expected.low, each.expected.high) if each.expected else None
    if each.provisional:
        return (each.observed, expected, each.observed_last_year, PROVISIONAL)
    verdict = f"{VERDICT_ICONS[Verdict(each.verdict)]} {each.verdict_text}" if each.verdict else each.reason
    return (each.observed, expected, each.observed_last_year, verdict)


def is_judged(each: Situation) -> bool:
    """Return whether the answer is said to be inside or outside its expected range."""
    return each.verdict == Verdict.EXPECTED or is_outside(each)


def is_outside(each: Situation) -> bool:
    """Return whether the answer is outside its expected range."""
    return each.verdict in (*MORE, *FEWER)


def sources_of(answers: Sequence[Situation]) -> str:
    return " · ".join(dict.fromkeys(each.source for each in answers))
