"""What each role may do in the rooms that it comes into."""

from pages.access.role import Role, Visitor

# The analysts' pages that not everyone in their room opens, by address.
PAGES_OF = {"ret-registeret": frozenset({Role.ANALYST})}
TYPING = frozenset({Role.ANALYST})


def may_open(path: str, who: Visitor) -> bool:
    """Return whether one who is in the analysts' room may open this page of theirs."""
    return path not in PAGES_OF or who.role in PAGES_OF[path]


def may_type(who: Visitor) -> bool:
    """Return whether the visitor may load, publish, correct, answer and freeze; the others look."""
    return who.role in TYPING
