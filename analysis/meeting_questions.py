"""Questions to the analyst: noted at the meeting with the view's link, read on the analysts' list."""

from data.register import kept
from data.register.inbox import collect_questions, leave_question
from data.register.question import QUESTION_FORM, QuestionEntry, new_question, questions
from data.room import Room, room

NOTED_BY = "Mødet"  # nobody is asked for a name while the others wait


def note_question(text: str, link: str) -> None:
    """Keep a question: in the register, or in the inbox when this process may not open the register.

    Raises FieldsRefusedError when the text is missing, too long or holds personal data.
    """
    question = new_question(text, link)
    if room() is Room.ANALYSTS:
        kept.add(QUESTION_FORM, question, NOTED_BY)
    else:
        leave_question(question, NOTED_BY)


def questions_asked() -> tuple[QuestionEntry, ...]:
    """Return every question, also what the council has left since: the open ones first. The analysts' alone."""
    collect_questions()
    return questions()
