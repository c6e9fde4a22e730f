"""What the tests in a browser share: the addresses of all pages."""

import pytest
from playwright.sync_api import BrowserContext

from data.catalogue import AREAS
from tests.harness.server import Server
from tests.harness.visitor import menu


@pytest.fixture(scope="session")
def pages(dashboard: Server, browser: BrowserContext) -> list[str]:
    """The addresses of all pages, as the dashboard's own menu has them for the whole district."""
    found = menu(browser, dashboard.url)
    assert len(found) >= len(AREAS) + 2
    return found
