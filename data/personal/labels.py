"""Personal data in the names that files, sheets and columns were given."""

from pathlib import PurePath

from data.errors import UserError
from data.personal.kinds import Kind, told
from data.personal.text import personal_kinds
from data.personal.writing import without_underscores

# Serial numbers and points in time in names of files have as many digits and letters as these.
_NOT_IN_LABELS = frozenset((Kind.ACCOUNT, Kind.PLATE))


def kinds_in_label(label: str) -> tuple[Kind, ...]:
    """Return the kinds of personal data that a name given to something seems to hold."""
    return tuple(kind for kind in personal_kinds(without_underscores(label)) if kind not in _NOT_IN_LABELS)


def refuse_personal_label(label: str, what: str) -> None:
    """Raise UserError when the name of a file or sheet seems to hold personal data; the name itself is not told."""
    if kinds := kinds_in_label(PurePath(label).stem):
        raise UserError(
            f"{what} ser ud til at indeholde {told(kinds)}. Intet er indlæst: giv et andet navn, og prøv igen."
        )
