"""A picture on a page: the figure, and below it its table, how it is read, and its numbers as a file."""

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st
from markupsafe import Markup

from analysis.choice import Choice
from analysis.pictures import Picture, file_stem
from analysis.provenance import file_lines
from analysis.tables import Table, csv_bytes, html_table
from pages.widgets.download import download
from pages.widgets.text import show_html

# Nothing is hidden behind the mouse, and nothing is fetched.
CHART_SETTINGS = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def show(picture: Picture, key: str, choice: Choice) -> None:
    """Show a picture; `key` is its name on the page, so that an opened table stays open when a choice changes."""
    if isinstance(picture.figure, go.Figure):
        settings = {**CHART_SETTINGS, "staticPlot": not _has_hover(picture.figure)}
        st.plotly_chart(picture.figure, theme=None, key=f"{key}-figur", config=settings, alt=picture.alt)
    else:
        show_html(Markup('<div role="group" aria-label="{}">{}</div>').format(picture.alt, picture.figure))
    if picture.notes:
        show_html(notes_below(picture))
    with st.container(key=f"kb-twin-{key}", horizontal=True, gap="small"):
        _fold("Vis som tabel", f"{key}-tabel", lambda: html_table(picture.table))
        _fold("Sådan læses figuren", f"{key}-laes", lambda: Markup("<p>{}</p>").format(picture.reading))
        _download(picture.table, file_stem(picture.table), key, choice)


def notes_below(picture: Picture) -> Markup:
    """Return a picture's notes: numbered below a drawing, which has the numbers in it, else as plain lines."""
    if isinstance(picture.figure, go.Figure):
        items = Markup("").join(Markup("<li>{}</li>").format(note) for note in picture.notes)
        return Markup('<ol class="kb-notes">{}</ol>').format(items)
    return Markup("").join(Markup('<p class="kb-note">{}</p>').format(note) for note in picture.notes)


def _has_hover(figure: go.Figure) -> bool:
    """Return whether the figure says anything under the mouse; one that does not is painted without its machinery."""
    return any(trace.hovertemplate for trace in figure.data)


def _fold(label: str, key: str, content: Callable[[], Markup]) -> None:
    """Show a fold whose content is made and sent when it is open: most are never opened."""
    fold = st.expander(label, type="compact", key=key, on_change="rerun")
    if fold.open:
        with fold:
            show_html(content())


def folded_table(label: str, key: str, table: Callable[[], Table]) -> None:
    """Show a fold with a table that is made when it is open, and cannot be taken away as a file: rows of cases."""
    fold = st.expander(label, key=f"kb-fold-{key}", on_change="rerun")
    if fold.open:
        with fold:
            show_html(html_table(table()))


def show_folded(table: Table, key: str, choice: Choice) -> None:
    """Show a table behind its own name, and its numbers as a file: what the sentences above it rest on."""
    with st.container(key=f"kb-twin-{key}", horizontal=True, gap="small"):
        _fold(table.title, f"{key}-tabel", lambda: html_table(table))
        _download(table, file_stem(table), key, choice)


def show_table(table: Table, key: str, choice: Choice) -> None:
    """Show a table that is its own figure, and its numbers as a file."""
    show_html(html_table(table))
    _download(table, file_stem(table), key, choice)


def _download(table: Table, stem: str, key: str, choice: Choice) -> None:
    download(
        "Hent tal (CSV)",
        lambda: csv_bytes(table, file_lines(choice.release)),
        name=f"kredsblik-{stem}-{choice.period.code}-{choice.release.id}.csv",
        mime="text/csv",
        key=f"{key}-csv",
        style="tertiary",
    )
