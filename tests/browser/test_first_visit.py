"""The first visit to a server that has just started: a link opens its page, whatever Streamlit takes `pages/` for."""

from pathlib import Path

from playwright.sync_api import BrowserContext

from tests.harness.server import served
from tests.harness.visitor import visiting

ROOT = Path(__file__).resolve().parents[2]


def test_a_link_opens_its_page_on_the_very_first_visit(
    demo_home: Path, browser: BrowserContext, tmp_path: Path
) -> None:
    environment = {"KREDSBLIK_HOME": str(demo_home)}
    with served(ROOT / "app.py", ROOT, tmp_path / "log", environment) as server, visiting(browser) as person:
        person.visit(f"{server.url}/indbrud?kommune=217")
        assert person.page.title() == "Indbrud · Kredsblik"
        assert person.page.get_by_role("dialog").count() == 0
        assert "/indbrud?" in person.page.url
