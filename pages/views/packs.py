"""Mødepakke (analysts): choose the meeting, answer the check, edit the texts, freeze and fetch."""

from analysis.choice import Choice
from analysis.meetings import next_meeting
from analysis.packs.preparation import answers_of, checks_of, packs_of
from data.errors import UserError
from data.home import today
from pages.access.rights import may_type
from pages.access.visitor import visitor
from pages.widgets.choices import page_choice, slide_radio
from pages.widgets.draft import kept_draft
from pages.widgets.errors import message
from pages.widgets.pack_choice import chosen_preparation, facts
from pages.widgets.pack_shelf import freeze_panel, shelf
from pages.widgets.pack_texts import show_texts
from pages.widgets.preflight import show_checks
from pages.widgets.text import heading, paragraphs

STEPS = {"1": "1 Vælg møde", "2": "2 Forhåndstjek", "3": "3 Ret tekster", "4": "4 Frys og hent"}
LEAD = "Alt, du skriver, gemmes undervejs. En frosset pakke kan åbnes igen, som den var, også efter nye udgaver."
LOOK = "De frosne pakker, som de var. Analytikerne laver dem."
ONE_AT_A_TIME = (
    "Tekster rettes for én kommune ad gangen: vælg kommunen øverst. Rettelserne kommer med, når alle fryses."
)


def packs_view(choice: Choice) -> None:
    if not may_type(visitor()):
        heading("Mødepakke", LOOK)
        shelf(next_meeting(today()).code)
        return
    heading("Mødepakke", LEAD)
    wanted, editor = chosen_preparation(choice)
    step = page_choice("Trin", "trin", STEPS, slide_radio)
    if not editor:
        message("Skriv øverst, hvem der retter: forhåndstjekket gemmes med navn.")
        return
    kept = kept_draft(wanted.code, editor)
    answers = answers_of(wanted, editor, kept)
    try:
        packs = packs_of(choice.release, wanted, answers)
    except UserError as error:
        message(str(error))
        shelf(wanted.meeting.code, editor)
        return
    if step == "1":
        paragraphs(facts(choice.release, wanted, packs))
    if step == "2":
        show_checks(checks_of(packs), wanted.code, kept)
    if step == "3" and len(packs) == 1:
        show_texts(packs[0], wanted.code, kept)
    if step == "3" and len(packs) > 1:
        paragraphs([ONE_AT_A_TIME])
    if step == "4":
        freeze_panel(packs, answers)
        shelf(wanted.meeting.code, editor)
