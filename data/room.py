"""Which room this process serves: the police analysts' or the council's."""

import os
from enum import StrEnum

from data.errors import UserError


class Room(StrEnum):
    """The analysts may see internal counts; the council sees the published release alone."""

    ANALYSTS = "analyse"
    COUNCIL = "kredsraad"


WHOSE_ROOM = {Room.ANALYSTS: "Analytikernes", Room.COUNCIL: "Kredsrådets"}


def room() -> Room:
    """Return the room that `KREDSBLIK_ROOM` names (default: the analysts'). Raises UserError for anything else."""
    text = os.environ.get("KREDSBLIK_ROOM") or Room.ANALYSTS
    try:
        return Room(text)
    except ValueError:
        names = " eller ".join(Room)
        raise UserError(f"KREDSBLIK_ROOM er »{text}«. Skriv {names}.") from None
