"""Who reads the log: the police's management, and the one who sits alone at a machine where nobody signs in."""

from pages.access.role import Role
from pages.access.sign_in import signing_in
from pages.access.visitor import visitor


def may_read_log() -> bool:
    """Return whether the one who is looking reads the log. Raises what `visitor` raises."""
    return visitor().role is Role.MANAGEMENT or not signing_in()
