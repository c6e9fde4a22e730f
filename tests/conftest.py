"""What every test may ask for. No test reaches a user's own data: each process gets a home that does not exist."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import BrowserContext, Playwright, expect, sync_playwright

from tests.harness.server import Server, served
from tests.harness.shared_folder import made_once
from tests.harness.visitor import BROWSER_LOCALE, PATIENCE_MS, Visitor, launched, visiting

ROOT = Path(__file__).resolve().parent.parent

# How long a case takes says nothing on a machine that does other things too.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")
expect.set_options(timeout=PATIENCE_MS)

# Here servers and browsers work beside each other on two cores, and one of them may be late once.
WITH_SERVERS = (ROOT / "tests" / "browser", ROOT / "tests" / "load")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give what waits for servers a second try; what fails twice is broken, and the summary names what needed it."""
    for item in items:
        if set(WITH_SERVERS) & set(item.path.parents):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("KREDSBLIK_ROOM", raising=False)
    monkeypatch.delenv("KREDSBLIK_TODAY", raising=False)


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo district loaded and published, made by the same steps as `make run`. Read only."""
    base = tmp_path_factory.getbasetemp()
    # Under xdist each worker has a folder of its own, and the folder above is common to all.
    common = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    return made_once(common / "demo-home", publish_demo)


def publish_demo(home: Path) -> None:
    """Make, load and publish the demo district in `home`."""
    steps = (sys.executable, "-c", "import serve; serve.publish_demo_if_nothing_is_published()")
    subprocess.run(steps, cwd=ROOT / ".ci", env={**os.environ, "KREDSBLIK_HOME": str(home)}, check=True)


@pytest.fixture(scope="session")
def dashboard(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real app, served on the demo district."""
    log = tmp_path_factory.mktemp("dashboard") / "server.log"
    with served(ROOT / "app.py", ROOT, log, {"KREDSBLIK_HOME": str(demo_home)}) as server:
        yield server


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers: one for the session, since a second one beside it is refused."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[BrowserContext]:
    """The machine's own Chromium, with one profile for the session: its cache makes the second page cheap."""
    chromium = launched(playwright)
    yield chromium.new_context(locale=BROWSER_LOCALE)
    chromium.close()


@pytest.fixture
def visitor(browser: BrowserContext) -> Iterator[Visitor]:
    """A page at the size of a meeting table's screen."""
    with visiting(browser) as person:
        yield person
