"""What is typed into fields as a row of its kind's table, and back: the same for every kind."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from data.register.entries import Kind
from data.register.form import Field, written_texts

Content = TypeVar("Content")


def kind_of(
    name: str,
    table: str,
    fields: tuple[Field, ...],
    made: Callable[..., Content],
    saved: Mapping[str, Callable[[Any], Any]],
) -> Kind[Content]:
    """Return the kind whose table has a column for each field's attribute; an empty one is the content's own default.

    `saved` reads what was saved, by attribute (else it is text). Not by the rules for typing: they may have become
    stricter since.
    """

    def row(content: Content) -> dict[str, str | int | float | None]:
        texts = written_texts(fields, content)
        return {field.attribute: texts[field.column] or None for field in fields}

    def content(row: Mapping[str, Any]) -> Content:
        # A release writes what is missing as an empty text.
        known = {field.attribute: row[field.attribute] for field in fields if row[field.attribute] not in (None, "")}
        return made(**{attribute: saved.get(attribute, str)(value) for attribute, value in known.items()})

    return Kind(name, table, row, content)
