"""Who has started the program, by the name that the machine knows."""

import getpass
import os


def user_name() -> str:
    """Return the name, else the number: in a container, the users of the machine around it have no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # by Python's version, and on Windows without its variable
        return f"uid-{os.getuid()}" if hasattr(os, "getuid") else "uden navn"
