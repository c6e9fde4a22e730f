"""Politigarantier: how often the police came as soon as promised, how sure that is, and what is not known."""

import streamlit as st

from analysis.choice import Choice
from analysis.promise import closed_year, promise_answer
from analysis.promise_answer import PromiseAnswer
from analysis.promise_picture import promise_picture
from analysis.promise_sentences import elsewhere_in_district, promise_details, promise_headline, promise_lead
from analysis.promise_tables import LATE, late_visits_table, periods_table, places_table
from data.catalogue import promises
from data.municipalities import DISTRICT
from data.promises import Promise
from pages.widgets.picture import folded_table, show, show_folded, show_table
from pages.widgets.text import cannot_say, card_title, heading, paragraphs

SERIES_TO_FACTS = (2.3, 1)
CAVEAT = (
    "Hvad der skete under besøget, og om borgeren fik hjælp. Et besøg uden en kendt tid tæller aldrig som holdt. "
    "Politiet har ikke sat et mål for andelen, så der er ingen mållinje. Garantierne ved vold og voldtægt er ikke med: "
    "udtrækket rummer ikke de besøg."
)


NOTHING = "Der er ingen tal at vise for garantien her."


def guarantees_view(choice: Choice) -> None:
    guarantees = [each for each, _ in promises().values() if each.guarantee]
    limited = [each for each in guarantees if each.at_most is not None]
    answers = [promise_answer(choice.release, each.code, choice.municipality, choice.period) for each in limited]
    heading(promise_headline(answers[0]), promise_lead(answers[0]))
    for answer in answers:
        _over_time(answer, choice)
    left, right = st.columns(2, gap="small")
    with left:
        for answer in answers:
            _everywhere(answer, choice)
    with right:
        for each in guarantees:
            if each.at_most is None:
                _at_once(each, choice)


def _over_time(answer: PromiseAnswer, choice: Choice) -> None:
    asked = answer.promise
    left, right = st.columns(SERIES_TO_FACTS, gap="small")
    picture = promise_picture(choice.release, asked.code, choice.municipality, choice.period)
    with left.container(key=f"kb-card-{asked.code}-serie", border=True):
        card_title(f"{asked.name}, {choice.place}")
        if picture.table.rows:
            show(picture, asked.code, choice)
        else:
            paragraphs([NOTHING])
    with right:
        with st.container(key=f"kb-card-{asked.code}-tal", border=True):
            card_title("Hvad tallet rummer")
            paragraphs(promise_details(answer))
        cannot_say({asked.name: CAVEAT})


def _everywhere(answer: PromiseAnswer, choice: Choice) -> None:
    code = answer.promise.code
    with st.container(key=f"kb-card-{code}-kommuner", border=True):
        show_table(places_table(choice.release, code, choice.period), f"{code}-kommuner", choice)
    if choice.release.internal:
        folded_table(
            f"{LATE} (kun for analytikere)",
            f"sene-{code}",
            lambda: late_visits_table(choice.release, code, choice.period, answer.source),
        )


def _at_once(asked: Promise, choice: Choice) -> None:
    year = closed_year(choice.release, choice.period)
    answer = promise_answer(choice.release, asked.code, choice.municipality, year)
    district = promise_answer(choice.release, asked.code, DISTRICT, year)
    with st.container(key=f"kb-card-{asked.code}", border=True):
        card_title(f"{asked.name}: med det samme")
        paragraphs([promise_headline(answer), *promise_details(answer), *elsewhere_in_district(answer, district)])
        told = choice.municipality if answer.speed else DISTRICT
        by_year = periods_table(choice.release, asked.code, told, year)
        if by_year.rows:
            show_folded(by_year, asked.code, choice)
