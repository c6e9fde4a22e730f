"""Who was turned away at the door, or went out by it, in the log."""

import logging

from data.audit.entry import Actor, Event
from data.audit.note import note
from data.errors import UserError
from pages.access.admission import Claims, admitted
from pages.access.role_file import role_file

NO_ROLE = "ingen"
_LOG = logging.getLogger(__name__)


def note_at_the_door(event: Event, claims: Claims) -> None:
    """Note it of the one whom these claims are about. What happens at the door happens also when it cannot be noted."""
    try:
        note(event, actor=_actor(claims))
    except UserError:
        _LOG.exception("What happened at the door cannot be noted")


def _actor(claims: Claims) -> Actor:
    try:
        who = admitted(claims)
    except UserError:
        return Actor(str(claims.get(role_file().id_claim, "")), NO_ROLE)
    return Actor(who.id, who.role)
