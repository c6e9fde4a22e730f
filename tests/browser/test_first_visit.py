"""A first visit: a link opens its page, whatever Streamlit takes `pages/` for, and nothing comes before our style."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

from tests.harness.server import Server, served
from tests.harness.visitor import launched, visiting

ROOT = Path(__file__).resolve().parents[2]

# How high our header is when Streamlit puts its first element into the page: nothing without our style.
AT_THE_FIRST_ELEMENT = """new MutationObserver((_, watching) => {
  if (!document.querySelector('[data-testid="stApp"]')) return;
  watching.disconnect();
  window.seen = getComputedStyle(document.documentElement).getPropertyValue('--header');
}).observe(document, {childList: true, subtree: true});"""


def test_a_link_opens_its_page_on_the_very_first_visit(
    demo_home: Path, browser: BrowserContext, tmp_path: Path
) -> None:
    environment = {"KREDSBLIK_HOME": str(demo_home)}
    with served(ROOT / "app.py", ROOT, tmp_path / "log", environment) as server, visiting(browser) as person:
        person.visit(f"{server.url}/indbrud?kommune=217")
        assert person.page.title() == "Indbrud · Kredsblik"
        assert person.page.get_by_role("dialog").count() == 0
        assert "/indbrud?" in person.page.url


def test_streamlits_first_element_has_our_style_already(dashboard: Server, playwright: Playwright) -> None:
    chromium = launched(playwright)
    with visiting(chromium.new_context()) as person:  # with nothing kept of an earlier visit
        person.page.add_init_script(AT_THE_FIRST_ELEMENT)
        person.visit(dashboard.url)
        assert person.page.evaluate("window.seen") == "64px"
        assert person.page.locator("[data-testid=stHeader]").bounding_box()["height"] == 64  # type: ignore[index]
    chromium.close()
