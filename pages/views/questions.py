"""Spørgsmål (analysts): what was asked at the meetings, and what was answered."""

from analysis.choice import Choice
from analysis.danish import number
from analysis.meeting_questions import questions_asked
from analysis.meeting_tables import answered_table
from data.register.question import QuestionStatus
from pages.access.rights import may_type
from pages.access.visitor import visitor
from pages.widgets.picture import show_table
from pages.widgets.question_list import question_list
from pages.widgets.text import heading

LEAD = "Noteret under en præsentation. Linket åbner samme visning på samme udgave."


def questions_view(choice: Choice) -> None:
    every = questions_asked()
    waiting = [entry for entry in every if entry.content.status is QuestionStatus.OPEN]
    heading(_title(len(waiting)), LEAD)
    if waiting:
        question_list(waiting, answering=may_type(visitor()))
    if answered := [entry for entry in every if entry.content.status is QuestionStatus.ANSWERED]:
        show_table(answered_table(answered), "besvarede", choice)


def _title(waiting: int) -> str:
    if waiting == 0:
        return "Ingen spørgsmål venter på svar"
    return f"{'Ét spørgsmål venter' if waiting == 1 else f'{number(waiting)} spørgsmål venter'} på svar"
