"""A question to the analyst, noted at a meeting: what was asked, and the view that it was asked at."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from data.errors import UserError
from data.register import kept
from data.register.entries import Entry
from data.register.form import Field, long_text, one_of, read_fields, written_texts
from data.register.kept import Form
from data.register.rows import kind_of

# An address of our own: a page and its choices. Whatever else somebody puts into a file leads nowhere.
_LINK = re.compile(r"[a-z0-9-]*\?[a-z_]+=[\w.%-]*(&[a-z_]+=[\w.%-]*)*", re.ASCII)
_LONGEST_LINK = 300


class QuestionStatus(StrEnum):
    OPEN = "åbent"
    ANSWERED = "besvaret"


@dataclass(frozen=True)
class Question:
    """A question: its text, the address (page, choices and release) it was asked at, when (UTC), and its answer."""

    text: str
    link: str
    noted_at: dt.datetime
    status: QuestionStatus = QuestionStatus.OPEN
    answer: str = ""


QuestionEntry = Entry[Question]


def _link(text: str) -> str:
    if len(text) > _LONGEST_LINK or not _LINK.fullmatch(text):
        raise UserError("er ikke adressen på en side i Kredsblik.")
    return text


def _moment(text: str) -> dt.datetime:
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        raise UserError("skriv et tidspunkt som 2026-01-12T09:15:00+00:00.") from None
    return found if found.tzinfo else found.astimezone()


FIELDS: tuple[Field, ...] = (
    Field("spoergsmaal", "Spørgsmål", "text", long_text, str, required=True),
    Field("link", "Link", "link", _link, str, required=True),
    Field("noteret", "Noteret", "noted_at", _moment, lambda moment: str(moment.isoformat()), required=True),
    Field("status", "Status", "status", one_of(QuestionStatus), str, required=True),
    Field("svar", "Svar", "answer", long_text, str),
)


def checked_question(texts: Mapping[str, str]) -> Question:
    """Return the question that the texts (column -> text) describe. Raises FieldsRefusedError with every fault."""
    return Question(**read_fields(FIELDS, texts))


def new_question(text: str, link: str) -> Question:
    """Return the question as it is noted now. Raises FieldsRefusedError when it may not be kept."""
    noted = Question(text, link, dt.datetime.now(dt.UTC).replace(microsecond=0))
    return checked_question(written_texts(FIELDS, noted))


QUESTION_FORM: Form[Question] = Form(
    kind=kind_of(
        "spoergsmaal",
        "questions",
        FIELDS,
        Question,
        {"noted_at": dt.datetime.fromisoformat, "status": QuestionStatus},
    ),
    name="spørgsmål",
    definite="spørgsmålet",
    fields=FIELDS,
    checked=checked_question,
    same=lambda question: (question.text, question.link, question.noted_at),
)


def questions() -> tuple[QuestionEntry, ...]:
    """Return the questions: the open ones first, in each group the newest first."""
    newest_first = sorted(kept.entries(QUESTION_FORM), key=lambda entry: entry.content.noted_at, reverse=True)
    return tuple(sorted(newest_first, key=lambda entry: entry.content.status is not QuestionStatus.OPEN))


def answer_question(seen: QuestionEntry, answer: str, editor: str) -> QuestionEntry:
    """Mark the question as answered. Raises EditConflictError when somebody else has dealt with it meanwhile."""
    answered = replace(seen.content, status=QuestionStatus.ANSWERED, answer=answer)
    return kept.edit(QUESTION_FORM, seen.id, seen.version, answered, editor)


def reopen_question(seen: QuestionEntry, editor: str) -> QuestionEntry:
    """Put an answered question back on the list. Raises EditConflictError as when answering."""
    return kept.edit(QUESTION_FORM, seen.id, seen.version, replace(seen.content, status=QuestionStatus.OPEN), editor)
