"""What the tests in a browser share: the addresses of all pages, and both rooms with sign-in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from data.catalogue import AREAS
from tests.browser.rooms import Rooms, both_rooms
from tests.harness.server import Server
from tests.harness.visitor import menu


@pytest.fixture(scope="session")
def pages(dashboard: Server, browser: BrowserContext) -> list[str]:
    """The addresses of all pages, as the dashboard's own menu has them for the whole district."""
    found = menu(browser, dashboard.url)
    assert len(found) >= len(AREAS) + 2
    return found


@pytest.fixture(scope="session")
def rooms(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rooms]:
    """Both rooms, where everybody signs in."""
    with both_rooms(demo_home, tmp_path_factory.mktemp("rooms")) as served:
        yield served
