"""Expected user errors: one family, in Danish, shown without a traceback."""

import sys
from collections.abc import Callable, Sequence
from typing import NoReturn


class UserError(Exception):
    """Something the user can mend. The text says what was wrong, where, and what to do.

    The text never holds a value from an incident: it may be personal.
    """


REFUSED = 2


def run_command(main: Callable[[Sequence[str]], int]) -> NoReturn:
    """Run a command line and exit with its status; a UserError is one line on standard error and status 2."""
    try:
        sys.exit(main(sys.argv[1:]))
    except UserError as error:
        print(error, file=sys.stderr)
        sys.exit(REFUSED)
    except KeyboardInterrupt:
        print("Afbrudt. Intet er ændret.", file=sys.stderr)
        sys.exit(130)
