"""Samarbejdsplan 2023-2026: is the plan working?"""

from analysis.choice import Choice
from analysis.plan import PLAN_NAME, plan_progress
from analysis.plan_tables import plan_table, plan_title
from pages.widgets.picture import show_table
from pages.widgets.text import heading, paragraphs

LEAD = (
    f"{PLAN_NAME}: hvert mål, der kan følges med et tal, fra 2022 (det første hele år efter COVID-19 og det sidste "
    "før planen) til de seneste fire afsluttede kvartaler."
)
NOTES = (
    "Intervallet i parentes er det 95 % sikre for forholdet mellem de to perioder. Det tager højde for, at tal som "
    "disse svinger mere end rent tilfældigt. Går det på begge sider af 1, er en ændring ikke påvist.",
    "En ændring siger ikke, hvad der har skabt den. Aktiviteter er politiets arbejde, ikke et resultat.",
)


def plan_view(choice: Choice) -> None:
    found = plan_progress(choice.release, choice.municipality)
    heading(plan_title(found), LEAD)
    show_table(plan_table(choice.release, found), "plan", choice)
    paragraphs(NOTES)
