"""What earlier packs said: their claims, from the register, oldest meeting first."""

import json

from analysis.packs.content import Subject
from analysis.packs.statements import Claim, Statement
from data.register.packs import PackEntry, frozen_packs


def claims_of(entry: PackEntry) -> tuple[Statement, ...]:
    """Return what a frozen pack claimed."""
    return tuple(
        Statement(**(kept | {"claim": Claim(kept["claim"])}))
        for kept in json.loads(entry.content.content)["statements"]
    )


def earlier_packs(subject: Subject) -> tuple[PackEntry, ...]:
    """Return the frozen packs of meetings before this one, oldest first."""
    return tuple(entry for entry in frozen_packs() if entry.content.meeting < subject.meeting.code)


def previous_pack(subject: Subject) -> PackEntry | None:
    """Return the pack that the same people saw last: of this municipality, or of the whole district."""
    own = [entry for entry in earlier_packs(subject) if entry.content.municipality == subject.municipality]
    return own[-1] if own else None
