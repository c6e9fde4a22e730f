"""Processes that are watched for any wish to reach another machine."""

import os
from collections.abc import Mapping
from pathlib import Path

_WATCH = Path(__file__).parent / "loopback_only"


def watched(log: Path) -> Mapping[str, str]:
    """Return the environment in which a Python process writes down in `log`, and is refused, what leads elsewhere."""
    others = os.environ.get("PYTHONPATH")
    return {"PYTHONPATH": os.pathsep.join([str(_WATCH), *([others] if others else [])]), "LOOPBACK_ONLY": str(log)}


def wished(log: Path) -> list[str]:
    """Return what was asked for, one line each; empty when nothing was."""
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []
