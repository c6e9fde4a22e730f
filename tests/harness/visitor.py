"""A person at a screen: one browser page, with all that it asks for and complains about written down."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright

from pages import MORE
from tests.harness.chromium import installed_chromium

TABLE = (1280, 720)
PHONE = (390, 844)

LOCAL_HOSTS = ("127.0.0.1", "localhost")
LOCAL_SCHEMES = ("data", "blob", "about")

# What Chromium would otherwise do on its own account while a test listens to the network.
QUIET = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Below a page's own address Streamlit first asks for its server at that address, and goes on when it is not there.
PROBED_BY_STREAMLIT = ("/_stcore/health", "/_stcore/host-config")

# English on purpose: what follows the browser's language instead of ours then shows itself.
BROWSER_LOCALE = "en-US"

# A cold first page on a busy machine; the waits below end as soon as the state is there.
PATIENCE_MS = 60_000

SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const drawn = plot => plot.querySelector('.main-svg');
  return app?.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(drawn);
}"""


@dataclass
class Visitor:
    """A page and its record: `outside` holds the requests that wanted to leave the machine, `errors` what broke."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def visit(self, url: str) -> None:
        """Open an address and wait until the page stands still."""
        self.page.goto(url)
        self.settle()

    def follow(self, path: str) -> None:
        """Go to another page by the menu, unfolding its part of it if need be, and wait until the page stands still."""
        menu = self.page.locator("[data-testid=stTopNav]")
        if not menu.is_visible():
            self.page.keyboard.press("Escape")  # the presentation has no menu: its key leads out of it
            menu.wait_for()
        # Behind the presentation the menu was folded to one; it unfolds when there is room again.
        menu.locator("[data-testid=stTopNavSection]", has_text=MORE).wait_for()
        link = self.page.locator(f"[data-testid^=stTopNav][href$='{path}']")
        folds = menu.locator("[data-testid=stTopNavSection]").all()
        while not link.is_visible():
            folds.pop().click()
            self.page.locator("[data-testid=stTopNavPopoverBody]").wait_for()
        link.click()
        self.page.wait_for_url(lambda url: urlsplit(url).path == path)
        self.settle()

    def settle(self) -> None:
        """Wait until the script has run and everything it sent has been drawn."""
        self.page.wait_for_function(SETTLED)
        # Two frames: the first may still be laying out what the state above reports as there.
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def launched(playwright: Playwright, names: Mapping[str, str] = MappingProxyType({})) -> Browser:
    """Return the machine's own Chromium, started; raise when there is none.

    Nothing but loopback can be reached, so that a page which asks the internet for something fails as it would here.
    `names`: further names to find, with the address that each is found at.
    """
    found = "".join(f"MAP {name} {address}, " for name, address in names.items())
    resolver = f"--host-resolver-rules={found}MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
    program = installed_chromium()
    if program is None:
        raise RuntimeError("No Chrome, Edge or Chromium on this machine: `make test` gets one or says how.")
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    # Chromium refuses to run as root inside its own sandbox.
    arguments = [*QUIET, resolver, *(["--no-sandbox"] if as_root else [])]
    return playwright.chromium.launch(executable_path=program, args=arguments)


@contextmanager
def visiting(context: BrowserContext, size: tuple[int, int] = TABLE) -> Iterator[Visitor]:
    """Open a page of its own and write down what it asks for and complains about."""
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.set_default_timeout(PATIENCE_MS)
    visitor = Visitor(page)
    page.on("request", lambda request: note_address(visitor, request.url))
    page.on("websocket", lambda socket: note_address(visitor, socket.url))
    page.on("console", lambda message: note_console(visitor, message))
    page.on("pageerror", lambda error: visitor.errors.append(f"page error: {error.message}"))
    try:
        yield visitor
    finally:
        page.close()


def menu(context: BrowserContext, url: str) -> list[str]:
    """Return the addresses of the pages in the menu at this address: it follows the chosen municipality."""
    with visiting(context, PHONE) as person:
        person.visit(url)
        links = person.page.locator("[data-testid=stSidebarNavLink]")
        return [urlsplit(str(links.nth(at).get_attribute("href"))).path or "/" for at in range(links.count())]


def note_address(visitor: Visitor, url: str) -> None:
    """Write down an address on another machine."""
    parts = urlsplit(url)
    if parts.scheme not in LOCAL_SCHEMES and parts.hostname not in LOCAL_HOSTS:
        visitor.outside.append(url)


def note_console(visitor: Visitor, message: ConsoleMessage) -> None:
    """Write down an error of the console."""
    if message.type == "error" and not message.location["url"].endswith(PROBED_BY_STREAMLIT):
        visitor.errors.append(f"console: {message.text} {message.location['url']}")
