"""Python runs this before a process's own code: whatever asks for another machine is written down and refused.

Put this folder on PYTHONPATH, and name the file to write to in LOOPBACK_ONLY.
"""

import os
import sys
from typing import Any

_HERE = ("127.0.0.1", "::1", "localhost", "0.0.0.0", "", None)
# Every way of Python's own to another machine, with where in its arguments the machine is named.
_ASKED = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Raise when the event is about another machine than this one."""
    if event not in _ASKED:
        return
    place = arguments[_ASKED[event]]
    name = place[0] if isinstance(place, tuple) else place
    if event.endswith(("connect", "sendto")) and not isinstance(place, tuple):
        return  # a socket that is a file leads nowhere else
    if (name.decode() if isinstance(name, bytes) else name) in _HERE:
        return
    with open(os.environ["LOOPBACK_ONLY"], "a", encoding="utf-8") as file:  # noqa: PTH123 - before anything is imported
        file.write(f"{event} {name}\n")
    raise PermissionError(f"{event}: {name} is another machine")


sys.addaudithook(refuse)
