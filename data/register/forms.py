"""Every kind of entry that people type into a file of their own: its name on the command line, and its list."""

from collections.abc import Callable, Sequence
from typing import Any

from data.register.activity import ACTIVITY_FORM, activities
from data.register.entries import Entry
from data.register.initiative_rows import INITIATIVE_FORM
from data.register.initiatives import initiatives
from data.register.kept import Form
from data.register.meeting import MEETING_FORM, meetings
from data.register.question import QUESTION_FORM, questions
from data.register.survey import SURVEY_FORM, survey_shares

FORMS: dict[str, tuple[Form[Any], Callable[[], Sequence[Entry[Any]]]]] = {
    "indsatser": (INITIATIVE_FORM, initiatives),
    "moeder": (MEETING_FORM, meetings),
    "spoergsmaal": (QUESTION_FORM, questions),
    "aktiviteter": (ACTIVITY_FORM, activities),
    "tryghed": (SURVEY_FORM, survey_shares),
}
