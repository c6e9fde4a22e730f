"""What a pack claims that later data can judge: a verdict, a forecast, a number that was still provisional."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from analysis.answers import Situation
from analysis.question import Question
from data.periods import parse_period


class Claim(StrEnum):
    VERDICT = "vurdering"
    FORECAST = "prognose"
    PROVISIONAL = "foreloebigt"


@dataclass(frozen=True)
class Statement:
    """One claim about a place and period: a verdict with its count, an 80 % interval, or a provisional count."""

    claim: Claim
    area: str
    municipality: str
    period: str
    count: int | None = None
    low: int | None = None
    high: int | None = None
    verdict: str | None = None

    @property
    def question(self) -> Question:
        return Question(self.area, self.municipality, parse_period(self.period))


def statements_of(answers: Iterable[Situation]) -> tuple[Statement, ...]:
    """Return every claim that the answers make, in their order."""
    return tuple(statement for answer in answers for statement in _claims(answer))


def _claims(answer: Situation) -> Iterable[Statement]:
    area, place, period = answer.question.area, answer.question.municipality, answer.question.period.code
    if answer.provisional:
        yield Statement(Claim.PROVISIONAL, area, place, period, count=answer.observed)
    elif answer.expected is not None:
        yield Statement(Claim.VERDICT, area, place, period, count=answer.observed, verdict=answer.verdict)
    if answer.forecast is not None:
        told = answer.forecast
        yield Statement(Claim.FORECAST, area, place, told.period.code, low=told.low80, high=told.high80)
