"""Trafiknetværk Nordsjælland: the traffic facts that the network meets about, on one sheet."""

from analysis.answers import Situation
from analysis.asked_shares import asked_share_sentences
from analysis.character_groups import character_groups
from analysis.choice import Choice
from analysis.goal_2030 import goal_2030, goal_sentences
from analysis.severity import severity, severity_sentence
from analysis.situation import situations
from analysis.tables import Column, Table
from data.catalogue import AREAS, Area, Measure
from data.municipalities import POLICE_DISTRICT

NETWORK = "Trafiknetværk Nordsjælland"
OWNERS = f"{NETWORK}: kommunerne i Nordsjælland, Vejdirektoratet og {POLICE_DISTRICT}."


def traffic_area() -> Area:
    """Return the area whose number is persons hurt on the roads."""
    return next(area for area in AREAS.values() if area.measure is Measure.SEVERE_CASUALTIES)


def network_table(choice: Choice) -> Table:
    """Return the three-year sum of every municipality, alphabetical, with its expected range and verdict."""
    answers = situations(choice.release, traffic_area().code, choice.period)
    return Table(
        f"Politiregistrerede dræbte og alvorligt tilskadekomne, {answers[0].span.replace('-', '–')}",
        (Column("Kommune"), Column("Sum af tre år", 0), Column("Ventet fra", 0), Column("til", 0), Column("Vurdering")),
        tuple(_row(answer) for answer in answers),
        answers[0].source,
    )


def _row(answer: Situation) -> tuple[str, int | None, int | None, int | None, str]:
    expected = answer.expected
    limits = (expected.low, expected.high) if expected else (None, None)
    return (answer.name, answer.observed, *limits, answer.verdict_text or answer.reason or "")


def network_sentences(choice: Choice) -> tuple[str, ...]:
    """Return what is known of the chosen place: how hard people were hurt, alcohol and drugs, and the way to 2030."""
    found = severity(choice.release, choice.municipality, choice.period)
    known = [each for _, group in character_groups(traffic_area(), choice) for each in group]
    goal = goal_2030(choice.release, choice.municipality, choice.period)
    hurt = (severity_sentence(found),) if found else ()
    return (*hurt, *asked_share_sentences(known), *goal_sentences(goal))
