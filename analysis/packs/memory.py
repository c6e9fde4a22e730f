"""Hvad sagde vi sidst? The claims of the previous pack, judged by today's data, and how often forecasts held."""

from analysis.backtest import Coverage
from analysis.choice import Choice
from analysis.danish import number
from analysis.meetings import parse_meeting
from analysis.packs.archive import claims_of, earlier_packs, previous_pack
from analysis.packs.content import Notes, Section, Subject, TableContent, Text
from analysis.packs.links import OVERVIEW, link
from analysis.packs.scoring import Outcome, Result, coverage, score
from analysis.phrases import joined
from analysis.tables import Column, Table
from data.catalogue import AREAS
from data.municipalities import area_name
from data.periods import parse_period

SOURCE = "Den forrige mødepakke, gjort op med denne udgaves tal"
MOST_ROWS = 10  # of one slide
COLUMNS = (Column("Om"), Column("Periode"), Column("Det sagde vi"), Column("Det ved vi nu"), Column("Udfald"))


def memory_section(choice: Choice, subject: Subject) -> Section | None:
    """Return what became of the previous pack's claims; None when nothing was frozen before."""
    previous = previous_pack(subject)
    if previous is None:
        return None
    outcomes = [score(choice.release, claim) for claim in claims_of(previous)]
    meeting = parse_meeting(previous.content.meeting).name
    rows = tuple(_row(each, subject) for each in _worth_a_row(outcomes))
    table = Table(f"Hvad sagde vi sidst, {meeting}", COLUMNS, rows, SOURCE)
    said = joined(_left_out(len(outcomes), len(rows)), coverage_sentence(coverage_until(choice, subject)))
    return Section(
        key="sidst",
        kicker=f"{choice.place} · Hvad sagde vi sidst · {meeting}",
        title=Text("sidst.budskab", _message(outcomes)),
        body=(Text("sidst.tekst1", said),) if said else (),
        content=TableContent(table) if table.rows else None,
        notes=Notes(
            say=(_message(outcomes),),
            caveats=(
                "Et foreløbigt tal afgør intet. En prognose er et interval, som fire af fem tal ventes at ligge i.",
            ),
            source=f"{SOURCE}. Dengang udgave #{previous.content.release}",
            link=link(OVERVIEW, choice),
        ),
    )


def _worth_a_row(outcomes: list[Outcome]) -> list[Outcome]:
    """Return what one slide holds: everything, or where that is too much, first of all what did not hold."""
    if len(outcomes) <= MOST_ROWS:
        return outcomes
    return [each for each in outcomes if each.result in (Result.MISSED, Result.CHANGED)][:MOST_ROWS]


def _left_out(told: int, shown: int) -> str:
    return "" if told == shown else f"{number(told)} udsagn er gjort op; her står {number(shown)}, som ikke holdt."


def coverage_until(choice: Choice, subject: Subject) -> Coverage:
    """Return how the forecasts of every pack before this meeting went, by this release's numbers."""
    return coverage(score(choice.release, claim) for entry in earlier_packs(subject) for claim in claims_of(entry))


def coverage_sentence(held: Coverage) -> str:
    """Return `Prognoser i alle mødepakker (dækning: 46 af 52).`; empty while none can be decided."""
    return f"Prognoser i mødepakkerne, dækning: {number(held.held)} af {number(held.made)}." if held.made else ""


def _message(outcomes: list[Outcome]) -> str:
    decided = [each for each in outcomes if each.result is not Result.OPEN]
    if not decided:
        return "Det, vi sagde sidst, kan ikke afgøres endnu."
    good = sum(each.result in (Result.HIT, Result.STANDS) for each in decided)
    return f"{number(good)} af {number(len(decided))} udsagn fra sidst holder."


def _row(outcome: Outcome, subject: Subject) -> tuple[str, ...]:
    told = outcome.statement
    about = AREAS[told.area].menu
    if told.municipality != subject.municipality:
        about = f"{area_name(told.municipality)}: {about.lower()}"
    return (about, parse_period(told.period).short_name, outcome.said, outcome.found, str(outcome.result))
