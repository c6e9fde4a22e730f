"""A pack under preparation: what was answered and written so far, kept as it is typed, also by two at once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.errors import UserError
from data.personal.kinds import told
from data.personal.text import personal_kinds
from data.register.entries import SHIPPED, Entry, Kind, entry_history, save_version
from data.register.form import LONG
from data.register.store import reading, writing


@dataclass(frozen=True)
class Draft:
    """Check -> whether it is ticked, and the comment; text (by its key) -> what a person made of it."""

    checks: Mapping[str, tuple[bool, str]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


DraftEntry = Entry[Draft]


def _row(draft: Draft) -> dict[str, str | int | float | None]:
    return {"checks": json.dumps(dict(draft.checks)), "texts": json.dumps(dict(draft.texts))}


def _content(row: Mapping[str, Any]) -> Draft:
    checks = {code: (bool(ticked), str(comment)) for code, (ticked, comment) in json.loads(row["checks"]).items()}
    return Draft(checks, json.loads(row["texts"]))


DRAFTS: Kind[Draft] = Kind("kladde", "drafts", _row, _content)


def draft(code: str) -> DraftEntry:
    """Return the newest version of a pack's draft; version 0 and empty while nothing has been typed."""
    identity = f"{DRAFTS.name}-{code}"
    with reading() as connection:
        known = entry_history(connection, DRAFTS, identity) if connection else []
    return known[-1] if known else Entry(identity, SHIPPED, Draft(), "")


def save_draft(seen: DraftEntry, wanted: Draft, editor: str) -> tuple[DraftEntry, tuple[str, ...]]:
    """Save what was typed over the version that the editor saw; return the newest, and what was not saved.

    When somebody has saved meanwhile, both are kept. Where both have typed in the same place, the first stays, and
    the place (check or text) is among those not saved. Raises UserError for personal data and for too long a text.
    """
    _refuse(wanted, seen.content)
    with writing() as connection:
        known = entry_history(connection, DRAFTS, seen.id)
        newest = known[-1] if known else seen
        checks, lost_checks = _together(seen.content.checks, newest.content.checks, wanted.checks)
        texts, lost_texts = _together(seen.content.texts, newest.content.texts, wanted.texts)
        both = Draft(checks, texts)
        saved = newest if both == newest.content else save_version(connection, DRAFTS, newest, both, editor)
    return saved, (*lost_checks, *lost_texts)


def _together(
    seen: Mapping[str, Any], newest: Mapping[str, Any], mine: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Return the newest with what I changed since I saw it, and the keys that somebody else changed too."""
    changed = [key for key in {**seen, **mine} if seen.get(key) != mine.get(key)]
    lost = [key for key in changed if newest.get(key) not in (seen.get(key), mine.get(key))]
    found = {**newest, **{key: mine.get(key) for key in changed if key not in lost}}
    return {key: value for key, value in found.items() if value}, lost


def _refuse(wanted: Draft, seen: Draft) -> None:
    """Raise UserError for what may not be kept among that which is new."""
    comments = [
        comment for code, (_, comment) in wanted.checks.items() if seen.checks.get(code, (False, ""))[1] != comment
    ]
    texts = [text for key, text in wanted.texts.items() if seen.texts.get(key) != text]
    for text in (*comments, *texts):
        if kinds := personal_kinds(text):
            raise UserError(f"Ikke gemt: teksten ser ud til at indeholde {told(kinds)}. Skriv den uden.")
        if len(text) > LONG:
            raise UserError(f"Ikke gemt: teksten er for lang; højst {LONG} tegn.")
