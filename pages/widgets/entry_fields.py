"""The fields of any kind of entry, as widgets: what may be chosen is chosen, the rest is typed."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.register.form import Field

NOT_CHOSEN = "Ikke valgt"
_LONG_HEIGHT = 110


def entry_fields(fields: tuple[Field, ...], texts: dict[str, str], key: str) -> dict[str, str]:
    """Show the fields, two beside each other, filled with the texts, and return what stands in them now."""
    typed: dict[str, str] = {}
    places = [place for _ in range(0, len(fields), 2) for place in st.columns(2)]
    for place, field in zip(places, fields, strict=False):
        typed[field.column] = _widget(place, field, texts[field.column], f"{key}-{field.column}")
    return typed


def _widget(place: DeltaGenerator, field: Field, text: str, key: str) -> str:
    label = f"{field.name} *" if field.required else field.name
    names = dict(field.options())
    if names and field.several:
        chosen = place.multiselect(
            label,
            list(names),
            [part for part in text.split() if part in names],
            format_func=lambda code: names[code],
            key=key,
            placeholder=NOT_CHOSEN,
            filter_mode=None,
            select_all=False,  # speaks English
        )
        return " ".join(chosen)
    if names:
        # What has left the list since it was typed stays what it was, until somebody chooses again.
        codes = list(dict.fromkeys(["", *names, text]))
        return place.selectbox(
            label,
            codes,
            codes.index(text),
            format_func=lambda code: names.get(code, code) or NOT_CHOSEN,
            key=key,
            placeholder=NOT_CHOSEN,
            filter_mode=None,
        )
    if field.long:
        return place.text_area(label, text, key=key, height=_LONG_HEIGHT)
    return place.text_input(label, text, key=key)
