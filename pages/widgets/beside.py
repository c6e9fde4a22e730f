"""What stands beside an area's number, each for itself and never added to it."""

import streamlit as st

from analysis.activity import NOT_RISK, Activity, activities
from analysis.bars import breakdown_bars
from analysis.beside import beside_table
from analysis.choice import Choice
from analysis.promise_sentences import promise_sentences
from data.catalogue import Area
from pages.widgets.picture import show, show_table
from pages.widgets.text import card_title, paragraphs

BESIDE = "Ved siden af"
ACTIVITY = "Politiets aktivitet"


def beside(area: Area, choice: Choice) -> None:
    """Show the categories beside the headline, and what the police do about them."""
    groups = [(title, codes) for title, codes in ((BESIDE, area.beside), (ACTIVITY, area.activity)) if codes]
    if not groups:
        return
    for place, (title, codes) in zip(st.columns(len(groups), gap="small"), groups, strict=True):
        with place.container(key=f"kb-card-{title}", border=True):
            show_table(beside_table(title, area, codes, choice), title, choice)
    for each in activities(area, choice):
        _promised(each, choice)


def _promised(activity: Activity, choice: Choice) -> None:
    """Show how soon the police answered, and what they were asked about."""
    code = activity.category.code
    with st.container(key=f"kb-card-{code}", border=True):
        card_title(f"{activity.category.name}, {choice.place}")
        for column, answer in zip(st.columns(len(activity.promises), gap="medium"), activity.promises, strict=True):
            with column:
                paragraphs(promise_sentences(answer))
        if activity.topics:
            title = f"{activity.category.name}: emner, {choice.place}"
            heading = f"{activity.topics[0].place}, {activity.topics[0].period.name}"
            show(breakdown_bars(title, ((heading, activity.topics),)), f"emner-{code}", choice)
        paragraphs([NOT_RISK])
