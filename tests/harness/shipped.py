"""The project as it is shipped: what of it comes to the machine that it is run on."""

import shutil
from pathlib import Path

from tests.harness.documents import ROOT

SHIPPED = (".ci", ".streamlit", "analysis", "app.py", "data", "docs", "pages", "requirements.txt")


def copy_shipped(target: Path) -> None:
    """Copy the project without what stays where it is developed: the rest of the top level, own data, and caches."""
    shutil.copytree(ROOT, target, ignore=_not_shipped)


def _not_shipped(folder: str, names: list[str]) -> set[str]:
    return set(names) - set(SHIPPED) if Path(folder) == ROOT else {"local", "__pycache__"}
