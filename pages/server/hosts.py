"""Under which names this process answers: another site's name that leads here is not one of them."""

import os
import re

from data.errors import UserError

# What a person at the machine itself writes, and what a proxy on it asks with.
LOOPBACK = frozenset({"127.0.0.1", "localhost"})
_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
_HOST = re.compile(rf"({_NAME.pattern})(:\d{{1,5}})?")


def served_names() -> frozenset[str]:
    """Return the names of `KREDSBLIK_HOSTS` (with commas between) and the machine's own.

    Raises UserError when what stands there is no name.
    """
    names = {text.strip().lower() for text in os.environ.get("KREDSBLIK_HOSTS", "").split(",") if text.strip()}
    if wrong := sorted(name for name in names if not _NAME.fullmatch(name)):
        raise UserError(
            f"KREDSBLIK_HOSTS har »{wrong[0]}«, som ikke er et navn. Skriv maskinens navne med komma imellem, uden "
            "https:// og uden port."
        )
    return LOOPBACK | names


def host_is_ours(host: str, names: frozenset[str]) -> bool:
    """Return whether the Host header names this process, whatever the port."""
    found = _HOST.fullmatch(host.lower())
    return found is not None and found[1] in names
