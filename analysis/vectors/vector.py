"""One test vector, as its kind sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# What a kind answers, by the names that vectors use; None where the method says that there is no number.
Results = Mapping[str, Any]


@dataclass(frozen=True)
class Vector:
    """One vector: its inputs, the keys it wants back, and the folder that file names in it are relative to."""

    inputs: Mapping[str, Any]
    wanted: tuple[str, ...]
    folder: Path
