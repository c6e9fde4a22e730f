"""The disk is full under the running server: the page says so, keeps what is typed, and goes on when there is room."""

import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.harness.faults import faults
from tests.harness.server import Server, served
from tests.harness.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
TYPED = "Skrevet på en fuld disk"


@pytest.fixture
def server(demo_home: Path, tmp_path: Path) -> Iterator[Server]:
    home = shutil.copytree(demo_home, tmp_path / "home")
    with served(ROOT / "app.py", ROOT, tmp_path / "server.log", {"KREDSBLIK_HOME": str(home)}) as running:
        yield running


def fill_disk(server: Server) -> None:
    """Let no file that the server writes grow any more."""
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))


def test_what_is_typed_is_not_lost(server: Server, visitor: Visitor) -> None:
    visitor.visit(f"{server.url}/ret-registeret?post_indsatser=bo-trygt-173")
    page = visitor.page
    page.get_by_label("Hvem retter?").fill("AB")
    save, note = page.get_by_role("button", name="Gem", exact=True), page.get_by_label("Note", exact=True)
    note.fill(TYPED)
    note.blur()
    page.wait_for_url("**kladde=**")
    fill_disk(server)
    save.click()
    page.get_by_text("er den fuld?").first.wait_for()
    visitor.settle()
    assert faults(visitor) == []
    expect(note).to_have_value(TYPED)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, UNLIMITED)
    save.click()
    page.get_by_text("Gemt af AB").first.wait_for()
    expect(note).to_have_value(TYPED)


def test_every_number_is_still_read(server: Server, visitor: Visitor) -> None:
    visitor.visit(f"{server.url}/indbrud?kommune=217&periode=2025K4")
    fill_disk(server)
    visitor.visit(f"{server.url}/faerdsel?kommune=217&periode=2025K4")
    assert faults(visitor) == []
    page = visitor.page
    expect(page.get_by_role("heading", level=1)).to_contain_text("Helsingør")
