"""An entry's versions, and what two who edit at once have changed, as tables."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from analysis.tables import Column, Table
from data.register.activity import ACTIVITY_FORM, Activity
from data.register.entries import Entry
from data.register.form import Field, written_texts
from data.register.initiative import Initiative
from data.register.initiative_rows import INITIATIVE_FORM
from data.register.kept import Form
from data.register.merge import changed
from data.register.survey import SURVEY_FORM, SurveyShare

SOURCE = "Registeret"
EMPTY = "(tom)"


def _initiative(asked: Initiative) -> str:
    return f"{asked.place_name}: {asked.what}"


def _activity(done: Activity) -> str:
    return f"{done.period.short_name}, {done.place_name}: {done.kind}, {done.theme_name}"


def _share(found: SurveyShare) -> str:
    return f"{found.place_name} {found.year}: {found.question}"


_LABELS: dict[str, Callable[[Any], str]] = {
    INITIATIVE_FORM.kind.name: _initiative,
    ACTIVITY_FORM.kind.name: _activity,
    SURVEY_FORM.kind.name: _share,
}


def entry_label(form: Form[Any], entry: Entry[Any]) -> str:
    """Return what an entry is called in a list."""
    return _LABELS[form.kind.name](entry.content)


def history_table(form: Form[Any], versions: Sequence[Entry[Any]]) -> Table:
    """Return the versions, the newest first: by whom and when, and what each changed."""
    texts = [written_texts(form.fields, each.content) for each in versions]
    rows = [
        (str(entry.version), entry.edited.removeprefix("af "), _done(form, entry, at, texts))
        for at, entry in enumerate(versions)
    ]
    heads = ("Version", "Rettet af", "Ændret")
    return Table("Historik", tuple(map(Column, heads)), tuple(reversed(rows)), SOURCE)


def conflict_table(form: Form[Any], base: Mapping[str, str], mine: Mapping[str, str], newest: Entry[Any]) -> Table:
    """Return the fields that either has changed: as they were, as the other saved them, as they are typed here."""
    theirs = written_texts(form.fields, newest.content)
    columns = {*changed(base, mine), *changed(base, theirs)}
    rows = tuple(
        (field.name, *(_shown(field, texts[field.column]) for texts in (base, theirs, mine)))
        for field in form.fields
        if field.column in columns
    )
    heads = ("Felt", "Da du åbnede", f"Gemt {newest.edited}", "Det, du har skrevet")
    return Table("Hvad der er ændret imens", tuple(map(Column, heads)), rows, SOURCE)


def _done(form: Form[Any], entry: Entry[Any], at: int, texts: Sequence[Mapping[str, str]]) -> str:
    if entry.withdrawn:
        return "fjernet"
    if at == 0:
        return "oprettet"
    columns = changed(texts[at - 1], texts[at])
    return ", ".join(field.name for field in form.fields if field.column in columns) or "ingenting"


def _shown(field: Field, text: str) -> str:
    """Return the text as it stands on the form: names where codes are chosen."""
    names = field.options()
    parts = text.split() if field.several else [text]
    return ", ".join(names.get(part, part) for part in parts) or EMPTY
