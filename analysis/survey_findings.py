"""What a survey can carry: a share with its interval, and for a municipality years together, never one alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from analysis.proportions import wilson
from analysis.rates import Interval
from analysis.typed import typed
from data.municipalities import DISTRICT, area_name
from data.register.survey import SURVEY_FORM, SurveyShare, order

# A municipality has some 280 answers a year, and its share of one year moves by four points by chance alone.
YEARS_TOGETHER = 3
LEAST_YEARS = 2

NO_ANSWERS = "Usikkerheden kan ikke opgøres: kilden siger ikke, hvor mange der har svaret."
NOT_TOGETHER = (
    "For en kommune lægges mindst to år sammen, og det kræver antal svar for hvert år: i ét år er der for få svar."
)


@dataclass(frozen=True)
class SurveyFinding:
    """A question's share (0-1) in one place over some years; `interval` and `answers` are None where they are unknown.

    `share` is None where the years cannot be put together; `note` says why something is missing.
    """

    survey: str
    question: str
    place: str
    years: tuple[int, ...]
    share: float | None
    interval: Interval | None
    answers: int | None
    source: str
    note: str = ""

    @property
    def place_name(self) -> str:
        return area_name(self.place)

    @property
    def span(self) -> str:
        """Return `2022`, or `2020–2022` for years together."""
        first, last = self.years[0], self.years[-1]
        return str(first) if first == last else f"{first}–{last}"


def survey_findings(municipality: str) -> tuple[SurveyFinding, ...]:
    """Return the district's shares year by year and, for a municipality, its own newest years together.

    By survey and question; in each the district's oldest year first, the municipality last.
    """
    shares = [entry.content for entry in sorted(typed(SURVEY_FORM), key=order)]
    found: list[SurveyFinding] = []
    for _, group in groupby(shares, key=lambda share: (share.survey, share.question)):
        same = list(group)
        found += [_one_year(share) for share in same if share.place == DISTRICT]
        own = [share for share in same if share.place == municipality != DISTRICT]
        found += [_years_together(own)] if own else []
    return tuple(found)


def _one_year(share: SurveyShare) -> SurveyFinding:
    interval = _interval([share])
    return _finding([share], share.percent / 100, interval, "" if interval else NO_ANSWERS)


def _years_together(shares: Sequence[SurveyShare]) -> SurveyFinding:
    """Return the newest years as one, weighted by their answers."""
    newest = shares[-YEARS_TOGETHER:]
    interval = _interval(newest) if len(newest) >= LEAST_YEARS else None
    return _finding(newest, interval.value if interval else None, interval, "" if interval else NOT_TOGETHER)


def _interval(shares: Iterable[SurveyShare]) -> Interval | None:
    """Return the share with Wilson's interval, as if those who answered were drawn at random; None without answers.

    The published percentage is rounded, so the number who said yes is the nearest whole one.
    """
    answers = [(share.percent, share.answers) for share in shares]
    yes = sum(round(percent / 100 * count) for percent, count in answers if count)
    return wilson(yes, sum(count for _, count in answers if count)) if all(count for _, count in answers) else None


def _finding(shares: Sequence[SurveyShare], share: float | None, interval: Interval | None, note: str) -> SurveyFinding:
    first = shares[0]
    answers = sum(each.answers or 0 for each in shares) if all(each.answers for each in shares) else None
    sources = dict.fromkeys(each.source for each in shares)
    years = tuple(each.year for each in shares)
    return SurveyFinding(
        first.survey, first.question, first.place, years, share, interval, answers, "; ".join(sources), note
    )
