"""The police's guarantees and deadlines in one place: kept how often, of how many, with what uncertainty."""

from analysis.choice import Choice
from analysis.danish import interval, number
from analysis.packs.content import Notes, Section, TableContent, Text
from analysis.packs.links import GUARANTEES, link
from analysis.phrases import joined
from analysis.promise import promise_answer
from analysis.promise_answer import PromiseAnswer
from analysis.promise_counts import ONLY_CLOSED_YEARS
from analysis.promise_sentences import promise_headline, promise_lead, promise_sentences
from analysis.tables import Cell, Column, Table
from data.catalogue import CATEGORIES, promises
from data.periods import Period, Year

COLUMNS = (
    Column("Løfte"),
    Column("Periode"),
    Column("Holdt", 0),
    Column("Af", 0),
    Column("Andel (%)", 0),
    Column("Usikkerhed (%)"),
)


def guarantee_section(choice: Choice) -> Section | None:
    """Return the promises of the place, the guarantee with a share first; None where nothing is known of any."""
    answers = [promise_answer(choice.release, code, choice.municipality, _period(code, choice)) for code in promises()]
    known = [answer for answer in answers if answer.count is not None]
    if not known:
        return None
    shares = [answer for answer in known if answer.share is not None]
    first = (shares or known)[0]
    title = f"Politigarantier, {choice.place}, {choice.period.name}"
    said = (promise_lead(first), _without([answer.promise.name for answer in answers if answer.count is None]))
    return Section(
        key="garantier",
        kicker=f"{choice.place} · Politigarantier · {choice.period.name}",
        title=Text("garantier.budskab", promise_headline(first)),
        body=tuple(Text(f"garantier.tekst{at}", text) for at, text in enumerate(filter(None, said), start=1)),
        content=TableContent(Table(title, COLUMNS, tuple(map(_row, known)), first.source)),
        notes=Notes(
            say=tuple(joined(*promise_sentences(answer)) for answer in known),
            caveats=(ONLY_CLOSED_YEARS,) if any(isinstance(answer.period, Year) for answer in known) else (),
            source=first.source,
            link=link(GUARANTEES, choice),
        ),
    )


def _without(names: list[str]) -> str:
    return f"Uden tal her: {'; '.join(names)}." if names else ""


def _period(code: str, choice: Choice) -> Period:
    """Return the quarter; for what is told by year alone, the newest closed one up to it."""
    _, category = promises()[code]
    if CATEGORIES[category.code].quarterly:
        return choice.period
    year = Year(choice.period.year)
    return year if year.last_day <= choice.period.last_day else year.year_before


def _row(answer: PromiseAnswer) -> tuple[Cell, ...]:
    count, share = answer.count, answer.share
    return (
        answer.promise.name,
        answer.period.short_name,
        count.kept if count else None,
        count.counted if count else None,
        100 * share.value if share else None,
        interval(100 * share.low, 100 * share.high) if share else number(None),
    )
