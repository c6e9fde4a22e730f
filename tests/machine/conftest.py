"""What the tests on a machine of its own carry to it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.machine import missing
from tests.machine.installed import shipped, skip_without_packages


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The machine's folder, with the project and its packages in it."""
    if why := missing():
        pytest.skip(why)
    skip_without_packages(tmp_path)
    shipped(tmp_path, "kredsblik-2026.11")
    (tmp_path / "media").mkdir()
    yield tmp_path
    shutil.rmtree(tmp_path)  # some gigabytes
