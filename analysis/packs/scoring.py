"""What was said last time, judged by today's data: forecasts held, provisional numbers final, verdicts standing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from analysis.answers import Situation
from analysis.backtest import Coverage
from analysis.danish import interval, number
from analysis.packs.statements import Claim, Statement
from analysis.signal import Verdict
from analysis.situation import situation
from analysis.verdict_texts import VERDICT_TEXTS
from data.release import Release


class Result(StrEnum):
    """What became of a claim; the value is what people read."""

    HIT = "Ramt"
    MISSED = "Ikke ramt"
    STANDS = "Står ved magt"
    CHANGED = "Ændret"
    OPEN = "Kan ikke afgøres endnu"


@dataclass(frozen=True)
class Outcome:
    """A claim, what the same question answers today, and what became of it."""

    statement: Statement
    today: Situation
    result: Result

    @property
    def said(self) -> str:
        """Return what was claimed: `Mellem 51 og 102`, `163: Markant flere end ventet`, `Foreløbigt 14`."""
        told = self.statement
        if told.claim is Claim.FORECAST:
            return f"Prognose {interval(told.low or 0, told.high or 0)}"
        if told.claim is Claim.PROVISIONAL:
            return f"Foreløbigt tal {number(told.count)}"
        return f"{number(told.count)}: {_words(told.verdict)}"

    @property
    def found(self) -> str:
        """Return what is known today; a dash while nothing is."""
        if self.today.observed is None or self.today.provisional:
            return number(None)
        if self.statement.claim is Claim.VERDICT:
            return f"{number(self.today.observed)}: {_words(self.today.verdict)}"
        return number(self.today.observed)


def score(release: Release, statement: Statement) -> Outcome:
    """Return what became of a claim in this release; a provisional number decides nothing."""
    today = situation(release, statement.question)
    if today.observed is None or today.provisional:
        return Outcome(statement, today, Result.OPEN)
    return Outcome(statement, today, _RULES[statement.claim](statement, today))


def coverage(outcomes: Iterable[Outcome]) -> Coverage:
    """Return how many forecasts held of those that can be decided; one told in several packs counts once."""
    forecasts = {
        (told.statement.area, told.statement.municipality, told.statement.period): told.result
        for told in outcomes
        if told.statement.claim is Claim.FORECAST and told.result is not Result.OPEN
    }
    return Coverage(sum(result is Result.HIT for result in forecasts.values()), len(forecasts))


def _forecast(told: Statement, today: Situation) -> Result:
    held = told.low is not None and told.high is not None and told.low <= (today.observed or 0) <= told.high
    return Result.HIT if held else Result.MISSED


def _provisional(told: Statement, today: Situation) -> Result:
    return Result.STANDS if told.count == today.observed else Result.CHANGED


def _verdict(told: Statement, today: Situation) -> Result:
    return Result.STANDS if told.verdict == today.verdict else Result.CHANGED


_RULES = {Claim.FORECAST: _forecast, Claim.PROVISIONAL: _provisional, Claim.VERDICT: _verdict}


def _words(verdict: str | None) -> str:
    return VERDICT_TEXTS[Verdict(verdict)].lower() if verdict else "ikke vurderet"
