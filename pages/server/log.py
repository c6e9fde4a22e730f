"""What the log may hold: where something went wrong and of which kind, never the values it went wrong with.

Errors quote what they stumbled over: a database its row, a parser its cell. Either may be about a person.
"""

import logging
import traceback
from typing import Any

# What uvicorn says, and is mistaken in, of every session that is turned away with an answer of its own.
_NO_HANDSHAKE = "ASGI callable returned without completing handshake."


def leave_out_what_is_mistaken() -> None:
    """Keep a line out of the log that would stand there for each page whose sign-in has run out."""
    logging.getLogger("uvicorn.error").addFilter(_is_no_mistake)


def _is_no_mistake(record: logging.LogRecord) -> bool:
    return record.msg != _NO_HANDSHAKE


def keep_values_out_of_the_log() -> None:
    """Let every record of this process name an error by its kind and its lines of code alone."""
    make = logging.getLogRecordFactory()
    if getattr(make, "without_values", False):
        return

    def without_values(*arguments: Any, **named: Any) -> logging.LogRecord:
        record = make(*arguments, **named)
        if record.exc_info and record.exc_info[1]:
            record.exc_text = told(record.exc_info[1])
            record.exc_info = None
        return record

    without_values.without_values = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(without_values)


def told(error: BaseException) -> str:
    """Return the error and those behind it: lines of code and kinds, without a word of what was said."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = "".join(traceback.format_tb(error.__traceback__))
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{told(before)}\n\n{lines}{kind}" if before else f"{lines}{kind}"
