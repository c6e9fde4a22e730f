"""What people typed that everyone in the council may see, frozen with a release: the council never opens the register.

Everything in these tables is text, as it was typed. Who typed it is left behind.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.register import kept
from data.register.activity import ACTIVITY_FORM
from data.register.initiative import Initiative, Visibility
from data.register.initiative_rows import INITIATIVE_FORM
from data.register.kept import Form
from data.register.survey import SURVEY_FORM

IDENTITY = "id"


def _for_the_council(initiative: Initiative) -> bool:
    return initiative.visibility is Visibility.COUNCIL


def _for_all(_content: object) -> bool:
    return True


@dataclass(frozen=True)
class ReleasedKind:
    """A kind of entry that a release holds: its table, how it is typed, and which of it everyone may see."""

    table: str
    form: Form[Any]
    may_be_seen: Callable[[Any], bool]


RELEASED_KINDS = (
    ReleasedKind("initiative", INITIATIVE_FORM, _for_the_council),
    ReleasedKind("survey_share", SURVEY_FORM, _for_all),
    ReleasedKind("activity", ACTIVITY_FORM, _for_all),
)


def entry_tables() -> dict[str, pd.DataFrame]:
    """Return the tables by name: `id` and the columns of the kind's own table, empty text where nothing is known."""
    return {kind.table: _table(kind) for kind in RELEASED_KINDS}


def _table(kind: ReleasedKind) -> pd.DataFrame:
    rows = [
        {IDENTITY: entry.id} | {name: str(value or "") for name, value in kind.form.kind.row(entry.content).items()}
        for entry in kept.entries(kind.form)
        if kind.may_be_seen(entry.content)
    ]
    columns = [IDENTITY, *(field.attribute for field in kind.form.fields)]
    return pd.DataFrame(rows, columns=columns, dtype="str").sort_values(IDENTITY, ignore_index=True)
