"""Categories beside a headline, one row each: never added to it."""

from collections.abc import Sequence

from analysis.answers import Situation
from analysis.choice import Choice
from analysis.public_period import public_period
from analysis.situation import counted
from analysis.tables import Cell, Column, Table
from data.catalogue import CATEGORIES, Area

COLUMNS = (Column("Kategori"), Column("Periode"), Column("Antal", 0), Column("Året før", 0))
REMARK = Column("Bemærkning")


def beside_table(title: str, area: Area, codes: Sequence[str], choice: Choice) -> Table:
    """Return period, count, count a year before and what must be known of it, a row for each category.

    A category that is only shown for whole years is shown for the newest closed one.
    """
    questions = [choice.question(area.code, code, period=public_period((code,), choice)) for code in codes]
    answers = [counted(choice.release, question) for question in questions]
    remarks = [_remark(answer) for answer in answers]
    rows = [(*_row(code, answer), remark) for code, answer, remark in zip(codes, answers, remarks, strict=True)]
    return Table(
        title=f"{title}, {choice.place}",
        columns=(*COLUMNS, REMARK) if any(remarks) else COLUMNS,
        rows=tuple(rows if any(remarks) else [row[:-1] for row in rows]),
        source=answers[0].source,
    )


def _row(code: str, answer: Situation) -> tuple[Cell, ...]:
    return (CATEGORIES[code].name, answer.question.period.short_name, answer.observed, answer.observed_last_year)


def _remark(answer: Situation) -> str:
    if answer.observed is None:
        return answer.reason or ""
    apart = CATEGORIES[answer.question.category].apart if answer.question.category else ""
    return " ".join(filter(None, ["Foreløbigt tal." if answer.provisional else "", apart]))
